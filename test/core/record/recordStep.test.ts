import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  gateVerdict,
  type Outcome,
  Project,
  recordStep,
  type Step,
  stepsOf,
} from '../../../server/src/core/index.ts';
import { result } from './recording.ts';

const path = 'docs/phases/phase-1.md';
const log = 'docs/stage-log.md';
const passed: Outcome = { ...result, actor: 'Ada', exitCode: 0 };

const lines = [
  '# Phase 1: Tickets',
  '## Exit criteria',
  '- [ ] The till starts',
  '- [ ] Both printers print',
  '## Manual tests',
  '- [ ] Health',
  '  - Command: `node health.mjs`',
  '  - Expected: exit 0',
];

function folder(files: Readonly<Record<string, readonly string[]>>): Project {
  return Project.empty.with(Object.entries(files).map(([name, text]) => ({ path: name, text: text.join('\n') })));
}

function firstOf(project: Project) {
  const [plan] = project.plans;
  const phase = plan?.phases[0];
  if (!plan || !phase) throw new Error('no phase');
  return { plan, phase };
}

function stepOf(project: Project, title: string): Step {
  const { plan, phase } = firstOf(project);
  const step = stepsOf(project, plan, phase).find((one) => one.title === title);
  if (!step) throw new Error(`no step "${title}"`);
  return step;
}

/** The project after recording, or why nothing was. */
function record(
  project: Project,
  seen: { key: string; command?: string | null; line?: number },
  outcome = passed,
): Project | string {
  const { plan, phase } = firstOf(project);
  const edits = recordStep(project, plan, phase, seen, outcome);
  if ('refused' in edits) return edits.refused;
  const paths = [...new Set(edits.map((edit) => edit.path))];
  return project.with(paths.map((one) => ({ path: one, text: applyEdits(one, project.sources.get(one)?.text ?? '', edits) })));
}

describe('recording a step that somebody saw earlier', () => {
  it('finds it in the text as it is now', () => {
    const { key } = stepOf(folder({ [path]: lines }), 'Health');
    const moved = folder({ [path]: [...lines.slice(0, 5), '- [ ] Another', '  - Expected: x', ...lines.slice(5)] });
    const after = record(moved, { key, command: 'node health.mjs', line: 5 });
    expect(after).toBeInstanceOf(Project);
    expect(stepOf(after as Project, 'Health').outcome).toMatchObject(passed);
    expect(stepOf(after as Project, 'Another').outcome).toBeNull();
  });

  it('names the commit only where it holds what was tried', () => {
    const scoped = folder({ [path]: [...lines, '## Scope', '- `src/**`'] });
    const { plan, phase } = firstOf(scoped);
    const { key } = stepOf(scoped, 'Health');
    const recorded = (uncommitted: readonly string[]) => {
      const edits = recordStep(scoped, plan, phase, { key }, { ...passed, commit: '4f2a9c1' }, { uncommitted });
      return 'refused' in edits ? edits.refused : edits.map(({ text }) => text).join('');
    };
    expect(recorded([path, 'README.md'])).toContain('4f2a9c1');
    expect(recorded(['src/till.ts'])).not.toContain('4f2a9c1');
  });

  it('records nothing for a step that is gone, or whose command is another one', () => {
    const { key } = stepOf(folder({ [path]: lines }), 'Health');
    expect(record(folder({ [path]: lines.slice(0, 5) }), { key })).toMatch(/no longer in the plan/);
    const other = lines.map((line) => line.replace('health.mjs', 'harm.mjs'));
    expect(record(folder({ [path]: other }), { key, command: 'node health.mjs' })).toMatch(/command .* another one/);
  });

  it('tells equal names apart by the command, then by the line, and never guesses', () => {
    const twice = folder({ [path]: [...lines, '- [ ] Health', '  - Command: `node health.mjs --all`', '  - Expected: exit 0'] });
    const { key } = stepOf(twice, 'Health');
    const after = record(twice, { key, command: 'node health.mjs --all', line: 0 }) as Project;
    const { plan, phase } = firstOf(after);
    expect(stepsOf(after, plan, phase).map(({ outcome }) => outcome?.outcome)).toEqual([undefined, 'pass', undefined, undefined]);
    const same = folder({ [path]: [...lines, ...lines.slice(5)] });
    expect(record(same, { key, command: 'node health.mjs', line: 2 })).toMatch(/Several steps have this name/);
    expect(record(same, { key, command: 'node health.mjs', line: 5 })).toBeInstanceOf(Project);
  });

  it('refuses a document that would be damaged by saving it', () => {
    const broken = folder({ [path]: [...lines, 'caf\ufffd'] });
    expect(record(broken, { key: stepOf(broken, 'Health').key })).toMatch(/no UTF-8 text/);
    const unreadable = folder({ [path]: lines }).with([{ path, unreadable: 'is not UTF-8 text and was not read' }]);
    expect(unreadable.plans).toEqual([]);
  });

  it('settles a condition for the verdict, whatever its box says', () => {
    const project = folder({ [path]: lines });
    const criteria = (of: Project | string) => {
      const { plan, phase } = firstOf(of as Project);
      return gateVerdict(of as Project, plan, phase).requirements.find(({ id }) => id === 'criteria')?.text;
    };
    const one = record(project, { key: stepOf(project, 'The till starts').key }) as Project;
    expect(criteria(one)).toMatch(/^1 of 2/);
    const both = record(one, { key: stepOf(one, 'Both printers print').key }) as Project;
    expect(criteria(both)).toMatch(/^Both /);
    const failed = record(both, { key: stepOf(both, 'The till starts').key }, { ...result, outcome: 'fail', note: 'no paper' });
    expect(criteria(failed)).toMatch(/^1 of 2/);
    const ticked = (failed as Project).sources.get(path)?.text.replace('[ ] The till', '[x] The till') ?? '';
    expect(criteria((failed as Project).with([{ path, text: ticked }]))).toMatch(/^1 of 2/);
  });
});

