import { baseAt, ingAt, pastAt, thirdPersonAt } from './verbForms.ts';
import { group, type VerbGroup } from './verbGroup.ts';
import type { VerbReading } from './vocabulary/inflect.ts';
import { setOf } from './vocabulary/inflect.ts';
import { SUBJECTIVE_ADJECTIVES, UNQUANTIFIED } from './vocabulary/judgements.ts';
import { AUXILIARY, BE, NOUN_TOO } from './vocabulary/verbs.ts';
import { isAdverb, isConjunction, isDeterminer, isPreposition } from './wordClasses.ts';
import type { Word } from './words.ts';

/** The verb group that begins at word `i`, where the neighbours say that the word is a verb and not a noun or an attribute. */
export function verbAt(words: readonly Word[], i: number, from: number): VerbGroup | undefined {
  const word = words[i];
  if (!word) return undefined;
  if (BE.has(word.text)) return beAt(words, i);
  if (AUXILIARY.has(word.text) && !isBus(words, i)) return auxiliaryAt(words, i, from);
  if (word.text === 'set' && words[i + 1]?.text === 'up' && i > from && words[i - 1]?.text !== 'to')
    return group('participle', i, i + 2, 'set-up');
  const reading = word.verb;
  if (i === from) return reading && firstWordAt(words, i, reading);
  const before = words[i - 1];
  const after = words[i + 1];
  if (!before || before.text === 'to' || before.text === '/') return undefined;
  if (after?.text === '/') return reading && eitherAt(words, i, reading, before);
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

/** "grows/shrinks with its content": two verbs of one form side by side. */
function eitherAt(words: readonly Word[], i: number, reading: VerbReading, before: Word): VerbGroup | undefined {
  const other = words[i + 2]?.verb;
  if (reading.form !== 's' || other?.form !== 's') return undefined;
  const found = thirdPersonAt(words, i, reading, before, words[i + 3]);
  return found && { ...found, end: i + 3 };
}

/** "CAN" is a bus unless a verb follows. */
function isBus(words: readonly Word[], i: number): boolean {
  const next = words[i + 1];
  return words[i]?.text === 'can' && words[i]?.acronym === true && !(next && (BE.has(next.text) || next.verb?.form === 'base'));
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
 answer apply archive cancel cap capture check clone collapse compile connect count cover crop decode delay deny deploy detect label log mark map measure merge mount move name offer order output override parse pass place preview pull push query rank redirect reference register repeat replace reply request reserve return reuse reverse round route run sample score seed skip sort split stamp switch tag take target throttle toggle track transfer transform trim truncate wait wrap yield
 accept allow block call clear close copy create delete display drop emit export fetch filter generate handle hide highlight import include keep launch link list load lock match open play post prevent print process prompt provide read record redirect reject
 remove render report require reset resize resolve restore retry return save scroll search send serve set show sort start stop store stream submit support sync trigger update upload use validate verify work write`);

/** "Returns 404", "Shows account totals", "Denied for guests": a verb at the front speaks of a subject named before. */
function firstWordAt(words: readonly Word[], i: number, reading: VerbReading): VerbGroup | undefined {
  const word = words[i]?.text ?? '';
  const next = words[i + 1];
  if (reading.form === 's') {
    // "Tests in the nightly job".
    if (word === 'tests' && next?.kind === 'word' && isPreposition(next.text)) return undefined;
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
    : NOUN_TOO.has(next.text) && behind?.kind === 'word' && !isPreposition(behind.text) && next.text !== 'work';
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
