import { describe, expect, it } from 'vitest';
import { allowPath, Project, settingsPath, toSource } from '../../../server/src/core/index.ts';

const exception = { path: 'src/a b.ts', phase: '2', reason: "It's: urgent", by: 'Ada', until: '2026-12-01' };
const lines = (indent: string) =>
  ['- path: src/a b.ts', '  phase: 2', "  reason: 'It''s: urgent'", '  by: Ada', '  until: 2026-12-01'].map(
    (line) => indent + line,
  );

function allowed(text: string | undefined): string {
  const edit = allowPath(text === undefined ? undefined : toSource(settingsPath, text), exception);
  if ('refused' in edit) return edit.refused;
  return (text ?? '').slice(0, edit.start) + edit.text + (text ?? '').slice(edit.end);
}

describe('an exception is written', () => {
  const whole = ['scope:', '  exceptions:', ...lines('    '), ''].join('\n');
  it.each([
    ['into a new file', undefined, whole],
    ['into an empty file', '', whole],
    ['behind a comment', '# ours\n', `# ours\n${whole}`],
    ['behind other settings', 'phase: 2', `phase: 2\n${whole.trimEnd()}`],
    ['into a scope with other settings', 'scope:\n  mode: hint\nphase: 2\n', `scope:\n  mode: hint\n${whole.slice(7)}phase: 2\n`],
    ['below a bare key', 'scope:\nphase: 2\n', `${whole}phase: 2\n`],
    [
      'behind the last entry, in its indentation',
      'scope:\n    exceptions:\n    - path: x\n      reason: y # why\n\n# end\n',
      `scope:\n    exceptions:\n    - path: x\n      reason: y # why\n${lines('    ').join('\n')}\n\n# end\n`,
    ],
    [
      'with the line ends of the file',
      'scope:\r\n  exceptions:\r\n  - path: x\r\n    reason: y\r\n',
      `scope:\r\n  exceptions:\r\n  - path: x\r\n    reason: y\r\n${lines('  ').join('\r\n')}\r\n`,
    ],
  ])('%s', (_, before, after) => {
    expect(allowed(before)).toBe(after);
    const [first] = Project.empty.with([{ path: settingsPath, text: after }]).settings.scope.exceptions.slice(-1);
    expect(first).toMatchObject(exception);
  });

  it.each(['{}', 'scope: {mode: hint}', 'scope:\n  exceptions: [{path: x, reason: y}]', '- a'])('not into %s', (text) => {
    expect(allowed(text)).toMatch(/Write it as lines/);
  });
});

it('ends with the day it holds until', () => {
  const text = 'scope:\n  exceptions:\n    - path: src/b.ts\n      reason: Soon\n      until: 2026-12-01\n';
  const plan = '## Phase 1\nStatus: in progress\n### Scope\n- `src/a.ts`\n';
  const project = Project.empty
    .with([
      { path: settingsPath, text },
      { path: 'docs/plan.md', text: plan },
    ])
    .touching(['src/b.ts']);
  const found = (day: string) => [...project.on(day).findings.values()].flat().map(({ rule, message }) => `${rule} ${message}`);
  expect(found('2026-12-01').filter((one) => one.startsWith('scope/'))).toEqual([]);
  expect(found('2026-12-02')).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^scope\/out-of-scope .* It was allowed until 2026-12-01: Soon\.$/),
      expect.stringMatching(/^scope\/exception-ended The exception for src\/b\.ts ended/),
    ]),
  );
});
