import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { majorOf, makingRoom, type Numbering, Project, renumber } from '../../../server/src/core/index.ts';
import { after, facts, pathAfter } from './sameFacts.ts';

/** Documents as people write them; they are not part of the project. */
const corpus = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'corpus');
const present = existsSync(corpus);
if (!present) console.log('Skipped: the documents of other repositories do not stand beside this checkout.');
const documents: readonly { readonly file: string; readonly path: string }[] = present
  ? JSON.parse(readFileSync(join(corpus, 'manifest.json'), 'utf8'))
  : [];

/** Plans with phases that have numbers. */
const plans = documents.flatMap(({ file, path }) => {
  const project = Project.empty.with([{ path, text: readFileSync(join(corpus, 'docs', file), 'utf8') }]);
  const like = project.plans[0]?.phases.find(({ id }) => majorOf(id) !== undefined)?.id;
  return like === undefined ? [] : [{ file, path, project, like }];
});

describe.runIf(present)('documents of other repositories', () => {
  test('there are enough of them', () => expect(plans.length).toBeGreaterThan(30));

  test.each(plans)(
    '$file says the same under other numbers, and its own text again when they are taken back',
    ({ project, path, like }) => {
      const from = majorOf(like) ?? 0;
      const numbering = makingRoom(like, from);
      const there = numbered(project, numbering);
      const now = there.project.facts(pathAfter(path, there));
      const said = project.facts(path);
      expect(now && facts(now)).toEqual(said && facts(said, numbering));
      const back = numbered(there.project, backwards(like, from));
      expect(back.project.sources.get(path)?.text).toBe(project.sources.get(path)?.text);
    },
  );
});

function numbered(project: Project, numbering: Numbering) {
  const [plan] = project.plans;
  const result = plan && renumber(project, plan, numbering);
  if (!result || 'refused' in result) throw new Error(result?.refused ?? 'no plan');
  return { ...result, project: after(project, result) };
}

/** Undoes `makingRoom`. */
function backwards(like: string, from: number): Numbering {
  const letters = /^[A-Za-z]$/.test(like);
  return (id) => {
    const major = majorOf(id);
    if (major === undefined || major <= from || /^[A-Za-z]$/.test(id) !== letters) return undefined;
    return letters ? String.fromCharCode(id.charCodeAt(0) - 1) : id.replace(/\d+/, String(major - 1));
  };
}
