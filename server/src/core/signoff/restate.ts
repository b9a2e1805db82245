import type { Edit, Plan, Status, StatusStatement } from '../model.ts';
import { finished } from '../plan/current.ts';
import type { Project } from '../project.ts';
import { lineAt, lineSpan, type Source } from '../source.ts';
import { moveCard } from './moveCard.ts';
import { statusWordFor } from './statusWord.ts';

/**
 * The edits that make one statement say another status, in the vocabulary of its place: words are replaced by words, a picture by a
 * picture, a box is ticked or not, a card goes to another column. None where the place cannot say it.
 */
export function restate(project: Project, plan: Plan, statement: StatusStatement, to: Status): readonly Edit[] {
  const source = project.sources.get(statement.at.path);
  if (!source) return [];
  const { path, start, end } = statement.at;
  const there = source.text.slice(start, end);
  if (statement.form === 'item' && isMark(there, source, start)) return tick(there, statement, to);
  if (/^(?:true|false|yes|no)$/i.test(there) && statement.form === 'yaml')
    return truth(there, finished.has(to)).map((text) => ({ path, start, end, text }));
  const at = there === statement.text ? { start, end } : wordsOnLine(source, statement);
  if (!at) return moveCard(source, statement, to);
  const text = statusWordFor(plan, statement, to);
  return text === statement.text ? [] : [{ path, ...at, text }];
}

/** Whether a stretch is what stands in a checkbox, or a ballot box. */
function isMark(there: string, { text }: Source, start: number): boolean {
  return /^[☐☑☒⬜]$/u.test(there) || (there.length <= 1 && text[start - 1] === '[');
}

function tick(there: string, { at: { path, start, end } }: StatusStatement, to: Status): readonly Edit[] {
  const wanted = finished.has(to);
  if (/^[xX☑☒]$/u.test(there) === wanted) return [];
  const text = /^[☐☑☒⬜]$/u.test(there) ? (wanted ? '☑' : '☐') : wanted ? 'x' : ' ';
  return [{ path, start, end, text }];
}

/** `yes` for `no`, `True` for `False`. */
function truth(there: string, is: boolean): readonly string[] {
  const words = /^[yn]/i.test(there) ? ['no', 'yes'] : ['false', 'true'];
  const word = words[is ? 1 : 0] ?? '';
  const cased =
    there === there.toUpperCase()
      ? word.toUpperCase()
      : /^[A-Z]/.test(there)
        ? word.charAt(0).toUpperCase() + word.slice(1)
        : word;
  return cased === there ? [] : [cased];
}

/** The words of a statement further on in its line, where they stand once: `Completed` of `- Phase 1: Completed`. */
function wordsOnLine(source: Source, { text, at }: StatusStatement): { start: number; end: number } | undefined {
  const line = lineSpan(source, lineAt(source, at.start));
  const words = source.text.slice(line.start, line.end);
  const found = words.indexOf(text);
  if (text === '' || found < 0 || words.indexOf(text, found + 1) >= 0) return undefined;
  return { start: line.start + found, end: line.start + found + text.length };
}
