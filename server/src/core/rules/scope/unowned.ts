/**
 * # Folders that no phase owns
 *
 * Every phase of this plan that is not finished says which paths it may change, but there are folders with source files that none of them
 * names. Nobody may change these files without leaving the scope, and nobody is asked to.
 *
 * The finding stands once, on the first line of the plan's first scope, and names the folders with most files.
 *
 * ## What to do
 *
 * Add the folders to the phase that they belong to, or to `scope.allow` in `phasewise.yaml` if every phase may change them.
 *
 * ## What it leaves alone
 *
 * Plans in which a phase that is not finished has no path, or in which the phases own less than half of the source files. Source files are
 * those that end like the files the phases name. Files beside owned files, at the root, in folders with a dot in front, those that a
 * phase excludes, the plan's own documents and what `scope.allow` and `scope.exceptions` list do not count.
 */
import { globsOf, speaksOf } from '../../plan/claims.ts';
import { isFinished } from '../../plan/current.ts';
import { unownedFolders } from '../../plan/unowned.ts';
import type { Hit, PlanRule } from '../rule.ts';

const shown = 3;

export const unowned: PlanRule = {
  id: 'scope/unowned',
  scope: 'plan',
  severity: 'hint',
  summary: 'Folders with source files are in the scope of no phase.',
  *check({ plan, files, settings }): Iterable<Hit> {
    const left = plan.phases.filter((phase) => !isFinished(phase));
    const first = left.flatMap((phase) => phase.scope).find((entry) => entry.mode === 'in' && entry.glob !== null);
    if (!files || !first || !left.every((phase) => globsOf(phase, 'in').length > 0) || !speaksOf(plan, files)) return;
    const inPlan = plan.phases.flatMap((phase) => [...globsOf(phase, 'in'), ...globsOf(phase, 'out')]);
    const globs = [...inPlan, ...settings.scope.exceptions.map(({ path }) => path)];
    const folders = unownedFolders(files, globs, plan, settings);
    if (folders.length === 0) return;
    const named = folders
      .slice(0, shown)
      .map(({ folder, files: many }) => `${folder} (${many === 1 ? '1 file' : `${many} files`})`);
    const more = folders.length - named.length;
    const rest = more === 0 ? '' : ` and ${more} more ${more === 1 ? 'folder' : 'folders'}`;
    yield {
      message: `No phase owns ${named.join(', ')}${rest}. Add what belongs to a phase to its scope, or what every phase may change to \`scope.allow\`.`,
      at: first.at,
    };
  },
};
