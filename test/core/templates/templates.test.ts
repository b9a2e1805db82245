import { describe, expect, it } from 'vitest';
import { createPlan, type Edit, Project, templates } from '../../../server/src/core/index.ts';

const empty = Project.empty;
const withScripts = Project.empty
  .with([{ path: 'package.json', text: '{"scripts":{"test":"node --test","build":"node build.mjs"}}' }])
  .listing(['app/index.js', 'package.json']);
const noFiles = { names: [], exists: () => false };

describe.each(templates)('$title', ({ id }) => {
  describe.each([
    ['an empty folder', empty],
    ['a repository with scripts', withScripts],
  ])('in %s', (_, folder) => {
    const edits = planIn(folder, id);
    const written = folder.with(edits).listing([...(folder.files?.paths ?? []), ...edits.map(({ path }) => path)]);
    const [plan] = written.plans;

    it('is one plan whose first phase is being worked on', () => {
      expect(written.plans).toHaveLength(1);
      expect(plan?.phases[0]?.status).toBe('in_progress');
      expect(plan?.current?.phase).toBe(plan?.phases[0]?.id);
    });

    it('has a scope, a gate and work in its first phase', () => {
      const first = plan?.phases[0];
      expect(first?.scope.map(({ glob }) => glob)).toEqual([folder === empty ? 'src/**' : 'app/**']);
      const gates = [...(first?.gates ?? []), ...(first?.stages.flatMap((stage) => stage.gates) ?? [])];
      expect(gates.flatMap(({ items }) => items).length).toBeGreaterThan(1);
      expect((first?.tasks.length ?? 0) + (first?.stages.length ?? 0)).toBeGreaterThan(0);
    });

    it('asks for nothing but words that are still to be written', () => {
      const rules = [...written.findings.values()].flat().map(({ rule }) => rule);
      expect(new Set(rules)).toEqual(new Set(['gate/placeholder']));
    });

    it('marks every placeholder as something to fill in', () => {
      for (const { text, stops = [] } of edits) {
        const blanks = stops.map(({ start, end }) => text.slice(start, end));
        expect(blanks.filter((words) => words.startsWith('TBD')).length).toBe(text.split('TBD').length - 1);
      }
    });
  });
});

it('names the commands the repository has', () => {
  const [plan] = planIn(withScripts, 'one-file');
  expect(plan?.text).toContain('- [ ] `npm test` exits 0\n- [ ] `npm run build` exits 0\n');
});

it('asks for the command where the repository names none', () => {
  const blanks = (folder: Project) =>
    planIn(folder, 'one-file').flatMap(({ text, stops = [] }) => stops.map(({ start, end }) => text.slice(start, end)));
  expect(blanks(empty)).toContain('npm test');
  expect(blanks(withScripts)).not.toContain('npm test');
});

it('touches nothing that exists', () => {
  expect(createPlan(empty, 'phase-documents', { names: ['tasks'], exists: (path) => path === 'tasks/tasks.yaml' })).toEqual({
    refused: 'tasks/tasks.yaml exists already, and nothing was written. Move it, or choose another way of working.',
  });
});

it('leaves the configuration that is there as it is', () => {
  const edits = createPlan(empty, 'gates', { names: [], exists: (path) => path === 'phasewise.yaml' });
  expect('refused' in edits ? edits.refused : edits.map(({ path }) => path)).toEqual(['docs/phase-gates.md']);
});

it('puts the next plan beside one whose phases are all finished', () => {
  const plan = (status: string) => [
    { path: 'docs/plan.md', text: `# Boat\n\n## Phase 1: Hull\nStatus: ${status}\n\n## Phase 2: Mast\nStatus: ${status}\n` },
  ];
  const exists = (path: string) => path === 'docs/plan.md';
  const finished = Project.empty.with(plan('signed off'));
  const edits = createPlan(finished, 'one-file', { names: [], exists });
  if ('refused' in edits) throw new Error(edits.refused);
  expect(edits.map(({ path }) => path)).toEqual(['docs/plan-2.md']);
  expect(finished.with(edits).plans.map(({ current }) => current?.phase)).toEqual(expect.arrayContaining(['1', undefined]));
  expect(createPlan(Project.empty.with(plan('in progress')), 'one-file', { names: [], exists })).toHaveProperty('refused');
});

it('says which templates there are when it is asked for another one', () => {
  expect(createPlan(empty, 'waterfall', noFiles)).toMatchObject({ refused: expect.stringContaining('one-file') });
});

function planIn(folder: Project, id: string): readonly Edit[] {
  const edits = createPlan(folder, id, { ...noFiles, names: folder.files?.children('') ?? [] });
  if ('refused' in edits) throw new Error(edits.refused);
  return edits;
}
