import type { Plan } from '../model.ts';
import { numberOfFile, vocabularyOf } from '../navigate/vocabulary.ts';
import type { Project } from '../project.ts';
import type { Refusal } from '../refusal.ts';
import type { Move } from '../renamePaths.ts';
import { type Numbering, writtenLike } from './numbering.ts';

/**
 * The documents whose names carry the number of a phase that gets another one, in an order in which none is moved onto one that has still
 * to move. Where they change places in a circle, the first waits under another name.
 */
export function movesOf(project: Project, plan: Plan, numbering: Numbering): readonly Move[] | Refusal {
  const moves = new Map<string, string>();
  for (const path of vocabularyOf(project, plan).files) {
    const raw = numberOfFile(path);
    const id = raw === undefined ? undefined : numbering(raw.replace(/^0+(?=\d)/, ''));
    if (raw === undefined || id === undefined) continue;
    const name = path.split('/').at(-1) ?? path;
    const at = path.length - name.length + name.search(new RegExp(`(?<=phase[-_ ]?)${raw}`, 'i'));
    moves.set(path, path.slice(0, at) + writtenLike(raw, id) + path.slice(at + raw.length));
  }
  for (const to of moves.values())
    if (!moves.has(to) && (project.sources.has(to) || project.files?.has(to)))
      return { refused: `${to} is there already; move it away first.` };
  return inOrder(moves);
}

function inOrder(moves: Map<string, string>): readonly Move[] {
  const ordered: Move[] = [];
  const left = new Map(moves);
  while (left.size > 0) {
    const free = [...left].find(([, to]) => !left.has(to));
    if (free) {
      ordered.push({ from: free[0], to: free[1] });
      left.delete(free[0]);
      continue;
    }
    const [from, to] = [...left][0] as [string, string];
    const aside = from.replace(/(\.\w+)?$/, '.moving$1');
    ordered.push({ from, to: aside });
    left.delete(from);
    left.set(aside, to);
  }
  return ordered;
}
