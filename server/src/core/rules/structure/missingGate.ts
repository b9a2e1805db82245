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
 * Plans in which no phase has a gate, phases that are finished, removed or deferred, and phases that only a table or list names.
 */
import type { Fix, Gate, Phase, Plan } from '../../model.ts';
import { isFinished } from '../../plan/current.ts';
import { nameOf } from '../../scope.ts';
import { lineAt, lineEndOf, lineSpan, type Source } from '../../source.ts';
import type { Hit, PlanRule } from '../rule.ts';

export const missingGate: PlanRule = {
  id: 'structure/missing-gate',
  scope: 'plan',
  severity: 'information',
  summary: 'A phase has no gate, although other phases of the plan have one.',
  *check({ plan, documents, source }): Iterable<Hit> {
    const usual = plan.phases.flatMap(gatesOf)[0];
    if (!usual) return;
    const units = new Map(
      documents.flatMap((document) => document.phases.map((unit) => [`${unit.at.path}:${unit.at.start}`, unit] as const)),
    );
    for (const phase of plan.phases) {
      const unit = units.get(`${phase.source.path}:${phase.source.start}`);
      if (
        unit?.form !== 'heading' ||
        isFinished(phase) ||
        phase.status === 'removed' ||
        phase.status === 'deferred' ||
        gatesOf(phase).length > 0
      )
        continue;
      const text = source(phase.source.path);
      yield {
        message: `${nameOf(phase)} has no gate: nothing says when it is finished.`.replace(/^p/, 'P'),
        at: { path: phase.source.path, ...unit.nameAt },
        severity: phase.id === plan.current?.phase ? 'warning' : 'hint',
        fixes: text ? [insertGate(phase, usual, unit.extent.end, plan, text)] : [],
      };
    }
  },
};

function gatesOf(phase: Phase): readonly Gate[] {
  return [...phase.gates, ...phase.stages.flatMap((stage) => stage.gates)];
}

/** A gate section at the end of the phase, with the heading or label that the plan already uses. */
function insertGate(phase: Phase, usual: Gate, extentEnd: number, plan: Plan, text: Source): Fix {
  const eol = lineEndOf(text);
  const heading =
    plan.documents.includes(usual.at.path) && usual.at.path === text.path
      ? text.text.slice(usual.at.start, usual.at.end).trim()
      : '';
  const own = text.text.slice(phase.source.start, phase.source.end);
  const level = /^#+/.exec(own)?.[0].length ?? 2;
  const label = /^#{1,6}\s/.test(heading)
    ? heading
    : /^\*\*/.test(heading)
      ? `**${usual.label}**`
      : `${'#'.repeat(Math.min(level + 1, 6))} ${usual.label}`;
  // Behind the last line of the phase that is not blank and not the rule before the next one.
  let line = lineAt(text, Math.max(phase.source.end, extentEnd - 1));
  while (line > 0 && /^(?:-{3,}|\*{3,})?$/.test(text.text.slice(lineSpan(text, line).start, lineSpan(text, line).end).trim()))
    line -= 1;
  const at = Math.max(lineSpan(text, line).end, phase.source.end);
  return {
    title: `Add "${usual.label}" to the phase`,
    edits: [{ path: text.path, start: at, end: at, text: `${eol}${eol}${label}${eol}${eol}- TBD: what must be observably true` }],
  };
}
