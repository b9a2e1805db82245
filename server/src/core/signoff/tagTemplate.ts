import { compareIds } from '../plan/order.ts';
import { phaseTags } from '../plan/phaseTags.ts';
import { keyOf } from '../read/unitName.ts';

/** How repositories name the tags of their passed gates, the most telling first. */
const known: readonly string[] = [
  'phase-{n}-complete',
  'phase-{n}-completed',
  'phase-{n}-done',
  'phase-{n}-passed',
  'phase-{n}-gate',
  'phase-{n}-gate-passed',
  'phase-{n}-signed-off',
  'phase{n}-complete',
  'phase{n}-done',
  'phase_{n}_complete',
  'phase-{n}',
  'phase_{n}',
  'phase{n}',
  'Phase-{n}',
  'Phase{n}',
  'p{n}',
  'gate-{n}',
  'gate-{n}-passed',
  'milestone-{n}',
  'v0.{n}.0',
];

/**
 * The template that a repository's tags follow, or undefined where none of the known ones names a phase of the plan. Of several the one
 * with most tags counts, and of those the one with the latest phase.
 * @param names tags of the repository
 */
export function templateOf(names: readonly string[], phases: readonly { readonly id: string }[]): string | undefined {
  const keys = new Set(phases.map(({ id }) => keyOf(id)));
  let best: { readonly template: string; readonly count: number; readonly last: string } | undefined;
  for (const template of known) {
    const own = [...phaseTags(names, template).keys()].filter((key) => keys.has(key));
    const last = own.toSorted(compareIds).at(-1);
    if (last === undefined) continue;
    if (!best || own.length > best.count || (own.length === best.count && compareIds(last, best.last) > 0))
      best = { template, count: own.length, last };
  }
  return best?.template;
}
