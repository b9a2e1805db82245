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
 * Plans in which no phase has a gate, stages beside which none has one, phases that are finished, removed or deferred, phases that only a table or list names, and phases
 * that announce a gate without a condition: that is a finding of its own.
 */
import type { Gate, Phase, Stage, Status } from '../../model.ts';
import { isFinished } from '../../plan/current.ts';
import { keyOf } from '../../read/unitName.ts';
import { nameOf } from '../../scope.ts';
import type { Hit, PlanRule, RuleContext } from '../rule.ts';

export const missingGate: PlanRule = {
  id: 'structure/missing-gate',
  scope: 'plan',
  severity: 'information',
  summary: 'A phase or stage has no gate, although others of the plan have one.',
  *check({ plan, documents, words }): Iterable<Hit> {
    for (const phase of plan.phases) yield* gatelessStages(phase.stages, words);
    yield* gatelessStages(plan.stages, words);
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
        !unit ||
        (unit.form !== 'heading' && unit.form !== 'yaml') ||
        isOver(phase) ||
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

/** Where stages beside it have gates of their own, a stage that is under way or to come has one too. */
function* gatelessStages(stages: readonly Stage[], words: RuleContext['words']): Iterable<Hit> {
  if (!stages.some((stage) => stage.gates.length > 0)) return;
  for (const stage of stages) {
    if (stage.gates.length > 0 || stage.checklist.length > 0 || isOver(stage)) continue;
    if (!/^#{1,6}\s/.test(words(stage.source)?.text ?? '')) continue;
    yield {
      message: `Stage ${stage.id} has no gate, although other stages have one: nothing says when it is finished.`,
      at: stage.source,
      severity: stage.status === 'in_progress' ? 'information' : 'hint',
    };
  }
}

/** Nobody needs a gate any more. */
function isOver(unit: Phase | Stage): boolean {
  return finished.has(unit.status) || ('derived' in unit && isFinished(unit));
}

const finished: ReadonlySet<Status> = new Set(['done', 'signed_off', 'removed', 'deferred']);

function gatesOf(phase: Phase): readonly Gate[] {
  return [...phase.gates, ...phase.stages.flatMap((stage) => stage.gates)];
}
