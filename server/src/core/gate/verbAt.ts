import type { VerbGroup } from './predicate.ts';
import type { VerbReading } from './vocabulary/inflect.ts';
import { setOf } from './vocabulary/inflect.ts';
import { SUBJECTIVE_ADJECTIVES, UNQUANTIFIED } from './vocabulary/judgements.ts';
import { AUXILIARY, BE, COMPLETE_ALONE, NOUN_TOO, processVerbs } from './vocabulary/verbs.ts';
import { isAdjective, isAdverb, isConjunction, isDeterminer, isPreposition, isPronoun, isSubordinator } from './wordClasses.ts';
import type { Word } from './words.ts';

/** The verb group that begins at word `i`, where the neighbours say that the word is a verb and not a noun or an attribute. */
export function verbAt(words: readonly Word[], i: number, from: number): VerbGroup | undefined {
  const word = words[i];
  if (!word) return undefined;
  if (BE.has(word.text)) return beAt(words, i);
  if (AUXILIARY.has(word.text)) return auxiliaryAt(words, i, from);
  if (word.text === 'set' && words[i + 1]?.text === 'up' && i > from && words[i - 1]?.text !== 'to')
    return group('participle', i, i + 2, 'set-up');
  const reading = word.verb;
  if (i === from) return reading && firstWordAt(words, i, reading);
  const before = words[i - 1];
  const after = words[i + 1];
  if (!before || before.text === 'to' || before.text === '/' || after?.text === '/') return undefined;
  if (!reading) return unknownAt(words, i, before, after);
  switch (reading.form) {
    case 'ing':
      return ingAt(words, i, reading, after);
    case 'past':
      return pastAt(words, i, reading, before, after);
    case 's':
      return thirdPersonAt(words, i, reading, before, after);
    default:
      return baseAt(words, i, reading, before, after);
  }
}

function group(kind: VerbGroup['kind'], start: number, end: number, lemma: string, modal?: string): VerbGroup {
  return { kind, start, end, lemma, modal };
}

function beAt(words: readonly Word[], i: number): VerbGroup {
  const next = skipAdverbs(words, i + 1);
  const word = words[next];
  const reading = word?.verb;
  const modal = words.slice(i, next).some((adverb) => adverb.text === 'never' || adverb.text === 'not') ? 'not' : undefined;
  if (reading?.form === 'past') return group('passive', i, next + 1, reading.lemma, modal);
  if (reading?.form === 'ing') return group('active', i, next + 1, reading.lemma, modal);
  if (
    word?.kind === 'word' &&
    word.text.length > 5 &&
    /[^e]ed$/.test(word.text) &&
    !word.text.includes('-') &&
    !isAdjectiveOnly(word.text)
  )
    return group('passive', i, next + 1, word.text, modal);
  if (word?.text === 'set' && words[next + 1]?.text === 'up') return group('passive', i, next + 2, 'set-up', modal);
  return group('be', i, i + 1, 'be', modal);
}

function isAdjectiveOnly(word: string): boolean {
  return SUBJECTIVE_ADJECTIVES.has(word) || UNQUANTIFIED.has(word);
}

function auxiliaryAt(words: readonly Word[], i: number, from: number): VerbGroup | undefined {
  const aux = words[i]?.text ?? '';
  const next = skipAdverbs(words, i + 1);
  const word = words[next];
  if (!word || word.kind === 'mark' || (aux === 'may' && i === from)) return undefined;
  if (BE.has(word.text)) return { ...beAt(words, next), start: i, modal: aux };
  const reading = word.verb;
  if (aux === 'has' || aux === 'have' || aux === 'had') {
    const perfect = reading?.form === 'past' && !/^(?:set|cost|read|put|split|cast|list)$/.test(word.text);
    return perfect && reading ? group('active', i, next + 1, reading.lemma) : group('active', i, i + 1, 'have');
  }
  return group('active', i, next + 1, reading?.lemma ?? word.text, aux);
}

function skipAdverbs(words: readonly Word[], from: number): number {
  let at = from;
  while (at < words.length - 1 && words[at]?.kind === 'word' && (isAdverb(words[at]?.text ?? '') || words[at]?.text === 'both'))
    at++;
  return at;
}

/** Verbs that conditions without a subject begin with: "Shows a summary", "Supports dark mode". The same words as plurals are rare there. */
const FIRST_VERBS = setOf(`
 accept allow block call clear close copy create delete display drop emit export fetch filter generate handle hide highlight import include keep launch link list load lock match open play post prevent print process prompt provide read record redirect reject
 remove render report require reset resize resolve restore retry return save scroll search send serve set show sort start stop store stream submit support sync trigger update upload use validate verify work write`);

