import { expect, it } from 'vitest';
import type { Project } from '../../../server/src/core/index.ts';
import { folderOf, requirement } from './support.ts';

it('evidence that leads nowhere or went stale is no proof; without Git freshness is not known, and nothing turns red', () => {
  const text = '## Phase 1: Pantry\n### Scope\n- `src/**`\n### Evidence\n- [log](log.md), commit 4f2a9c1\n';
  const project = folderOf(text);
  const line = (now: Project) => requirement(now, '1', 'evidence').line;
  expect(line(project)).toBe('pass: 1 piece of evidence (no Git: freshness not known)');
  const listed = project.listing(['docs/log.md', 'docs/plan.md']);
  expect(line(listed.knowing(new Map([['4f2a9c1', []]])))).toBe('pass: 1 piece of evidence');
  expect(line(listed.knowing(new Map([['4f2a9c1', ['docs/plan.md', 'lib/a.ts']]])))).toBe('pass: 1 piece of evidence');
  expect(line(listed.knowing(new Map([['4f2a9c1', ['src/a.ts']]])))).toBe('fail: 1 of 1 piece of evidence is stale');
  expect(line(project.listing(['docs/plan.md']))).toBe('fail: 1 of 1 piece of evidence leads nowhere');
});

it('a tick without a record and a sign-off without one are told', () => {
  const ticked = (result: string) =>
    `## Phase 1: Pantry\nStatus: Signed Off\n### Manual checklist\n- [x] Open the door\n  - Expected: It stays open\n  - Result: ${result}\n`;
  expect(requirement(folderOf(ticked('')), '1', 'evidence')).toEqual({
    line: 'fail: 1 tick without a record',
    items: ['Open the door (who saw it?)'],
  });
  expect(requirement(folderOf(ticked('pass (2026-02-01, Ada)')), '1', 'evidence').line).toMatch(/^none/);
  const signed = '## Phase 2: Market\nStatus: Signed Off\n### Sign-off\n- Approved by: Ada\n- Date: 2026-02-02\n';
  expect(requirement(folderOf(ticked('pass') + signed), '1', 'status').line).toBe(
    'fail: It is signed off, and no record says by whom',
  );
  expect(requirement(folderOf(ticked('pass') + signed), '2', 'status').line).toBe('pass: It is signed off');
  expect(requirement(folderOf(ticked('pass')), '1', 'status').line).toBe('pass: It is signed off');
});

it('a recorded pass goes stale with the files of the scope, for tests as for conditions', () => {
  const text = [
    '## Phase 1: Pantry',
    '### Scope',
    '- `src/**`',
    '### Exit criteria',
    '- [x] Every shelf has a label',
    '  - Result: pass (2026-02-01, Ada, commit 4f2a9c1)',
    '### Manual checklist',
    '- [x] Open the door',
    '  - Expected: It stays open',
    '  - Result: pass (2026-02-01, Ada, commit 4f2a9c1)',
    '- [x] Shut the door',
    '  - Expected: It stays shut',
    '  - Result: pass (2026-02-03, Ada)',
    '',
  ].join('\n');
  const project = folderOf(text);
  expect(project.asksHistory).toEqual({ commits: ['4f2a9c1'], days: ['2026-02-03'] });
  const lines = (now: Project) => (['criteria', 'checklist'] as const).map((id) => requirement(now, '1', id));
  expect(lines(project).map(({ line }) => line.split(':')[0])).toEqual(['pass', 'pass']);
  const since = (paths: readonly string[]) =>
    project.knowing(
      new Map([
        ['4f2a9c1', paths],
        ['2026-02-03', []],
      ]),
    );
  expect(lines(since(['docs/plan.md', 'lib/a.ts'])).map(({ line }) => line.split(':')[0])).toEqual(['pass', 'pass']);
  expect(lines(since(['src/a.ts', 'src/b.ts']))).toEqual([
    {
      line: 'fail: 1 of 1 conditions is not met',
      items: ['Every shelf has a label (its result is stale: src/a.ts and 1 more file changed since 4f2a9c1)'],
    },
    {
      line: 'fail: 1 of 2 manual tests has not passed',
      items: ['Open the door (its result is stale: src/a.ts and 1 more file changed since 4f2a9c1)'],
    },
  ]);
});
