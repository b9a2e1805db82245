import { expect, test } from 'vitest';
import { namesIn, type Project } from '../../../server/src/core/index.ts';
import { folder, marked, ofPhase } from './marked.ts';

const plan = '# Bakery\n\n## Phase 1: Ovens\n\nStatus: done\n\n## Phase 2: Shop\n\nStatus: planned\n';

/** All names of a project, as they stand. */
function names(project: Project): readonly string[] {
  return project.plans.flatMap((one) =>
    one.documents.flatMap((path) =>
      namesIn(project, one, path).map(({ key, role, start, end }) => `${path} ${key} ${role} ${start}-${end}`),
    ),
  );
}

test('after every edit the names are those of a project that sees the texts for the first time', () => {
  let text = plan;
  let project = folder({ 'docs/plan.md': text, 'docs/phase-board.md': '# Board\n\n## Open\n\n- T2-001 Paint\n\n## Done\n' });
  const edits = [
    ['# Bakery\n', '# Bakery\n\nPhase 2 is next.\n'],
    ['Phase 2 is next.', 'After phase 1 comes phase 2.'],
    ['## Phase 1: Ovens\n', '## Phase 1: Ovens\n\n- [ ] T1-001 Heat\n'],
    ['Phase 2: Shop', 'Phase 3: Shop'],
    ['T1-001', 'T1-002'],
  ] as const;
  for (const [from, to] of edits) {
    names(project);
    text = text.replace(from, to);
    project = project.with([{ path: 'docs/plan.md', text }]);
    const first = folder(Object.fromEntries([...project.sources].map(([path, source]) => [path, source.text])));
    expect(names(project)).toEqual(names(first));
  }
  expect(marked(project, 'docs/plan.md', ofPhase('2'))).toEqual(['After phase 1 comes phase «2».']);
});