/** "Returns 404", "Shows classification summary", "Denied for guests": a verb at the front speaks of a subject named before. */
function firstWordAt(words: readonly Word[], i: number, reading: VerbReading): VerbGroup | undefined {
  const word = words[i]?.text ?? '';
  const next = words[i + 1];
  if (reading.form === 's') {
    const hasObject =
      next?.kind !== 'word'
        ? next !== undefined && next.kind !== 'mark'
        : isDeterminer(next.text) || isPreposition(next.text) || isAdverb(next.text) || isFirstVerb(words, i, reading);
    return !NOUN_TOO.has(word) || hasObject || reading.lemma === 'work' ? group('active', i, i + 1, reading.lemma) : undefined;
  }
  if (reading.form !== 'past') return undefined;
  return !next || next.kind === 'mark' || isPreposition(next.text) || isConjunction(next.text)
    ? group('participle', i, i + 1, reading.lemma)
    : undefined;
}

/** "Updates stored values" against "Updates stored": a participle with nothing behind it belongs to a plural before it. */
function isFirstVerb(words: readonly Word[], i: number, reading: VerbReading): boolean {
  const next = words[i + 1];
  if (!FIRST_VERBS.has(reading.lemma) || !next || BE.has(next.text) || AUXILIARY.has(next.text)) return false;
  if (next.verb === undefined || next.verb.form === 'ing') return true;
  const behind = words[i + 2];
  return next.verb.form === 'past'
    ? behind?.kind === 'word' && !isPreposition(behind.text) && !isConjunction(behind.text) && !isAdverb(behind.text)
    : NOUN_TOO.has(next.text) && behind?.kind === 'word';
}

/** A word that no table knows is a verb where only a verb can stand: "empties the field", "gzipped on upload". */
function unknownAt(words: readonly Word[], i: number, before: Word, after: Word | undefined): VerbGroup | undefined {
  const word = words[i]?.text ?? '';
  if (word.length < 4 || before.kind === 'mark' || isPreposition(before.text) || isDeterminer(before.text)) return undefined;
  if (
    /[^su]s$/.test(word) &&
    after?.kind === 'word' &&
    isDeterminer(after.text) &&
    after.text !== 'that' &&
    after.text !== 'all' &&
    after.text !== 'only'
  )
    return group('active', i, i + 1, word);
  const closes = after?.kind !== 'word' || isPreposition(after.text) || isConjunction(after.text);
  return /[^e]ed$/.test(word) && closes ? group('participle', i, i + 1, word) : undefined;
}

const ING_ALONE = setOf(
  'passing working running failing succeeding functioning flowing responding showing rendering compiling building processing',
);

/** "All tools returning valid JSON": short for "return". */
const ING_WITH_OBJECT = setOf(
  'returning showing displaying producing receiving emitting loading catching rejecting preventing throwing printing containing including',
);

function ingAt(words: readonly Word[], i: number, reading: VerbReading, after: Word | undefined): VerbGroup | undefined {
  const word = words[i]?.text ?? '';
  const before = words[i - 1];
  if (
    ING_WITH_OBJECT.has(word) &&
    before?.kind === 'word' &&
    after?.kind === 'word' &&
    !isPreposition(before.text) &&
    !isDeterminer(before.text) &&
    !isPreposition(after.text)
  )
    return group('active', i, i + 1, reading.lemma);
  if (!ING_ALONE.has(word) || before === undefined || isPreposition(before.text) || isDeterminer(before.text)) return undefined;
  const noun = word === 'processing' || word === 'rendering' || word === 'building' || word === 'compiling';
  if (!after) return noun ? undefined : group('active', i, i + 1, reading.lemma);
  return !noun && (after.kind !== 'word' || isPreposition(after.text) || isConjunction(after.text) || isAdverb(after.text))
    ? group('active', i, i + 1, reading.lemma)
    : undefined;
}

const SAME_PAST = setOf('set read cost split cast hit put cut shut let');

function pastAt(
  words: readonly Word[],
  i: number,
  reading: VerbReading,
  before: Word,
  after: Word | undefined,
): VerbGroup | undefined {
  const word = words[i]?.text ?? '';
  if (
    before.kind === 'word' &&
    ((isPreposition(before.text) && before.text !== 'up' && before.text !== 'out') || isDeterminer(before.text))
  )
    return undefined;
  if (isConjunction(before.text) && before.text !== 'and') return undefined;
  if (SAME_PAST.has(word)) {
    return !after || after.text === 'to' ? group('participle', i, i + 1, reading.lemma) : undefined;
  }
  const closes =
    after?.kind !== 'word' ||
    isPreposition(after.text) ||
    isConjunction(after.text) ||
    isSubordinator(after.text) ||
    isAdverb(after.text) ||
    isDeterminer(after.text);
  if (!closes && !/^(?:end-to-end|live|done|complete|inline|green|true|false|visible|active|empty)$/.test(after?.text ?? ''))
    return undefined;
  // "Legal approved the terms": with an object behind it, it is the past tense.
  if (after?.kind === 'word' && isDeterminer(after.text)) return group('active', i, i + 1, reading.lemma);
  let start = i;
  while (start > 0 && isAdverb(words[start - 1]?.text ?? '')) start--;
  return group('participle', start, i + 1, reading.lemma);
}

