import type { Stage, StatusStatement, Unit } from '../model.ts';
import { keyOf } from '../read/unitName.ts';
import { kept, none } from '../share.ts';
import { deriveStatus } from './current.ts';
import type { PhaseFacts } from './merge.ts';
import { sortById } from './order.ts';

/** The stages among some units in their natural order, each once, with what belongs to each. */
export function mergeStages(units: readonly Unit[], facts: PhaseFacts): readonly Stage[] {
  if (units.length === 0) return [];
  const byKey = groupBy(units, (unit) => keyOf(unit.id));
  const gates = byStage(facts.gates);
  const tasks = byStage(facts.tasks);
  const checklist = byStage(facts.checklist);
  const evidence = byStage(facts.evidence);
  const stages = [...byKey].map(([key, same]) => {
    const anchor = same[0] as Unit;
    const statement: StatusStatement | null =
      same.flatMap((unit) => [...(unit.status ? [unit.status] : []), ...unit.otherStatuses])[0] ?? null;
    const own = tasks(key);
    return {
      id: anchor.id,
      title: same.find((unit) => unit.title !== null)?.title ?? null,
      status: statement?.status ?? deriveStatus(own.map((task) => task.status)),
      statement,
      source: anchor.at,
      mentions: kept(same.flatMap((unit) => [...(unit === anchor ? [] : [unit.at]), ...unit.mentions])),
      gates: gates(key),
      tasks: own,
      checklist: checklist(key),
      evidence: evidence(key),
    };
  });
  return sortById(stages);
}

function byStage<T extends { readonly stage: string | null }>(facts: readonly T[]): (key: string) => readonly T[] {
  const map = groupBy(facts, (fact) => (fact.stage === null ? null : keyOf(fact.stage)));
  return (key) => kept(map.get(key) ?? none);
}

function groupBy<K, T>(list: readonly T[], keyOfOne: (one: T) => K): ReadonlyMap<K, readonly T[]> {
  const map = new Map<K, T[]>();
  for (const one of list) {
    const key = keyOfOne(one);
    const known = map.get(key);
    if (known) known.push(one);
    else map.set(key, [one]);
  }
  return map;
}
