/**
 * # A phase without a gate
 *
 * Nothing says when this phase is finished: it has no exit criteria, acceptance criteria, verification or the like, although other phases of
 * the plan have them. Without a gate, "done" is a feeling.
 *
 * ## Bad
 *
 * ```markdown
 * ## Phase 2: Search
 * ### Tasks
 * - [ ] Index the archive
 * ```
 *
 * ## Good
 *
 * ```markdown
 * ## Phase 2: Search
 * ### Tasks
 * - [ ] Index the archive
 * ### Exit criteria
 * - `GET /search?q=ferry` answers in under 200 ms (p95) with 100,000 documents
 * ```
 *
 * ## What it leaves alone
 *
 * Plans in which no phase has a gate, phases that are finished, removed or deferred, phases that only a table or list names, and phases
 * that announce a gate without a condition: that is a finding of its own.
 */
import type { Gate, Phase } from '../../model.ts';
import { isFinished } from '../../plan/current.ts';
import { keyOf } from '../../read/unitName.ts';
import { nameOf } from '../../scope.ts';
import type { Hit, PlanRule } from '../rule.ts';

export const missingGate: PlanRule = {
  id: 'structure/missing-gate',
  scope: 'plan',
  severity: 'information',
  summary: 'A phase has no gate, although other phases of the plan have one.',
  *check({ plan, documents }): Iterable<Hit> {
    if (!plan.phases.some((phase) => gatesOf(phase).length > 0)) return;
    const units = new Map(
      documents.flatMap((document) => document.phases.map((unit) => [`${unit.at.path}:${unit.at.start}`, unit] as const)),
    );
    const announced = new Set(
      documents.flatMap(({ emptyGates }) => emptyGates.flatMap(({ phase }) => (phase === null ? [] : [keyOf(phase)]))),
    );
    for (const phase of plan.phases) {
      const unit = units.get(`${phase.source.path}:${phase.source.start}`);
      if (
        unit?.form !== 'heading' ||
        isFinished(phase) ||
        phase.status === 'removed' ||
        phase.status === 'deferred' ||
        gatesOf(phase).length > 0 ||
        announced.has(keyOf(phase.id))
      )
        continue;
      yield {
        message: `${nameOf(phase)} has no gate: nothing says when it is finished.`.replace(/^p/, 'P'),
        at: { path: phase.source.path, ...unit.nameAt },
        severity: phase.id === plan.current?.phase ? 'warning' : 'hint',
      };
    }
  },
};

function gatesOf(phase: Phase): readonly Gate[] {
  return [...phase.gates, ...phase.stages.flatMap((stage) => stage.gates)];
}
