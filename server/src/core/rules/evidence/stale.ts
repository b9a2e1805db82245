/**
 * # Evidence that went stale
 *
 * Files of the phase's scope changed after its evidence was gathered: what it shows is how things were. For evidence that names a commit,
 * all changes since that commit count, uncommitted ones included; for evidence that names only a day, the commits after that day.
 *
 * ## Bad
 *
 * ```markdown
 * ## Phase 1: Ovens
 * Status: Done
 * Scope: `src/ovens/**`
 * - Evidence: [heat log](docs/evidence/heat.md), commit 4f2a9c1
 * ```
 *
 * while `src/ovens/heat.ts` was changed in a later commit.
 *
 * ## Good
 *
 * Look again at what changed, gather the evidence anew where it matters, and write the commit it holds for.
 *
 * ## What it leaves alone
 *
 * Changes outside the phase's scope, in the plan's own documents, in the evidence folder and in files that every phase may change.
 * Evidence that names neither commit nor day, phases whose scope names no path, and everything where there is no Git. Evidence that names
 * several commits is as fresh as the youngest. A phase that is signed off is told of and not blamed: later phases may build on it.
 */
import type { Evidence, Phase, Severity } from '../../model.ts';
import { freshnessOf } from '../../proof/freshness.ts';
import { markOf } from '../../proof/history.ts';
import { nameOf } from '../../scope.ts';
import type { Hit, PlanRule, RuleContext } from '../rule.ts';

export const stale: PlanRule = {
  id: 'evidence/stale',
  scope: 'plan',
  severity: 'warning',
  summary: 'Files of the scope changed after the evidence was gathered.',
  *check(context): Iterable<Hit> {
    if (!context.history) return;
    for (const phase of context.plan.phases) {
      const severity = phase.status === 'signed_off' ? 'information' : severities[context.standing.life];
      yield* staleIn(phase, severity, context);
    }
  },
};

const severities = { ahead: 'hint', now: 'information', claimed: 'warning' } as const;

/** One finding for all evidence of a phase that is as old. */
function* staleIn(phase: Phase, severity: Severity, context: RuleContext): Iterable<Hit> {
  const bySince = new Map<string, { readonly paths: readonly string[]; readonly pieces: Evidence[] }>();
  for (const evidence of [phase, ...phase.stages].flatMap((unit) => unit.evidence)) {
    const answer = freshnessOf(markOf(evidence), phase, context);
    if (answer.state !== 'stale') continue;
    const known = bySince.get(answer.since) ?? { paths: answer.paths, pieces: [] };
    known.pieces.push(evidence);
    bySince.set(answer.since, known);
  }
  for (const [since, { paths, pieces }] of bySince) {
    const [first, ...more] = pieces;
    if (!first) continue;
    const when = /^\d{4}-\d\d-\d\d$/.test(since) ? `the end of ${since}` : `commit ${since}`;
    const what = more.length === 0 ? 'This evidence' : `This evidence and ${more.length} more`;
    yield {
      message: `${what} of ${nameOf(phase)} went stale: ${filesOf(paths)} of its scope changed after ${when}. Look again, and write the commit it holds for.`,
      at: first.at,
      severity,
      related: more.slice(0, 5).map(({ at }) => ({ at, message: 'As old' })),
    };
  }
}

/** "`a.ts`", "`a.ts`, `b.ts` and 3 more files". */
function filesOf(paths: readonly string[]): string {
  const names = paths.slice(0, 2).map((path) => `\`${path}\``);
  const more = paths.length - names.length;
  if (more === 0) return names.join(' and ');
  return `${names.join(', ')} and ${more} more ${more === 1 ? 'file' : 'files'}`;
}
