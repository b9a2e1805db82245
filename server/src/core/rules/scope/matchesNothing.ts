/**
 * # A scope line names no file
 *
 * The path or pattern matches no file of the workspace: a slip of the pen, a folder that was renamed, or a path written from another
 * folder than the root of the workspace. The guard then takes edits of the files that were meant for edits outside the phase.
 *
 * Where one folder or file is spelled nearly like it, the message names it and the quick fix writes it. Upper and lower case count, on
 * every system: a plan is shared by people whose disks differ.
 *
 * ## Bad
 *
 * ```markdown
 * ### Scope
 * - `src/payment/**`
 * ```
 *
 * ## Good
 *
 * ```markdown
 * ### Scope
 * - `src/payments/**`
 * ```
 *
 * ## What it leaves alone
 *
 * Phases that were not begun, and lists of files to create: what they name need not exist yet. A phase under way makes files: single files
 * that it names, and all of its lines as long as none of its folders and patterns names a file, are flagged only where a name is nearly
 * right. A plan of which no line names any file may be about another folder; it is flagged once, where that folder is found. Files that `.gitignore` leaves out
 * are not there for it.
 */
import type { Edit, Fix, ScopeEntry } from '../../model.ts';
import { type Claim, claimsOf, namesOneFile, speaksOf } from '../../plan/claims.ts';
import { isFinished, isUnderWay } from '../../plan/current.ts';
import { nearGlob, otherRoot } from '../../plan/nearGlob.ts';
import { nameOf } from '../../scope.ts';
import type { Hit, PlanRule, RuleContext } from '../rule.ts';

export const matchesNothing: PlanRule = {
  id: 'scope/matches-nothing',
  scope: 'plan',
  severity: 'information',
  summary: 'A path or pattern of a scope names no file of the workspace.',
  *check(context): Iterable<Hit> {
    const { plan, files, settings } = context;
    if (!files) return;
    const speaks = speaksOf(plan, files);
    for (const phase of plan.phases) {
      const finished = phase.derived === 'done' || phase.derived === 'signed_off';
      const isCurrent = phase.id === plan.current?.phase;
      if (!finished && (isFinished(phase) || !(isCurrent || isUnderWay(phase)))) continue;
      const claims = claimsOf(phase, plan, files, settings);
      const begun = finished ? speaks : claims.some((claim) => claim.named.length > 0 && !namesOneFile(claim));
      for (const claim of claims) {
        if (claim.named.length > 0 || claim.entry.creates) continue;
        const root = speaks ? undefined : otherRoot(claim.glob, files);
        const near = root === undefined ? nearGlob(claim.glob, files) : `${root}/${claim.glob}`;
        // A phase under way makes files.
        if (!near && (!begun || (!finished && namesOneFile(claim)))) continue;
        yield {
          message: `${messageOf(claim, finished)} ${near ? `Did you mean \`${near}\`?` : adviceOf(finished)}`,
          at: claim.entry.at,
          severity: isCurrent ? (near ? 'warning' : 'information') : 'hint',
          ...(near ? { fixes: root === undefined ? replacing(claim, near, context) : rooting(root, context) } : {}),
        };
        // All paths of a plan for another folder are wrong in one way.
        if (root !== undefined) return;
      }
    }
  },
};

function messageOf({ glob, phase }: Claim, finished: boolean): string {
  return `No file of the workspace matches \`${glob}\`${finished ? `, and ${nameOf(phase)} is finished` : ''}.`;
}

function adviceOf(finished: boolean): string {
  return finished
    ? 'If its files moved, name where they are now.'
    : 'If its files are still to be made, leave it; else mend the path.';
}

function replacing({ entry }: Claim, near: string, context: RuleContext): readonly Fix[] {
  const edit = writing(entry, near, context);
  return edit ? [{ title: `Write \`${near}\``, edits: [edit], preferred: true }] : [];
}

/** All paths of the plan, written from the root of the workspace. */
function rooting(root: string, context: RuleContext): readonly Fix[] {
  const entries = context.plan.phases.flatMap(({ scope }) => scope.filter(({ glob }) => glob !== null));
  const edits = entries.flatMap((entry) => writing(entry, `${root}/${entry.glob?.replace(/^(?:\.\/)+/, '')}`, context) ?? []);
  return edits.length > 0 ? [{ title: `Write all paths of the plan from the root: \`${root}/…\``, edits }] : [];
}

function writing({ glob, at }: ScopeEntry, now: string, { words }: RuleContext): Edit | undefined {
  const written = words(at);
  const start = written?.text.indexOf(glob ?? '') ?? -1;
  if (!written || start < 0) return undefined;
  return { path: at.path, start: written.place(start), end: written.place(start + (glob ?? '').length), text: now };
}