describe('a condition that names several commands', () => {
  const project = folder({ [path]: ['# Phase 1: A', '## Exit criteria', '- [ ] `npm run lint` and `npm test` exit with 0'] });
  const keyOf = (of: Project, command: string) => {
    const { plan, phase } = firstOf(of);
    return stepsOf(of, plan, phase).find((step) => step.command === command)?.key ?? '';
  };
  const outcomes = (of: Project) => {
    const { plan, phase } = firstOf(of);
    return stepsOf(of, plan, phase).map((step) => `${step.command}: ${step.outcome?.outcome} ${step.mark}`);
  };
  const run = (of: Project, command: string, outcome = passed) =>
    record(of, { key: keyOf(of, command), command }, outcome) as Project;

  it('is ticked when all of them passed, and what one came to says nothing of the other', () => {
    const one = run(project, 'npm run lint');
    expect(outcomes(one)).toEqual(['npm run lint: pass open', 'npm test: undefined open']);
    expect(one.sources.get(path)?.text).toContain('- [ ] `npm run lint`');
    const both = run(one, 'npm test');
    expect(outcomes(both)).toEqual(['npm run lint: pass done', 'npm test: pass done']);
    expect(both.sources.get(path)?.text).toContain('Result: pass (2026-03-01, Ada, exit 0): `npm run lint`, `npm test`');
  });

  it('has no failure covered by the pass of another command', () => {
    const failed = run(project, 'npm run lint', { ...result, outcome: 'fail', note: '3 problems' });
    expect(outcomes(failed)).toEqual(['npm run lint: fail open', 'npm test: undefined open']);
    expect(outcomes(run(failed, 'npm test'))).toEqual(['npm run lint: undefined open', 'npm test: pass open']);
  });
});

describe('the link to what a run printed', () => {
  const stages = [
    '# Stage log',
    '## Phase 1: Tickets',
    '### Stage 1: Till',
    '- Status: in progress',
    '- Acceptance gate: the till starts',
    '- Evidence links:',
  ];
  const withOutput: Outcome = { ...passed, artifact: 'evidence/phase-1/till.txt' };

  it('goes into the empty place for evidence of the stage', () => {
    const project = folder({ [log]: stages });
    const after = record(project, { key: stepOf(project, 'the till starts').key }, withOutput) as Project;
    expect(after.sources.get(log)?.text.split('\n').slice(4)).toEqual([
      '- Acceptance gate: the till starts',
      '- Acceptance gate result: pass (2026-03-01, Ada, exit 0) — [output](evidence/phase-1/till.txt)',
      '- Evidence links: [the till starts](evidence/phase-1/till.txt)',
    ]);
    const again = record(
      after,
      { key: stepOf(after, 'the till starts').key },
      { ...withOutput, artifact: 'evidence/phase-1/till-2.txt' },
    );
    expect((again as Project).sources.get(log)?.text).toContain('- Evidence links: [the till starts](evidence/phase-1/till.txt)');
  });

  it('goes into the empty cell of a tracker, relative to the tracker', () => {
    const tracker = 'docs/tracking/readiness.md';
    const rows = [
      '# Readiness',
      '| Phase | Status | Evidence |',
      '|---|---|---|',
      '| Phase 1 | In Progress | |',
      '| Phase 2 | Not Started | |',
    ];
    const project = folder({ [path]: lines, [tracker]: rows });
    const after = record(
      project,
      { key: stepOf(project, 'Health').key },
      { ...passed, artifact: '../evidence/h.txt' },
    ) as Project;
    expect(after.sources.get(tracker)?.text.split('\n')[3]).toBe('| Phase 1 | In Progress | [Health](../evidence/h.txt) |');
    expect(after.sources.get(tracker)?.text.split('\n')[4]).toBe(rows[4]);
    const failed = record(
      project,
      { key: stepOf(project, 'Health').key },
      { ...passed, outcome: 'fail', note: 'x', artifact: '../evidence/h.txt' },
    );
    expect((failed as Project).sources.get(tracker)?.text).toBe(rows.join('\n'));
  });

  it.each([
    ['    evidence:', '    evidence: docs/evidence/h.txt'],
    ['    evidence: []', '    evidence: [docs/evidence/h.txt]'],
    ['    evidence: # none yet', '    evidence: docs/evidence/h.txt # none yet'],
    ['    evidence: [docs/base.md]', '    evidence: [docs/base.md]'],
  ])('becomes the value of an empty key of a YAML plan: %s', (before, after) => {
    const plan = 'docs/plan.yaml';
    const text = [
      'phases:',
      '  - id: 1',
      '    title: Tickets',
      '    exit_criteria:',
      '      - The till starts',
      before,
      '    owner: Ada',
    ];
    const project = folder({ [plan]: text });
    const { key } = stepOf(project, 'The till starts');
    const done = record(project, { key }, { ...passed, artifact: 'evidence/h.txt' }) as Project;
    expect(done.sources.get(plan)?.text.split('\n').slice(4)).toEqual([
      '      - text: The till starts',
      '        result: pass (2026-03-01, Ada, exit 0) — [output](evidence/h.txt)',
      after,
      '    owner: Ada',
    ]);
  });
});
