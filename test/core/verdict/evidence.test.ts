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
