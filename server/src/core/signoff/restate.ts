import type { Edit, Plan, Status, StatusStatement } from '../model.ts';
import { finished } from '../plan/current.ts';
import type { Project } from '../project.ts';
import type { Source } from '../source.ts';
import { moveCard } from './moveCard.ts';
import { spanOfWords } from './spanOfWords.ts';
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
  const found = there === statement.text ? { start, end, mark: '' } : spanOfWords(source, statement);
  if (!found) return statement.form === 'item' ? moveCard(source, statement, to) : [];
  const text = statusWordFor(plan, statement, to);
  return text === statement.text ? [] : [{ path, start: found.start, end: found.end, text: emphasised(text, found.mark) }];
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

/** `🚧 **IN PROGRESS**` where `✅ **COMPLETE**` was. */
function emphasised(text: string, mark: string): string {
  if (mark === '') return text;
  const sign = /^(?:\p{Extended_Pictographic}|[☐☑✓✔])\ufe0f? /u.exec(text)?.[0] ?? '';
  return `${sign}${mark}${text.slice(sign.length)}${mark}`;
}
