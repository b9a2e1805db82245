import { expect, test } from 'vitest';
import { majorOf, makingRoom, moving, type Numbering, type Project, renumber } from '../../../server/src/core/index.ts';
import { folder } from '../navigate/marked.ts';
import { open } from '../reading/read.ts';
import { after, facts, pathAfter } from './sameFacts.ts';

/** A folder after its first plan was numbered anew. */
function numbered(project: Project, numbering: Numbering) {
  const [plan] = project.plans;
  const result = plan && renumber(project, plan, numbering);
  if (!result || 'refused' in result) throw new Error(result?.refused ?? 'no plan');
  return { ...result, project: after(project, result) };
}

const page = (number: number, title: string) =>
  `# Phase ${number}: ${title}\n\nStatus: planned\n\nSee [page](phase-${number}.md).\n`;
const pages = folder({
  'docs/phases/phase-1.md': page(1, 'Flour'),
  'docs/phases/phase-2.md': page(2, 'Oven'),
  'docs/phases/phase-3.md': page(3, 'Shop'),
});
const taken = new Set([1, 2, 3]);

test('a phase that comes first pushes those between up by one; documents change places by way of a third name', () => {
  const { project, moves } = numbered(pages, moving('3', 3, 1, taken));
  expect(moves).toEqual([
    { from: 'docs/phases/phase-1.md', to: 'docs/phases/phase-1.moving.md' },
    { from: 'docs/phases/phase-3.md', to: 'docs/phases/phase-1.md' },
    { from: 'docs/phases/phase-2.md', to: 'docs/phases/phase-3.md' },
    { from: 'docs/phases/phase-1.moving.md', to: 'docs/phases/phase-2.md' },
  ]);
  expect([...project.sources].map(([path, { text }]) => `${path} ${text}`).sort()).toEqual([
    `docs/phases/phase-1.md ${page(1, 'Shop')}`,
    `docs/phases/phase-2.md ${page(2, 'Flour')}`,
    `docs/phases/phase-3.md ${page(3, 'Oven')}`,
  ]);
});

test('a number that is free is taken, and nothing else moves', () => {
  const { project } = numbered(pages, moving('2', 2, 7, taken));
  expect(project.plans[0]?.phases.map(({ id, title }) => `${id} ${title}`)).toEqual(['1 Flour', '3 Shop', '7 Oven']);
});

test('parts of a phase go with it, whatever they are called', () => {
  const project = folder({
    'docs/plan.md':
      '## Phase 1: Flour\nStatus: done\n## Phase 2: Oven\nStatus: done\n## Phase 2A: Door\nStatus: planned\n## Phase 2.1: Grate\nStatus: planned\nPhases 1-2A and post-2 work; phase two is hot.\n',
  });
  expect(numbered(project, makingRoom('1', 2)).project.sources.get('docs/plan.md')?.text).toBe(
    '## Phase 1: Flour\nStatus: done\n## Phase 3: Oven\nStatus: done\n## Phase 3A: Door\nStatus: planned\n## Phase 3.1: Grate\nStatus: planned\nPhases 1-3A and post-2 work; phase three is hot.\n',
  );
});

test('letters are numbered like numbers', () => {
  const project = folder({
    'docs/plan.md': '## Phase A: Flour\nStatus: done\n## Phase B: Oven\nStatus: planned\nAfter Phase A.\n',
  });
  expect(numbered(project, makingRoom('A', 2)).project.sources.get('docs/plan.md')?.text).toBe(
    '## Phase A: Flour\nStatus: done\n## Phase C: Oven\nStatus: planned\nAfter Phase A.\n',
  );
});

test('a tag cannot be renamed: its name stays in the texts, and a person is told', () => {
  const project = folder({
    'docs/plan.md': '## Phase 1: Flour\nStatus: done\nTag: `phase-1-complete`\n## Phase 2: Oven\nNext: `phase-2-complete`\n',
  }).tagged(['phase-1-complete']);
  const { project: next, warnings } = numbered(project, makingRoom('1', 1));
  expect(next.sources.get('docs/plan.md')?.text).toBe(
    '## Phase 2: Flour\nStatus: done\nTag: `phase-1-complete`\n## Phase 3: Oven\nNext: `phase-3-complete`\n',
  );
  expect(warnings).toEqual([
    'The Git tag `phase-1-complete` keeps its name: after this it says that another phase has passed. Tag what was phase 1 anew as `phase-2-complete`.',
  ]);
});

test('a document that stands in the way is not written over', () => {
  const project = folder({ 'docs/phases/phase-1.md': page(1, 'Flour'), 'docs/phases/phase-2.md': 'A shopping list.\n' });
  const [plan] = project.plans;
  expect(plan && renumber(project, plan, moving('1', 1, 2, new Set([1])))).toEqual({
    refused: 'docs/phases/phase-2.md is there already; move it away first.',
  });
});

test.each([0, 1, 2, 3, 4, 5])('the sample plan says the same of every phase after room was made at %i', async (number) => {
  const project = await open('examples/harbour-ferry');
  const numbering = makingRoom('0', number);
  const result = numbered(project, numbering);
  expect(result.project.plans[0]?.phases.map(({ id }) => id)).toEqual(
    project.plans[0]?.phases.map(({ id }) => numbering(id) ?? id),
  );
  for (const said of project.documents) {
    const now = result.project.facts(pathAfter(said.path, result));
    expect(now && facts(now)).toEqual(facts(said, numbering));
  }
  const back = numbered(result.project, (id) => ((majorOf(id) ?? 0) > number ? String((majorOf(id) ?? 0) - 1) : undefined));
  for (const { path } of project.documents) expect(back.project.sources.get(path)?.text).toBe(project.sources.get(path)?.text);
});
