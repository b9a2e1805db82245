import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../server/src/core/index.ts';
import { record, recorded, result } from './recording.ts';

const passed: Outcome = { ...result, actor: 'Ada', commit: '1a2b3c4', exitCode: 0 };
const failed: Outcome = { ...result, outcome: 'fail', note: 'port 80 is taken' };
const words = 'pass (2026-03-01, Ada, commit 1a2b3c4, exit 0)';

/** A document, what is recorded in it, and how it looks afterwards: `=` is the line as it was. */
interface Form {
  readonly path?: string;
  readonly before: readonly string[];
  readonly title: string;
  readonly outcome?: Outcome;
  readonly after: readonly string[];
}

const forms: Readonly<Record<string, Form>> = {
  'a condition with a box': {
    before: ['# Phase 1: A', '## Exit criteria', '- [ ] The server starts', '- [ ] The port is free'],
    title: 'The server starts',
    after: ['=', '=', '- [x] The server starts', `  - Result: ${words}`, '='],
  },
  'a condition that failed loses its tick': {
    before: ['# Phase 1: A', '## Exit criteria', '- [x] The server starts'],
    title: 'The server starts',
    outcome: failed,
    after: ['=', '=', '- [ ] The server starts', '  - Result: fail (2026-03-01): port 80 is taken'],
  },
  'a condition without a box, with other bullets': {
    before: ['# Phase 1: A', '## Exit criteria', '* The server starts', '  * with the new port', '* The port is free'],
    title: 'The server starts',
    after: ['=', '=', '=', '=', `  * Result: ${words}`, '='],
  },
  'a numbered condition over two lines': {
    before: ['# Phase 1: A', '## Exit criteria', '1. The server', '   starts', '2. The port is free'],
    title: 'The server starts',
    after: ['=', '=', '=', '=', `   - Result: ${words}`, '='],
  },
  'a condition in a quote': {
    before: ['# Phase 1: A', '> **Exit criteria**', '>', '> - [ ] The server starts', '> - [ ] The port is free'],
    title: 'The server starts',
    after: ['=', '=', '=', '> - [x] The server starts', `>   - Result: ${words}`, '='],
  },
  'a condition behind tabs': {
    before: ['# Phase 1: A', '## Exit criteria', '-\tThe server starts', '-\tThe port is free'],
    title: 'The server starts',
    after: ['=', '=', '=', `    - Result: ${words}`, '='],
  },
  'a nested test with details': {
    before: ['# Phase 1: A', '## Manual tests', '- [ ] Start', '  - [ ] Health', '    - **Expected**: ok', '  - [ ] Sale'],
    title: 'Health',
    after: ['=', '=', '=', '  - [x] Health', '=', `    - **Result:** ${words}`, '='],
  },
  'a gate on the line of its label': {
    before: ['## Phase 1: A', '**Gate**: the server starts', '', '## Phase 2: B'],
    title: 'the server starts',
    after: ['=', '=', '', `**Gate result:** ${words}`, '', '## Phase 2: B'],
  },
  'a gate among lines that break': {
    before: ['## Phase 1: A', '**Estimate**: 2 days  ', '**Gate**: the server starts  ', '**Owner**: Ada'],
    title: 'the server starts',
    after: ['=', '=', '=', `**Gate result:** ${words}  `, '='],
  },
  'a gate as a paragraph': {
    before: ['## Phase 1: A', '### Exit criteria', 'The server starts.', '', '### Notes'],
    title: 'The server starts.',
    after: ['=', '=', '=', '', `Gate result: ${words}`, '', '### Notes'],
  },
  'a stage log': {
    before: [
      '# Stage log',
      '## Phase 1: A',
      '### Stage 1: B',
      '- Status: done',
      '- Acceptance gate: it starts',
      '- Evidence links: x.md',
    ],
    title: 'it starts',
    after: ['=', '=', '=', '=', '=', `- Acceptance gate result: ${words}`, '='],
  },
  'a stage log with a template': {
    before: [
      '# Stage log',
      '### Stage 1: B',
      '- Status: done',
      '- Acceptance gate: it starts',
      '- Acceptance gate result: pass / fail',
    ],
    title: 'it starts',
    after: ['=', '=', '=', '=', `- Acceptance gate result: ${words}`],
  },
  'a row with a status': {
    before: ['# Phase 1: A', '## Exit criteria', '| Criterion | Status |', '|---|---|', '| It starts | Pending |'],
    title: 'It starts',
    after: ['=', '=', '=', '=', `| It starts | ${words} |`],
  },
  'a row without a column for it': {
    before: [
      '# Phase 1: A',
      '## Exit criteria',
      '| Criterion | Owner |',
      '| --- | --- |',
      '| It starts | Ada |',
      '| It stops |',
      '',
    ],
    title: 'It starts',
    after: [
      '=',
      '=',
      '| Criterion | Owner | Result |',
      '| --- | --- | --- |',
      `| It starts | Ada | ${words} |`,
      '| It stops | | |',
      '',
    ],
  },
  'a row without outer pipes': {
    before: ['# Phase 1: A', '## Exit criteria', 'Criterion | Owner', '--- | ---', 'It starts | Ada'],
    title: 'It starts',
    after: ['=', '=', 'Criterion | Owner | Result', '--- | --- | ---', `It starts | Ada | ${words}`],
  },
  'a note with a pipe in a row': {
    before: ['# Phase 1: A', '## Exit criteria', '| Criterion | Result |', '|---|---|', '| It starts | |'],
    title: 'It starts',
    outcome: { ...failed, note: 'a|b and `c|d` \\| e' },
    after: ['=', '=', '=', '=', '| It starts | fail (2026-03-01): a\\|b and `c\\|d` \\\\\\| e |'],
  },
};

