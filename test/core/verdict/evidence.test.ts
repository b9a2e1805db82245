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
