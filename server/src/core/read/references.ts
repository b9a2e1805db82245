import type { Reference } from '../model.ts';
import { plainSpaces } from './vocabulary.ts';

const named = /\b(?:phase|stage|step|fase|P)[ _-]?#?(\d{1,3}(?:\.\d{1,3}){0,9}[a-z]?)\b/gi;
const bare =
  /(?:^|[,;&]\s{0,9}|\band\s{1,9})#?((?:[A-Z]{1,6}-?)?\d{1,4}(?:[.-]\d{1,4}){0,9}[a-z]?)(?=\s{0,9}(?:$|[,;&(]|\band\b))/g;

/**
 * The units or tasks that a value points to: `Phase 1, Phase 2`, `1, 2`, `T0-001`. "None" and prose without numbers give nothing.
 * @param offset where `text` begins in its document
 */
export function readReferences(text: string, offset: number, path: string): readonly Reference[] {
  const plain = plainSpaces(text);
  if (/^\W*(?:none|nothing|n\/a|no\b|无|なし|없음)/iu.test(plain)) return [];
  const waits = blankOut(plain.replace(/[*`]/g, ' '));
  const found = [...waits.matchAll(named)];
  const matches = found.length > 0 ? found : [...waits.matchAll(bare)];
  return matches.slice(0, 50).map((match) => {
    const id = match[1] ?? '';
    const start = offset + (match.index ?? 0) + match[0].lastIndexOf(id);
    return { id: id.replace(/^0+(?=\d)/, ''), at: { path, start, end: start + id.length } };
  });
}

/** Sentences that say what it does not wait for ("Independent of phase 5. Can run in parallel with phase 6."). */
const denial =
  /\b(?:independent|not (?:depend|require|block|need)|can (?:run|start|begin|be)|may (?:run|start)|parallel|interleav\w*|unlike|optional(?:ly)?)\b/i;

/** The text with such sentences blanked, so that offsets stay. */
function blankOut(text: string): string {
  return text.replace(/[^.;]+[.;]?/g, (sentence) => (denial.test(sentence) ? ' '.repeat(sentence.length) : sentence));
}