const AFTER_PLURAL = setOf(
  'pass fail work complete land run return show match reflect load render start use succeed exist appear remain stay',
);

function thirdPersonAt(
  words: readonly Word[],
  i: number,
  reading: VerbReading,
  before: Word,
  after: Word | undefined,
): VerbGroup | undefined {
  const word = words[i]?.text ?? '';
  const found = group('active', i, i + 1, reading.lemma);
  if (!NOUN_TOO.has(word)) return before.kind === 'word' && isDeterminer(before.text) ? undefined : found;
  if (before.kind === 'mark') return undefined;
  const noSubject =
    before.kind === 'word' &&
    !isPronoun(before.text) &&
    (isDeterminer(before.text) || isPreposition(before.text) || isConjunction(before.text) || isAdjective(before.text));
  if (noSubject) return undefined;
  const alone = COMPLETE_ALONE.has(reading.lemma) || reading.lemma === 'work';
  if (!after || (after.kind === 'mark' && after.text !== '(')) return alone ? found : undefined;
  if (after.kind !== 'word') return found;
  if (BE.has(after.text) || AUXILIARY.has(after.text)) return undefined;
  const next = after.verb;
  if (next?.form === 'base' && (!NOUN_TOO.has(after.text) || AFTER_PLURAL.has(after.text))) return undefined;
  if (next?.form === 'ing' && ING_ALONE.has(after.text)) return undefined;
  // "Values stored in …" against "shows stored values".
  if (next?.form === 'past')
    return words[i + 2] === undefined ||
      words[i + 2]?.kind !== 'word' ||
      isDeterminer(words[i + 2]?.text ?? '') ||
      isPreposition(words[i + 2]?.text ?? '')
      ? undefined
      : found;
  if (isConjunction(after.text) && !/^(?:that|as|when|if)$/.test(after.text)) return undefined;
  // A plural before "of" or "for" is more often a noun: "changes of scope".
  return after.text === 'of' || (after.text === 'for' && !alone) ? undefined : found;
}

/** Verbs that are met after a plural, although the same word may be a noun: "tests pass". */
const AFTER_PLURAL_SUBJECT = setOf(`
 pass fail work succeed exist appear match return show render load run start remain stay contain include receive see use reflect persist accept reject block prevent display respond require produce become follow enforce survive continue agree differ have
 behave function land read write handle support update open close deny throw raise emit stop cover report compile build share resolve point keep move change`);

function baseAt(
  words: readonly Word[],
  i: number,
  reading: VerbReading,
  before: Word,
  after: Word | undefined,
): VerbGroup | undefined {
  const word = words[i]?.text ?? '';
  if (before.kind === 'word' && (isPreposition(before.text) || isDeterminer(before.text) || before.text === 'or'))
    return undefined;
  // "All tasks complete with …": a state, unless it has an object.
  if (word === 'complete' && !(after?.kind === 'word' && isDeterminer(after.text))) return undefined;
  let at = i - 1;
  while (at > 0 && words[at]?.kind === 'word' && isAdverb(words[at]?.text ?? '')) at--;
  const subject = words[at];
  if (!subject) return undefined;
  if (subject.kind === 'mark') return undefined;
  const found = group('active', i, i + 1, reading.lemma);
  if (subject.kind !== 'word') return !NOUN_TOO.has(word) || AFTER_PLURAL_SUBJECT.has(word) ? found : undefined;
  // "linting and formatting work": two make a plural.
  const two =
    AFTER_PLURAL_SUBJECT.has(word) &&
    words.slice(Math.max(0, at - 3), at).some((other) => other.text === 'and' || other.text === '+');
  if (!two && !isPlural(subject.text))
    return before.text === 'and' && after?.kind === 'word' && isDeterminer(after.text) ? found : undefined;
  const object = after?.kind === 'word' && (isDeterminer(after.text) || isPreposition(after.text));
  return !NOUN_TOO.has(word) || AFTER_PLURAL_SUBJECT.has(word) || object || processVerbs.get(word)?.lemma === 'agree'
    ? found
    : undefined;
}

function isPlural(word: string): boolean {
  return (
    isPronoun(word) ||
    (/[^su]s$/.test(word) && !word.endsWith('is')) ||
    /^(?:people|children|criteria|media|data|team|staff)$/.test(word)
  );
}
