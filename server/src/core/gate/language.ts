import { setOf } from './vocabulary/inflect.ts';
import type { Word } from './words.ts';

/**
 * Whether the words can be read as English. The vocabulary is English; about a line in another language nothing is said rather than
 * something wrong. Told by the script, by letters that English lacks, and by the small words of other languages.
 */
export function isEnglish(text: string, words: readonly Word[]): boolean {
  const foreign = text.match(FOREIGN_LETTERS)?.length ?? 0;
  if (foreign === 0 && !words.some((word) => FOREIGN_WORDS.has(word.text))) return true;
  const plain = words.filter((word) => word.kind === 'word');
  if (foreign * 5 > text.length) return false;
  return plain.some((word) => ENGLISH_WORDS.has(word.text));
}

/** Letters beyond basic Latin, without typographic marks, arrows and symbols. */
const FOREIGN_LETTERS = /[\u00C0-\u024F\u0370-\u1FFF\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]/g;
const FOREIGN_WORDS = setOf(
  'und der das nicht wird werden ist sind mit auf alle durch ohne eine einen beim zum zur le les est sont une pour avec sans dans tous toutes aux el los las una para con sin todos todas uma com sem dos das os het een van niet alle och inte dla oraz jest nie gli della senza tutti tutte',
);
const ENGLISH_WORDS = setOf(
  'the a an is are was be and or of to with for in on by from that this all each no not can must shall should will when if has have it its as at works work passes pass',
);
