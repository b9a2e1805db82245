import { group, type VerbGroup } from './verbGroup.ts';
import type { VerbReading } from './vocabulary/inflect.ts';
import { setOf } from './vocabulary/inflect.ts';
import { AUXILIARY, BE, COMPLETE_ALONE, NOUN_TOO, processVerbs } from './vocabulary/verbs.ts';
import { isAdjective, isAdverb, isConjunction, isDeterminer, isPreposition, isPronoun, isSubordinator } from './wordClasses.ts';
import type { Word } from './words.ts';

const ING_ALONE = setOf(
  'passing working running failing succeeding functioning flowing responding showing rendering compiling building processing',
);

/** "All tools returning valid JSON": short for "return". */
const ING_WITH_OBJECT = setOf(
  'returning showing displaying producing receiving emitting loading catching rejecting preventing throwing printing containing including',
);

/** "tests passing", "all tools returning JSON": a gerund that stands for a verb. */
export function ingAt(words: readonly Word[], i: number, reading: VerbReading, after: Word | undefined): VerbGroup | undefined {
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

/** "input rejected", "Legal approved the terms". */
export function pastAt(
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

/** "shows three rows", where the word is no plural. */
export function thirdPersonAt(
  words: readonly Word[],
  i: number,
  reading: VerbReading,
  before: Word,
  after: Word | undefined,
): VerbGroup | undefined {
  const word = words[i]?.text ?? '';
  const found = group('active', i, i + 1, reading.lemma);
  // "Integration tests in place".
  if (word === 'tests' && after?.kind === 'word' && isPreposition(after.text)) return undefined;
  if (!NOUN_TOO.has(word)) return before.kind === 'word' && isDeterminer(before.text) ? undefined : found;
  if (before.kind === 'mark') return undefined;
  const alone = COMPLETE_ALONE.has(reading.lemma) || reading.lemma === 'work' || reading.lemma === 'build';
  // "Cache management works": at the end of its clause it can only be the verb.
  const closing =
    (word === 'works' || (i > 1 && alone && isDeterminer(words[0]?.text ?? ''))) &&
    before.kind === 'word' &&
    !isDeterminer(before.text) &&
    (after === undefined ||
      after.kind === 'mark' ||
      (word === 'works' &&
        after.kind === 'word' &&
        (isPreposition(after.text) || isSubordinator(after.text) || isAdverb(after.text)) &&
        after.text !== 'of'));
  const noSubject =
    !closing &&
    before.kind === 'word' &&
    !isPronoun(before.text) &&
    ((isDeterminer(before.text) && !(before.text === 'only' && i > 1)) ||
      isPreposition(before.text) ||
      isConjunction(before.text) ||
      isAdjective(before.text));
  if (noSubject) return undefined;
  if (!after || (after.kind === 'mark' && after.text !== '(')) return alone ? found : undefined;
  if (after.kind !== 'word') return found;
  if (BE.has(after.text) || AUXILIARY.has(after.text)) return undefined;
  let behind = i + 1;
  while (words[behind]?.kind === 'word' && isAdverb(words[behind]?.text ?? '')) behind++;
  // "Changes clearly remain": a noun, and its verb behind the adverb.
  if (behind > i + 1 && words[behind]?.verb?.form === 'base' && AFTER_PLURAL_SUBJECT.has(words[behind]?.text ?? ''))
    return undefined;
  const next = after.verb;
  if (next?.form === 'base' && (!NOUN_TOO.has(after.text) || AFTER_PLURAL.has(after.text))) return undefined;
  // "Frames share one style", "unit tests cover the parser".
  if (next?.form === 'base' && AFTER_PLURAL_SUBJECT.has(after.text) && isDeterminer(words[i + 2]?.text ?? '')) return undefined;
  if (next?.form === 'ing' && ING_ALONE.has(after.text)) return undefined;
  // "Values stored in …" against "shows stored values".
  if (next?.form === 'past')
    return words[i + 2] === undefined ||
      words[i + 2]?.kind !== 'word' ||
      isDeterminer(words[i + 2]?.text ?? '') ||
      isPreposition(words[i + 2]?.text ?? '') ||
      isConjunction(words[i + 2]?.text ?? '')
      ? undefined
      : found;
  if (isConjunction(after.text) && !/^(?:that|as|when|if)$/.test(after.text)) return undefined;
  // A plural before "of" or "for" is more often a noun: "changes of scope".
  return after.text === 'of' || (after.text === 'for' && !alone) ? undefined : found;
}

/** Verbs that are met after a plural, although the same word may be a noun: "tests pass". */
const AFTER_PLURAL_SUBJECT = setOf(`
 pass fail work succeed exist appear match return show render load run start remain stay contain include receive see use reflect persist accept reject block prevent display respond require produce become follow enforce survive continue agree differ have
 behave function land read write handle support update open close deny throw raise emit stop cover report compile build share resolve point keep move change upload display sync scroll export import`);

/** "tests pass": the base form behind a plural. */
export function baseAt(
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
  if (
    word === 'complete' &&
    !(after?.kind === 'word' && (isDeterminer(after.text) || (after.text.endsWith('ly') && isAdverb(after.text))))
  )
    return undefined;
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
    words.slice(Math.max(0, at - 3), at).some((other) => other.text === 'and' || other.text === '+' || other.text === '/');
  if (!two && !isPlural(subject.text))
    return before.text === 'and' && after?.kind === 'word' && isDeterminer(after.text) ? found : undefined;
  const object = after?.kind === 'word' && (isDeterminer(after.text) || isPreposition(after.text));
  // "Images upload correctly": what has an adverb behind it is a verb.
  const qualified = after?.kind === 'word' && after.text.endsWith('ly') && isAdverb(after.text);
  return !NOUN_TOO.has(word) || AFTER_PLURAL_SUBJECT.has(word) || object || qualified || processVerbs.get(word)?.lemma === 'agree'
    ? found
    : undefined;
}

const SINGULAR = setOf(
  'sms dns aws tls https http rls js tts gps pos os ios macos cors ddos dos ses sns sqs ecs eks gcs rds ebs rss sas gas always perhaps series nodejs nextjs kubernetes postgres redis analytics news lens canvas atlas',
);

function isPlural(word: string): boolean {
  return (
    isPronoun(word) ||
    (/[^su]s$/.test(word) && !word.endsWith('is') && !SINGULAR.has(word)) ||
    /^(?:people|children|criteria|media|data|team|staff)$/.test(word)
  );
}
