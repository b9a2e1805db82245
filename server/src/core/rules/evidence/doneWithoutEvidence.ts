/**
 * # Done, but nothing shows it
 *
 * A phase or stage says that it is done, while its own document leaves the proof open: boxes of its gate are not ticked, a manual test is
 * not passed, or the place for evidence is empty. "Done" is a claim until somebody else can look at what proves it.
 *
 * ## Bad
 *
 * ```markdown
 * ## Stage 2 — Storage
 * - Status: done
 * - Evidence links:
 * ```
 *
 * ## Good
 *
 * ```markdown
 * ## Stage 2 — Storage
 * - Status: done
 * - Evidence links: [migration run](docs/evidence/stage-2.md), commit 4f2a9c1
 * ```
 *
 * Tick the conditions that hold, link what shows it, or take the status back to where the work is.
 *
 * ## What it leaves alone
 *
 * A unit whose document has no place for evidence and no boxes in its gate: there is nothing to leave open. Struck-through conditions.
 */
import type { Phase, Place, Stage, Status } from '../../model.ts';
import type { Hit, PlanRule } from '../rule.ts';

const claims = new Set<Status>(['done', 'signed_off', 'ready']);

export const doneWithoutEvidence: PlanRule = {
  id: 'evidence/done-without-evidence',
  scope: 'plan',
  severity: 'warning',
  summary: 'A phase or stage claims to be done while its proof is left open.',
  *check({ plan }): Iterable<Hit> {
    for (const phase of plan.phases) {
      yield* checkUnit('phase', phase);
      for (const stage of phase.stages) yield* checkUnit('stage', stage);
    }
    for (const stage of plan.stages) yield* checkUnit('stage', stage);
  },
};

function* checkUnit(kind: 'phase' | 'stage', unit: Phase | Stage): Iterable<Hit> {
  if (!unit.statement || !claims.has(unit.status)) return;
  const items = unit.gates.flatMap((gate) => gate.items).filter((item) => item.mark !== null && item.mark !== 'waived');
  const openItems = items.filter((item) => item.mark === 'open').map((item) => item.at);
  const checks = unit.checklist.filter((check) => check.mark !== null || check.result !== null);
  const openChecks = checks.filter((check) => check.result?.outcome !== 'pass' && check.mark !== 'done').map((check) => check.at);
  const places = unit.evidence.filter((one) => one.kind === 'none').map((one) => one.at);
  const shown = unit.evidence.length > places.length;
  const missing = [
    ...(openItems.length > 0
      ? [`${openItems.length} of ${items.length} conditions of its gate ${openItems.length === 1 ? 'is' : 'are'} not ticked`]
      : []),
    ...(openChecks.length > 0
      ? [`${openChecks.length} of ${checks.length} manual tests ${openChecks.length === 1 ? 'is' : 'are'} not passed`]
      : []),
    ...(places.length > 0 && !shown ? ['the place for its evidence is empty'] : []),
  ];
  if (missing.length === 0) return;
  const links: readonly Place[] = [...openItems, ...openChecks, ...(shown ? [] : places)];
  yield {
    message: `This ${kind} says "${unit.statement.text}", but ${missing.join(', and ')}. Tick or link what proves it, or take the status back.`,
    at: unit.statement.at,
    related: links.slice(0, 5).map((at) => ({ at, message: 'Still open' })),
  };
}
