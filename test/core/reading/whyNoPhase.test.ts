import { describe, expect, it } from 'vitest';
import { lookedAt, Project } from '../../../server/src/core/index.ts';

const looked = (files: Record<string, string>) =>
  lookedAt(Project.empty.with(Object.entries(files).map(([path, text]) => ({ path, text }))));
const lacking = (text: string, path = 'docs/plan.md') =>
  looked({ [path]: text }).documents.map(({ line, message }) => `${line}: ${message}`);

describe('why a document defines no phase', () => {
  it.each([
    ['no heading names one', '# Boat\n\n## Hull\n\nWood.\n', '1: no heading names a phase (`## Phase 1: …`)'],
    ['there is no heading', 'We build a boat.\n', '1: it has no heading, so none names a phase (`## Phase 1: …`)'],
    ['it is empty', '\n\n', '1: it is empty'],
    [
      'a heading speaks of several',
      '# Boat\n\n## What follows after phase 2 and before the launch\n',
      '3: a heading mentions a phase, but its name does not begin there (`## Phase 1: …`)',
    ],
    [
      'nobody filled in the template',
      '# Boat\n\n## Phase <number>: <title>\n',
      '3: a placeholder stands where the number of the phase would',
    ],
    [
      'a letter stands for any number',
      '# Boat\n\n## Phase N: <title>\n',
      '3: a placeholder stands where the number of the phase would',
    ],
    [
      'they stand in a fence',
      '# Boat\n\n```md\n## Phase 1: Hull\n```\n',
      '4: its phases stand in a code fence, where nothing is read',
    ],
    [
      'they stand in a comment',
      '# Boat\n\n<!--\n## Phase 1: Hull\n-->\n',
      '4: its phases stand in an HTML comment, where nothing is read',
    ],
    [
      'only the gate was understood',
      '# Boat\n\n## Exit criteria\n\n- The hull is 12 m long\n',
      '1: 1 gate, but no heading names a phase (`## Phase 1: …`)',
    ],
  ])('%s', (_, text, message) => {
    expect(lacking(text)).toEqual([message]);
  });

  it.each([
    [
      'its tasks say no phase',
      'tasks:\n  - id: T1\n    title: Saw\n    status: done\n',
      '2: 1 task, but none says which phase it is of (`phase: 1`)',
    ],
    ['it holds nothing of the kind', 'colour: red\n', '1: it has no list of `tasks` or `phases`'],
    ['another tool runs it', 'version: 3\ntasks:\n  build:\n    cmds: [make]\n', '1: it belongs to a tool that runs it'],
  ])('in YAML, %s', (_, text, message) => {
    expect(lacking(text, 'tasks.yaml')).toEqual([message]);
  });

  it('is not asked where a phase was found, nor of files that are no documents of a plan', () => {
    expect(looked({ 'docs/plan.md': '# Boat\n', 'docs/roadmap.md': '## Phase 1: Hull\n' }).documents).toEqual([]);
    expect(looked({ 'README.md': '# Boat\n', 'phasewise.yaml': 'tag: v{n}\n' }).documents).toEqual([]);
  });

  it('names the documents that come nearest first, and no more than a person reads', () => {
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [`docs/plan-${String(at).padStart(2, '0')}.md`, '# Boat\n']),
    );
    const { documents, more } = looked({ ...many, 'tasks.yaml': 'tasks:\n  - id: T1\n    title: Saw\n    status: done\n' });
    expect([documents[0]?.path, documents[1]?.path, documents.length, more]).toEqual(['tasks.yaml', 'docs/plan-00.md', 20, 11]);
  });
});

it('a document that cannot be read says why', () => {
  const project = Project.empty.with([{ path: 'docs/plan.md', unreadable: 'is not UTF-8 text' }]);
  expect(lookedAt(project).documents).toEqual([{ path: 'docs/plan.md', line: 1, message: 'it is not UTF-8 text' }]);
});
