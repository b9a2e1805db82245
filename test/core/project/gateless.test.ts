import { expect, it } from 'vitest';
import { Project } from '../../../server/src/core/index.ts';

const path = 'docs/plan.md';
const plan = (prose: string) =>
  `## Phase 1: Hull\n- [ ] Plank it\n${prose}\n## Phase 2: Mast\n- [ ] Cut a tree\n\n### Exit criteria\n\n- \`npm test\` exits 0\n`;

it('the fix for a missing gate follows the end of the section while prose is typed there', () => {
  const before = Project.empty.with([{ path, text: plan('') }]);
  expect(before.findings.get(path)?.map(({ rule }) => rule)).toContain('structure/missing-gate');
  const typed = before.with([{ path, text: plan('Some words that mean nothing to the plan.\n') }]);
  const fresh = Project.empty.with([{ path, text: plan('Some words that mean nothing to the plan.\n') }]);
  expect(typed.findings.get(path)).toEqual(fresh.findings.get(path));
});
