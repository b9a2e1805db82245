import type { Span } from '../model.ts';
import type { Project } from '../project.ts';
import { planNaming } from './find.ts';
import { meantBy } from './known.ts';
import { type Name, namesIn } from './names.ts';
import { vocabularyOf } from './vocabulary.ts';

/** Words that name a phase, stage or task of the plan: with the word in front of the number ("Phase 2"), within one line. */
export interface NameToken extends Span {
  readonly kind: Name['kind'];
  /** They say what it is; elsewhere it is pointed to. */
  readonly defines: boolean;
}

/**
 * What no grammar can know of a document: which of its words name something that exists in its plan. In the order of the text, none
 * overlaps another; nothing where there is no plan.
 * @param within only those that begin there; 0-based UTF-16 offsets
 */
export function nameTokens(project: Project, path: string, within?: Span): readonly NameToken[] {
  const plan = planNaming(project, path);
  const text = project.sources.get(path)?.text;
  if (!plan || text === undefined) return [];
  const { phases, stages, tasks } = vocabularyOf(project, plan);
  const isWord = (word: string) =>
    [word, word.toLowerCase(), word.toLowerCase().replace(/s$/, '')].some((one) => phases.has(one) || stages.has(one));
  const tokens: NameToken[] = [];
  let free = 0;
  for (const name of namesIn(project, plan, path)) {
    const { kind, role, start, end } = name;
    if (role === 'carried' || role === 'file' || (within && (end < within.start || start > within.end))) continue;
    if (!(kind === 'task' && tasks.has(name.id)) && !meantBy(project, plan, name)) continue;
    const token = {
      kind,
      defines: role === 'definition',
      start: kind === 'task' ? start : headOf(text, start, free, isWord),
      end,
    };
    tokens.push(token);
    free = end;
  }
  return tokens;
}

/** Where the word in front of a number begins: `Phase 2`, `phase-2`, `P2`. */
function headOf(text: string, start: number, free: number, isWord: (word: string) => boolean): number {
  const before = text.slice(Math.max(free, start - 24), start);
  const head = /(?<![\p{L}\d])(\p{L}{1,16})[ _-]?#?$/u.exec(before);
  return head && isWord(head[1] ?? '') ? start - head[0].length : start;
}
