/**
 * # A gate without a condition
 *
 * The document announces a gate ("Exit criteria"), but no condition follows. Nothing can fail it, so it guards nothing.
 *
 * ## Bad
 *
 * ```markdown
 * ### Exit criteria
 *
 * ### Risks
 * ```
 *
 * ## Good
 *
 * ```markdown
 * ### Exit criteria
 *
 * - `npm run migrate` exits 0 on an empty database
 * ```
 *
 * ## What it leaves alone
 *
 * Gates of phases that have not begun, gates with a recorded result, and gates written as a block of commands.
 */
import type { Hit, PlanRule } from '../rule.ts';

export const emptyGate: PlanRule = {
  id: 'structure/empty-gate',
  scope: 'plan',
  severity: 'warning',
  summary: 'A gate is announced, but no condition follows.',
  *check({ plan, documents }): Iterable<Hit> {
    const ahead = new Set(
      plan.phases.slice(plan.phases.findIndex((phase) => phase.id === plan.current?.phase) + 1).map((phase) => phase.id),
    );
    for (const place of documents.flatMap((document) => document.emptyGates)) {
      yield {
        message: `"${place.label}" announces a gate, but no condition follows. Say what must be observably true.`,
        at: place.at,
        ...(place.phase !== null && ahead.has(place.phase) ? { severity: 'hint' as const } : {}),
      };
    }
  },
};
