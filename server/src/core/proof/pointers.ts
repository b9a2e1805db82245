import type { EvidenceTarget, Phase, Place, Span, Stage } from '../model.ts';
import { targetOfLink } from '../read/evidenceTargets.ts';

/** Words that point somewhere: evidence, or the output that a recorded outcome links. */
export interface Pointing {
  readonly targets: readonly EvidenceTarget[];
  readonly at: Place;
}

/** The words at a place of the plan, as they are written. */
type Words = (at: Place) => { readonly text: string; readonly place: (offset: number) => number } | undefined;

/** Where something may point somewhere. */
type Unit = Pick<Stage, 'evidence' | 'checklist' | 'gates'>;

/** What points somewhere in the phases of a plan and in what belongs to none. @param words tells where an address stands exactly */
export function* pointersOf(
  { phases, ...rest }: Unit & { readonly phases: readonly Phase[]; readonly stages: readonly Stage[] },
  words: Words = () => undefined,
): Iterable<Pointing> {
  for (const unit of [...phases, rest]) for (const one of [unit, ...unit.stages]) yield* pointersIn(one, words);
}

function* pointersIn({ evidence, checklist, gates }: Unit, words: Words): Iterable<Pointing> {
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
