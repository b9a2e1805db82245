/**
 * # A file outside the current phase was edited
 *
 * The plan says which paths the current phase may change. This file is none of them, so the edit belongs to another phase, or the scope
 * has a gap. The message names the phase, what it covers, and the phase that owns the file.
 *
 * The finding stands once on the first line of the file and goes away when the file comes back into scope: when the edit is undone, the
 * scope names the file, or its phase begins. Nothing stops you from editing or saving.
 *
 * ## What to do
 *
 * - Leave the edit to the phase that owns the file, or
 * - add the path to the current phase's scope if it belongs there (the quick fix does it, in the form your plan uses).
 *
 * ## What it leaves alone
 *
 * The plan's own documents, lock files and whatever `scope.allow` lists. A scope that is prose cannot be checked, and a phase without any
 * path in its scope flags nothing. `scope.mode` makes the finding a warning, a hint, or switches it off.
 */
import { addToScope } from '../../plan/addToScope.ts';
import { nameOf, phaseOf, scopeVerdict } from '../../scope.ts';
import type { Hit, PlanRule } from '../rule.ts';

export const outOfScope: PlanRule = {
  id: 'scope/out-of-scope',
  scope: 'plan',
  severity: 'warning',
  summary: 'A file was edited that the current phase’s scope does not name.',
  *check({ plan, touched, settings, around }): Iterable<Hit> {
    if (settings.scope.mode === 'off') return;
    for (const path of touched) {
      const verdict = scopeVerdict(plan, path, settings);
      if (verdict.verdict !== 'out') continue;
      const phase = plan.current ? phaseOf(plan, plan.current.phase) : undefined;
      const scope = phase?.scope.filter((entry) => entry.mode === 'in' && entry.glob !== null) ?? [];
      const edit = phase && verdict.matched?.mode !== 'out' ? addToScope(phase, path, around) : undefined;
      yield {
        ...(edit && phase ? { fixes: [{ title: `Add ${path} to the scope of phase ${phase.id}`, edits: [edit] }] } : {}),
        message: verdict.message,
        at: { path, start: 0, end: 0 },
        severity: settings.scope.mode,
        related: [
          ...(verdict.matched
            ? [
                {
                  at: verdict.matched.at,
                  message: verdict.owner ? `Scope of phase ${verdict.owner}` : 'The line that excludes it',
                },
              ]
            : []),
          ...scope
            .slice(0, 3)
            .map((entry) => ({ at: entry.at, message: `Scope of ${phase ? nameOf(phase) : 'the current phase'}` })),
        ],
      };
    }
  },
};
