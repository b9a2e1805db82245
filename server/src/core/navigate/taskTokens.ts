import type { Span } from '../model.ts';
import type { Regions } from './regions.ts';
import { isTaskId, type Vocabulary } from './vocabulary.ts';

const token = /(?<![A-Za-z0-9._/\\-])[A-Za-z][A-Za-z0-9]*(?:[-_.][A-Za-z0-9]+){0,6}/g;

/** The ids of tasks that a text mentions. In code one counts where it stands alone: elsewhere it may be part of a command. */
export function* taskTokens(
  text: string,
  { stretches }: Regions,
  words: Vocabulary,
): Iterable<{ readonly id: string; readonly at: Span }> {
  if (words.tasks.size === 0) return;
  const known = new Map<string, boolean>();
  for (const { start, end, manner } of stretches) {
    for (const match of text.slice(start, end).matchAll(token)) {
      const [id] = match;
      if (!/\d/.test(id)) continue;
      const own = known.get(id) ?? isTaskId(words, id);
      known.set(id, own);
      const at = { start: start + match.index, end: start + match.index + id.length };
      if (!own || (manner === 'code' && (at.start > start || at.end < end))) continue;
      // Part of a path, or of a longer word.
      if (/^(?:[\\\w-]|\/(?!\w{1,12}\d)|\.\w)/.test(text.slice(at.end, at.end + 14))) continue;
      yield { id, at };
    }
  }
}
