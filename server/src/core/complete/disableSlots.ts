import type { Span } from '../model.ts';
import type { Slot } from './completion.ts';

/**
 * What a comment that hides findings takes: the directive, then the ids of rules; nothing behind the dashes of its reason. Undefined
 * outside of comments.
 * @param open how a comment begins @param close how it ends; empty where the line ends it
 */
export function disableSlots(text: string, line: Span, offset: number, open: string, close: string): readonly Slot[] | undefined {
  const before = text.slice(line.start, offset);
  const from = before.lastIndexOf(open);
  if (from < 0 || (close !== '' && before.indexOf(close, from) >= 0)) return undefined;
  const words = before.slice(from + open.length).trimStart();
  const at = (typed: string): Span => ({
    start: offset - typed.length,
    end: offset + (/^[\w/]{0,80}(?:-[\w/]{1,80}){0,9}/.exec(text.slice(offset, line.end))?.[0].length ?? 0),
  });
  if (words === '') return [];
  if (/^[a-z-]{1,40}$/.test(words))
    return 'phasewise-disable-next-line'.startsWith(words.slice(0, 18)) ? [{ wants: 'directive', at: at(words) }] : [];
  const list = /^phasewise-disable-(?:line|next-line|section|file)[ \t,]+((?:[\w/-]{1,80}[ \t,]+){0,50})([\w/-]{0,80})$/.exec(
    words,
  );
  return list && !/(?:^|\s)--/.test(`${list[1]}${list[2]}`) ? [{ wants: 'rule', at: at(list[2] ?? '') }] : [];
}
