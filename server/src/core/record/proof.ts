import { applyEdits } from '../fixes/edits.ts';
import type { CheckResult, DocumentFacts, Edit, Outcome } from '../model.ts';
import { readDocument } from '../read/document.ts';
import type { Settings } from '../settings.ts';
import { isSame } from '../share.ts';
import { type Source, toSource } from '../source.ts';
import { type Target, targetsOf } from './target.ts';

/**
 * Whether the document, edited and read again, has the outcome where it belongs and says the same as before otherwise. This is what makes
 * writing into other people's documents safe: a form that was misjudged is refused, not damaged.
 */
export function proves(
  source: Source,
  facts: DocumentFacts,
  target: Target,
  outcome: Outcome,
  edits: readonly Edit[],
  settings: Settings,
): boolean {
  const text = applyEdits(source.path, source.text, edits);
  const after = readDocument(toSource(source.path, text), settings);
  const index = indexOf(facts, target);
  const now = targetsOf(after)[index];
  const result = now?.kind === 'test' ? now.check.result : now?.item.result;
  return result != null && isSame(plain(result), outcome) && isSame(said(facts, index), said(after, index));
}

function indexOf(facts: DocumentFacts, target: Target): number {
  return targetsOf(facts).findIndex((one) => one.kind === target.kind && startOf(one) === startOf(target));
}

function startOf(target: Target): number {
  return target.kind === 'test' ? target.check.at.start : target.item.textAt.start;
}

function plain({ at: _, ...outcome }: CheckResult): Outcome {
  return outcome;
}

/** What a document says, without places and without the outcome of one test or condition (and of its gate, whose only one it may be). */
function said(facts: DocumentFacts, index: number): unknown {
  const left = targetsOf(facts)[index];
  const gates = facts.gates.map((gate) => {
    const items = gate.items.map((item) => (left?.kind === 'condition' && left.item === item ? bare(item) : item));
    return left?.kind === 'condition' && left.gate === gate ? { ...gate, items, result: null } : gate;
  });
  const checklist = facts.checklist.map((check) => (left?.kind === 'test' && left.check === check ? bare(check) : check));
  return withoutPlaces({ ...facts, gates, checklist });
}

function bare<T extends object>(one: T): object {
  return { ...one, mark: null, result: null, resultAt: null };
}

/** Keys that say where something stands. A phase may well be mentioned in a note. */
const places = /^(?:at|extent|covers|mentions|path|.*At)$/;

/** A piece of facts without where things stand. */
export function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (places.test(key) ? [] : [[key, withoutPlaces(one)]])));
}
