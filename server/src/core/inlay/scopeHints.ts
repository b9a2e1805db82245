import { counted } from '../complete/paths.ts';
import { globProblem } from '../glob.ts';
import type { Span } from '../model.ts';
import { literalPath } from '../navigate/literalPath.ts';
import type { Project } from '../project.ts';
import type { Source } from '../source.ts';
import type { InlayHint, InlayHints } from './inlayHints.ts';

/** Behind a pattern of a scope stands how many files it names. A path that is there needs no count, one that is to come neither. */
export function scopeHints(project: Project, source: Source, within: Span): InlayHints {
  const { files } = project;
  const hints = new Map<number, InlayHint>();
  let wantsFiles = false;
  for (const { glob, at, creates } of project.facts(source.path)?.scope ?? []) {
    const start = glob === null ? -1 : source.text.slice(at.start, at.end).indexOf(glob);
    if (glob === null || start < 0 || at.end < within.start || at.start > within.end || globProblem(glob)) continue;
    if (!files) {
      wantsFiles = true;
      continue;
    }
    const count = files.matching(glob).length;
    if ((count === 0 && creates) || (count === 1 && literalPath(glob) !== undefined)) continue;
    const end = at.start + start + glob.length;
    // Behind the mark that closes a code span or a quotation.
    const behind = /^[`"']/.test(source.text.slice(end, end + 1)) ? end + 1 : end;
    hints.set(behind, { at: behind, words: count === 0 ? 'no file' : counted(count) });
  }
  return { hints: [...hints.values()], wantsFiles };
}