const yaml: Readonly<Record<string, Form>> = {
  'a condition that is words': {
    before: ['phases:', '  - id: 1', '    exit_criteria:', '      - The server starts', '      - The port is free'],
    title: 'The server starts',
    after: ['=', '=', '=', '      - text: The server starts', `        result: ${words}`, '='],
  },
  'a condition that is a map': {
    before: [
      'phases:',
      '  - id: 1',
      '    exit_criteria:',
      '      - text: The server starts',
      '        met: false',
      '      - text: It stops',
    ],
    title: 'The server starts',
    after: ['=', '=', '=', '=', '        met: true', `        result: ${words}`, '='],
  },
  'a condition between braces': {
    before: ['phases:', '  - id: 1', '    exit_criteria: [{ text: The server starts }, { text: It stops }]'],
    title: 'The server starts',
    after: ['=', '=', `    exit_criteria: [{ text: The server starts, result: "${words}" }, { text: It stops }]`],
  },
  'a condition between brackets': {
    before: ['phases:', '  - id: 1', '    exit_criteria: [The server starts, It stops]'],
    title: 'The server starts',
    after: ['=', '=', `    exit_criteria: [{ text: The server starts, result: "${words}" }, It stops]`],
  },
  'the only condition of a gate': {
    before: ['phases:', '  - id: 1', '    acceptance: the server starts', '    title: A'],
    title: 'the server starts',
    after: ['=', '=', '    acceptance:', '      criteria: the server starts', `      result: ${words}`, '='],
  },
  'a condition with a box': {
    before: ['phases:', '  - id: 1', '    exit_criteria:', '      - "[ ] The server starts"'],
    title: 'The server starts',
    after: ['=', '=', '=', '      - text: "[x] The server starts"', `        result: ${words}`],
  },
  'a sentence with a colon': {
    before: ['phases:', '  - id: 1', '    exit_criteria:', '      - Health: returns 200'],
    title: 'Health: returns 200',
    after: ['=', '=', '=', '      - text: "Health: returns 200"', `        result: ${words}`],
  },
  'a test': {
    before: [
      'phases:',
      '  - id: 1',
      '    tests:',
      '      - title: Health',
      '        command: npm test',
      '        expected: exit 0',
    ],
    title: 'Health',
    outcome: failed,
    after: ['=', '=', '=', '=', '=', '=', '        result: "fail (2026-03-01): port 80 is taken"'],
  },
};

describe('what somebody wrote below a result', () => {
  it('stays when it is recorded again', () => {
    const before = [
      '# Phase 1: A',
      '## Exit criteria',
      '- [ ] It starts',
      '  - Result: fail (2026-02-01): no paper',
      '    the tray was empty',
      'and loud',
    ];
    const after = record('docs/plan.md', before.join('\n'), 'It starts', passed);
    expect(after.split('\n')).toEqual([...before.slice(0, 2), '- [x] It starts', `  - Result: ${words}`, ...before.slice(4)]);
    expect(recorded('docs/plan.md', after, 'It starts')).toEqual(passed);
    const yaml = ['exit_criteria:', '  - text: It starts', '    result: fail', '      and loud', ''].join('\n');
    expect(record('docs/plan.yaml', `phases:\n  - id: 1\n    ${yaml.replaceAll('\n', '\n    ')}`, 'It starts', passed)).toMatch(
      /several lines/,
    );
  });
});

for (const [kind, table, path] of [
  ['Markdown', forms, 'docs/plan.md'],
  ['YAML', yaml, 'docs/plan.yaml'],
] as const) {
  describe(`recording in ${kind}`, () => {
    it.each(Object.entries(table))('%s', (_, { before, title, outcome = passed, after }) => {
      for (const eol of ['\n', '\r\n']) {
        const text = before.join(eol);
        const lines = after.map((line, index) => (line === '=' ? before[lineOf(after, index)] : line));
        expect(record(path, text, title, outcome)).toBe(lines.join(eol));
        expect(recorded(path, lines.join(eol), title)).toEqual(outcome);
        // Recording again replaces it.
        const again = { ...result, outcome: 'blocked', note: 'no printer' } as const;
        const twice = record(path, lines.join(eol), title, again);
        expect(recorded(path, twice, title)).toEqual(again);
        expect(twice).not.toContain(words);
      }
    });
  });
}

/** Which line of the document before an `=` stands for: lines are counted from the end behind what was put in. */
function lineOf(after: readonly string[], index: number): number {
  const put = after.slice(0, index).filter((line) => line.includes('esult:') || line.includes('criteria: the')).length;
  return index - put;
}
