import { setOf } from './vocabulary/inflect.ts';
import { PLAIN_ADVERBS, SUBJECTIVE_ADJECTIVES, SUBJECTIVE_ADVERBS } from './vocabulary/judgements.ts';

const SUBORDINATORS = setOf(
  'when whenever once if unless until till while after before because since where wherever although though given provided whilst upon during',
);
const DETERMINERS = setOf(
  'a an the this that these those its their his her our your my each every all any some no both either another such one two three four five six seven eight nine ten only',
);
const PREPOSITIONS = setOf(
  'in on at to from for with without by of into onto over under via through per after before until during across between against within as than vs about above below behind beyond inside outside upon toward towards along around off up out down back like',
);
const CONJUNCTIONS = setOf('and or but nor so then that which who where when if because than as');
const PRONOUNS = setOf('it they you we he she i who that which user users nobody nothing everything');

/** "when", "until": opens a clause that says when, not what. */
export function isSubordinator(word: string): boolean {
  return SUBORDINATORS.has(word);
}

/** "the", "each", "two". */
export function isDeterminer(word: string): boolean {
  return DETERMINERS.has(word);
}

/** "in", "via", "without". */
export function isPreposition(word: string): boolean {
  return PREPOSITIONS.has(word);
}

/** "and", "that", "which". */
export function isConjunction(word: string): boolean {
  return CONJUNCTIONS.has(word);
}

/** Words that can be nothing but a subject. */
export function isPronoun(word: string): boolean {
  return PRONOUNS.has(word);
}

/** "not", "still" and words in -ly that are no nouns or verbs. */
export function isAdverb(word: string): boolean {
  return (
    word === 'not' ||
    word === 'never' ||
    PLAIN_ADVERBS.has(word) ||
    SUBJECTIVE_ADVERBS.has(word) ||
    (word.length > 4 && word.endsWith('ly') && !NO_ADVERBS.has(word))
  );
}

const NO_ADVERBS = setOf(
  'only apply reply supply assembly family daily weekly monthly anomaly multiply comply rely imply friendly user-friendly early likely',
);

/** An adjective of taste, known or by its ending: "clean", "demo-ready", "parent-friendly", "studio-quality". */
export function isSubjective(word: string): boolean {
  return SUBJECTIVE_ADJECTIVES.has(word) || (word.length > 7 && word.includes('-') && PRAISING_END.test(word));
}

const PRAISING_END =
  /-(?:ready|friendly|grade|quality|worthy|responsive)$|^(?:expert|professional|production|enterprise|industry|studio)-level$/;

/** By its ending: "functional", "clickable", "new". */
export function isAdjective(word: string): boolean {
  return (
    word === 'new' || isSubjective(word) || (word.length > 4 && ADJECTIVE_ENDING.test(word) && !NOUNS_LIKE_ADJECTIVES.has(word))
  );
}

const ADJECTIVE_ENDING = /(?:able|ible|al|ful|ic|ive|less|ous|ant|ent|ary|ed|ing)$/;
const NOUNS_LIKE_ADJECTIVES = setOf(`
 approval signal event client agent component document deployment environment tenant topic metric archive library binary summary proposal modal terminal portal traversal removal table feed seed embed variable drive string ping setting listing building routing
 logging testing paging polling caching rendering mapping ordering sorting filtering streaming binding padding heading element endpoint request comment payment content parent increment segment fragment statement assignment constant variant assistant
 participant grant logic traffic music clinic fabric mechanic public primitive directive dictionary boundary primary secondary canary interval retrieval arrival journal manual tutorial credential material trial serial channel accordion panel rule
 onboarding reading writing spelling training pricing billing messaging booking parsing scheduling indexing tracing monitoring reporting alerting scaffolding bundling packaging tooling typing handling processing clicking pressing tapping selecting typing submitting deleting
 adding removing opening closing saving running changing toggling switching dragging hovering scrolling resizing restarting refreshing reloading uploading downloading importing exporting restoring logging-in signing-in signing-out logging-out visiting
 calling sending receiving setting updating creating editing renaming moving copying pasting searching sorting passing entering invoking retrying cancelling canceling stopping starting killing unplugging disabling enabling`);
