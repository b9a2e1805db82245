import type { GateLine } from './gateLine.ts';
import type { Vocabulary } from './names.ts';
import { setOf } from './vocabulary/inflect.ts';

/**
 * Whether a line only says that a list which exists is fulfilled: "All criteria of stage 2 are met", "Every task of phase 1 is done".
 * Then the conditions stand in that list, and they are judged there. A gate that points at itself says nothing.
 * @param own names of the unit that the gate belongs to
 */
export function delegates(line: GateLine, { lists }: Vocabulary, own: readonly string[] = []): boolean {
  const clause = line.clauses[0];
  if (lists.size === 0 || !clause || line.clauses.length > 1) return false;
  if (!FULFILLED.has(clause.predicate.lemma) && !clause.rest.some((word) => FULFILLED.has(word.text))) return false;
  const work = clause.subject.some((word) => WORK.has(word.text));
  return (work || clause.subject.some((word) => CONDITIONS.has(word.text))) && namesList(line, lists, work, own);
}

const FULFILLED = setOf(
  'meet satisfy complete do pass finish tick tick-off check check-off verify close fulfil fulfill achieve green done',
);
const CONDITIONS = setOf('criteria criterion gate gates acs ac requirements conditions checks points boxes checklist');
const WORK = setOf('task tasks item items story stories deliverables entries');

function namesList({ words }: GateLine, lists: Vocabulary['lists'], work: boolean, own: readonly string[]): boolean {
  return words.some((word, i) => {
    const unit = word.kind === 'word' ? UNITS.get(word.text.replace(/s$/, '')) : undefined;
    const name = `${unit} ${words[i + 1]?.text.toLowerCase()}`;
    return unit !== undefined && ((lists.has(name) && !own.includes(name)) || (work && lists.has(`tasks of ${name}`)));
  });
}

/** What people call the units of a plan. */
const UNITS: ReadonlyMap<string, string> = new Map([
  ...['phase', 'milestone', 'sprint', 'iteration', 'wave', 'epic'].map((word) => [word, 'phase'] as const),
  ...['stage', 'step', 'story', 'slice'].map((word) => [word, 'stage'] as const),
]);

/** Whether a text in small letters holds a word for units of a plan. */
export function speaksOfUnits(lower: string): boolean {
  return UNIT_WORDS.some((word) => lower.includes(word));
}

const UNIT_WORDS = [...UNITS.keys()];

/** What lists of a phase or stage are called: `phase 2`, `stage 2.1`. */
export function unitNames(phase: string | null, stage: string | null): readonly string[] {
  return [
    ...(phase === null ? [] : [`phase ${phase.toLowerCase()}`]),
    ...(stage === null ? [] : [`stage ${stage.toLowerCase()}`]),
  ];
}
