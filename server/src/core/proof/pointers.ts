import type { EvidenceTarget, Phase, Place, Plan, Span, Stage } from '../model.ts';
import { type Life, livesOf } from '../plan/life.ts';
import { targetOfLink } from '../read/evidenceTargets.ts';

/** Words that point somewhere: evidence, or the output that a recorded outcome links. */
export interface Pointing {
  readonly targets: readonly EvidenceTarget[];
  readonly at: Place;
}

/** The words at a place of the plan, as they are written. */
type Words = (at: Place) => { readonly text: string; readonly place: (offset: number) => number } | undefined;

/** Everything in a plan that points somewhere, with the life of what it proves. */
export function* pointersOf(plan: Plan, words: Words): Iterable<readonly [Pointing, Life]> {
  const lives = livesOf(plan);
  for (const [index, phase] of plan.phases.entries())
    for (const unit of [phase, ...phase.stages]) for (const one of pointersIn(unit, words)) yield [one, lives[index] ?? 'now'];
  for (const unit of [plan, ...plan.stages]) for (const one of pointersIn(unit, words)) yield [one, 'now'];
}

/** What points somewhere in a phase or stage itself. */
export function* pointersIn({ evidence, checklist, gates }: Plan | Phase | Stage, words: Words): Iterable<Pointing> {
  yield* evidence;
  for (const { result } of [...checklist, ...gates.flatMap(({ items }) => items)]) {
    const target = result?.artifact ? targetOfLink(result.artifact, spotOf(result.artifact, result.at, words)) : undefined;
    if (result && target) yield { targets: [target], at: result.at };
  }
}

/** Where an address stands; all of the words where it is written in another way. */
function spotOf(address: string, at: Place, words: Words): Span {
  const written = words(at);
  const within = written?.text.indexOf(address) ?? -1;
  if (!written || within < 0) return at;
  return { start: written.place(within), end: written.place(within + address.length) };
}
