import { expect, it } from 'vitest';
import { Project } from '../../../server/src/core/index.ts';

const plan = { path: 'docs/plan.md', text: '## Phase 1: Wood\n### Exit criteria\n- All tests pass\n' };
const rules = (project: Project) => [...project.findings].flatMap(([path, list]) => list.map(({ rule }) => `${path} ${rule}`));

it('a document that cannot be read is a finding of its own, and the rest of the plan stays', () => {
  const project = Project.empty.with([
    plan,
    { path: 'docs/phases/phase-2.md', unreadable: 'is not UTF-8 text and was not read' },
  ]);
  expect(rules(project).sort()).toEqual(['docs/phases/phase-2.md document/unreadable', 'docs/plan.md gate/unnamed-tests']);
  const [finding] = project.findings.get('docs/phases/phase-2.md') ?? [];
  expect(finding?.message).toBe('docs/phases/phase-2.md is not UTF-8 text and was not read.');
});

it('the finding goes when the file can be read again, or is gone', () => {
  const broken = Project.empty.with([plan, { path: 'docs/phases/phase-2.md', unreadable: 'may not be read (no permission)' }]);
  const mended = broken.with([
    { path: 'docs/phases/phase-2.md', text: '# Phase 2: Oil\n\n## Exit criteria\n- `npm test` exits 0\n' },
  ]);
  expect(rules(mended)).toEqual(['docs/plan.md gate/unnamed-tests']);
  expect(mended.plans[0]?.phases.map(({ id }) => id)).toEqual(['1', '2']);
  expect(rules(broken.without(['docs/phases/phase-2.md']))).toEqual(['docs/plan.md gate/unnamed-tests']);
});

it('a document over the limits is one finding, not silence', () => {
  const text = `# Phase 2: Oil\n${'- [ ] stir\n'.repeat(400_000)}`;
  expect(rules(Project.empty.with([plan, { path: 'docs/phases/phase-2.md', text }]))).toContain(
    'docs/phases/phase-2.md document/not-read',
  );
});
