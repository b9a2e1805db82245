import type { Span } from '../model.ts';
import type { Clause } from './clauses.ts';
import { isQuality } from './qualities.ts';
import { MEASURES, SUBJECTIVE_ADJECTIVES, UNQUANTIFIED } from './vocabulary/judgements.ts';
import { processVerbs } from './vocabulary/verbs.ts';
import type { Word } from './words.ts';

/** Three or more things side by side, or two with a name among them: a list that ends. */
export function listIn(words: readonly Word[]): Span | undefined {
  let commas = 0;
  let joins = 0;
  for (const word of words) {
    if (word.kind === 'mark' && (word.text === ',' || word.text === '+')) commas++;
    else if (word.text === 'and' || word.text === 'or' || word.text === '&') joins++;
  }
  const first = words[0];
  const last = words.at(-1);
  return first && last && (commas >= 2 || (commas >= 1 && joins >= 1)) && !words.some((word) => word.text === 'etc')
    ? { start: first.start, end: last.end }
    : undefined;
}

/** A parenthesis that explains: several words or items, no question, no reference to a task. */
export function asideIn(asides: readonly Word[]): Span | undefined {
  const first = asides[0];
  const last = asides.at(-1);
  if (!first || !last || asides.some((word) => word.text === '?')) return undefined;
  const plain = asides.filter((word) => word.kind !== 'mark' && !/^[A-Z]{1,3}-?\d+$/.test(word.text));
  if (/^(?:if|where|when|as|optional|e\.g|manual|allowlist)$/.test(first.text) && plain.length < 4) return undefined;
  // "(for reproducible runs)", "(commands to be used)" say what it is for; only a list, a name or a statement tells what is seen.
  if (/^(?:for|to|so|deferred|based|because|since|including|like)$/.test(first.text) && !asides.some((word) => word.text === ','))
    return undefined;
  // "(efficiency, robustness)": qualities tell nothing.
  if (plain.every((word) => isQuality(word.text) || MEASURES.has(word.text) || word.text === 'and')) return undefined;
  if (plain.some((word, i) => word.text === 'to' && plain[i + 1]?.text === 'be')) return undefined;
  return plain.length >= 3 ||
    (plain.length >= 2 && asides.some((word) => word.text === ',' || word.text === '/' || word.text === '+'))
    ? { start: first.start, end: last.end }
    : undefined;
}

/** "Click → dialog opens", but not "request → job mapping documented": there the arrow only names what was worked on. */
export function leadsSomewhere(clauses: readonly Clause[], end: number): boolean {
  const next = clauses.find((clause) => clause.start >= end);
  if (!next) return true;
  const { kind, lemma } = next.predicate;
  if (kind === 'passive' || kind === 'participle') return !processVerbs.has(lemma);
  const praise = next.rest[0]?.text ?? '';
  if (kind === 'state') return !(UNQUANTIFIED.has(lemma) || SUBJECTIVE_ADJECTIVES.has(lemma));
  return !(kind === 'be' && (UNQUANTIFIED.has(praise) || SUBJECTIVE_ADJECTIVES.has(praise)));
}
