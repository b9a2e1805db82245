import type { DocumentFacts, Form, Phase, Place, Task, Unit } from '../model.ts';
import { keyOf } from '../read/unitName.ts';
import { namesPart, similarTitles } from '../read/units.ts';
import { kept } from '../share.ts';
import { deriveStatus } from './current.ts';
import { indexOf } from './documentIndex.ts';
import { mergeStages } from './mergeStages.ts';

/** A label in the phase's own document weighs most, then a progress table, the heading, a checkbox, a board column. */
const statusOrder: readonly Form[] = ['label', 'yaml', 'front-matter', 'row', 'heading', 'diagram', 'item', 'board', 'file-name'];
/** The place that defines a unit best. */
const formOrder: readonly Form[] = ['heading', 'label', 'file-name', 'item', 'front-matter', 'yaml', 'row', 'board', 'diagram'];

/** A unit and the document that names it. */
export interface Placed {
  readonly unit: Unit;
  readonly document: DocumentFacts;
}

/** What all documents of a plan say about one phase, or about none; each list in the order of the documents. */
export interface PhaseFacts {
  readonly stages: readonly Unit[];
  readonly scope: DocumentFacts['scope'];
  readonly gates: DocumentFacts['gates'];
  readonly tasks: readonly Task[];
  readonly checklist: DocumentFacts['checklist'];
  readonly evidence: DocumentFacts['evidence'];
  readonly signoffs: DocumentFacts['signoffs'];
  readonly attempts: DocumentFacts['attempts'];
  readonly deferred: DocumentFacts['deferred'];
}

/**
 * The phases of one number: one, unless a document gives the number to two of them with different titles.
 * @param documentOf a document of the plan by its path
 * @param tag the Git tag that says that the gate of the phase was passed
 */
export function mergePhases(
  placed: readonly Placed[],
  facts: PhaseFacts,
  documentOf: (path: string) => DocumentFacts | undefined,
  tag: string | null,
): readonly Phase[] {
  // A tag knows one phase of a number: the first.
  return groupUnits(placed).map((members, index) => toPhase(members, index > 0, facts, documentOf, index > 0 ? null : tag));
}

function groupUnits(units: readonly Placed[]): readonly (readonly Placed[])[] {
  const groups: Placed[][] = [];
  for (const placed of units) {
    // Units come document by document, so a group that ends with another document has none of this one yet.
    const free = groups.filter((group) => group.at(-1)?.document !== placed.document);
    const group = free.find((one) => similarTitles(one[0]?.unit.title ?? null, placed.unit.title)) ?? free[0];
    if (group) group.push(placed);
    else groups.push([placed]);
  }
  return groups;
}

/** @param second another phase of this number stands before it */
function toPhase(
  members: readonly Placed[],
  second: boolean,
  facts: PhaseFacts,
  documentOf: (path: string) => DocumentFacts | undefined,
  tag: string | null,
): Phase {
  const units = [...members].sort((a, b) => definition(a) - definition(b)).map((member) => member.unit);
  const anchor = units[0] as Unit;
  const twins = twinsOf(units, documentOf);
  // What names only the number belongs to the first phase that has it; a second one keeps what stands in its own section.
  const mine = <T extends { readonly at: Place }>(list: readonly T[]) =>
    list.filter((fact) => (second ? inside(fact.at, units) : !inside(fact.at, twins(fact.at.path))));
  const statements = units
    .flatMap((unit) => [...(unit.status ? [unit.status] : []), ...unit.otherStatuses])
    .sort((a, b) => statusOrder.indexOf(a.form) - statusOrder.indexOf(b.form));
  const stages = mergeStages(mine(facts.stages), facts);
  const staged = new Set(stages.map((stage) => keyOf(stage.id)));
  const loose = <T extends { readonly stage: string | null }>(list: readonly T[]) =>
    list.filter((fact) => fact.stage === null || !staged.has(keyOf(fact.stage)));
  const own = mine(facts.tasks);
  const statement = statements[0] ?? null;
  const below = [...loose(own).map((task) => task.status), ...stages.map((stage) => stage.status)];
  const derived = statement?.status ?? (tag === null ? deriveStatus(below) : 'done');
  return {
    id: anchor.id,
    title: units.find((unit) => unit.title !== null)?.title ?? null,
    status: statement?.status ?? 'unknown',
    derived,
    statement,
    statements,
    tag,
    source: anchor.at,
    mentions: kept(units.flatMap((unit) => [...(unit === anchor ? [] : [unit.at]), ...unit.mentions])),
    dependsOn: kept(units.flatMap((unit) => unit.dependsOn)),
    estimate: units.find((unit) => unit.estimate !== null)?.estimate ?? null,
    stages,
    scope: kept(mine(facts.scope)),
    gates: kept(loose(mine(facts.gates))),
    tasks: kept(loose(own)),
    checklist: kept(loose(mine(facts.checklist))),
    evidence: kept(loose(mine(facts.evidence))),
    signoffs: kept(mine(facts.signoffs)),
    attempts: [...mine(facts.attempts)].sort((a, b) => a.number - b.number),
    deferred: kept(mine(facts.deferred)),
  };
}

/** A document about one phase defines it better than a plan that lists it, and worse where it holds only a part ("Phase 1 Gate: …"). */
function definition({ unit, document }: Placed): number {
  const part = unit.title !== null && namesPart(unit.title) ? formOrder.length * 2 : 0;
  return part + formOrder.indexOf(unit.form) * 2 + (document.phases.length === 1 ? 0 : 1);
}

function inside(at: Place, units: readonly Unit[]): boolean {
  return units.some((unit) => unit.at.path === at.path && at.start >= unit.extent.start && at.start < unit.extent.end);
}

/** The other phases with the same number in a document. */
function twinsOf(
  units: readonly Unit[],
  documentOf: (path: string) => DocumentFacts | undefined,
): (path: string) => readonly Unit[] {
  const key = keyOf(units[0]?.id ?? '');
  const known = new Map<string, readonly Unit[]>();
  return (path) => {
    let twins = known.get(path);
    if (!twins) {
      const document = documentOf(path);
      const same = document && document.phases.length > 1 ? (indexOf(document).get(key)?.units ?? []) : [];
      twins = same.filter((unit) => !units.includes(unit));
      known.set(path, twins);
    }
    return twins;
  };
}
