/**
 * # A phase was changed after its sign-off
 *
 * Somebody approved this phase as it was: its scope, its tasks, the conditions of its gate, its manual tests. Here one of them is
 * different now, so what was approved is no longer what stands here.
 *
 * The editor compares with the text as it was last saved without such a change; `phasewise check --base REV` with the text at a Git
 * revision, `--changed` with the last commit.
 *
 * ## Bad
 *
 * ```markdown
 * ## Phase 1: Pantry
 * Status: Signed Off
 * ### Exit criteria
 * - [x] `npm test` exits 0
 * - [ ] The stairs have a rail   <- added afterwards
 * ```
 *
 * ## What to do
 *
 * - Put the change in a later phase, or
 * - reopen the phase: set its status back, and write in a comment why the sign-off no longer holds, or
 * - if the change is agreed on, hide this finding with that as its reason.
 *
 * ## What it leaves alone
 *
 * White space; boxes, results and evidence, because a later phase may run the tests of an earlier one again; deferred work; the text
 * around it. Phases that are done and that nobody signed off.
 */
import type { DocumentFacts, Phase, Place } from '../../model.ts';
import { keyOf } from '../../read/unitName.ts';
import { capital, nameOf } from '../../scope.ts';
import type { Hit, PlanRule, RuleContext } from '../rule.ts';

export const changedAfterSignoff: PlanRule = {
  id: 'status/changed-after-signoff',
  scope: 'plan',
  severity: 'warning',
  summary: 'The scope, a task, a condition or a manual test of a phase was changed after its sign-off.',
  *check(context): Iterable<Hit> {
    for (const phase of context.plan.phases) {
      if (!isLocked(phase, context)) continue;
      for (const document of context.documents) {
        const earlier = context.before(document.path);
        if (earlier && earlier !== document) yield* changes(phase, earlier, document);
      }
    }
  },
};

/** Whether it is signed off by a statement that was there before, too. */
function isLocked(phase: Phase, { before }: RuleContext): boolean {
  if (phase.status !== 'signed_off') return false;
  return phase.statements.some(({ status, at }) => {
    if (status !== 'signed_off') return false;
    const earlier = before(at.path);
    return earlier === undefined || signedIn(earlier, phase.id);
  });
}

function signedIn({ phases }: DocumentFacts, id: string): boolean {
  const own = phases.filter((unit) => keyOf(unit.id) === keyOf(id));
  return own.some(({ status, otherStatuses }) => [status, ...otherStatuses].some((one) => one?.status === 'signed_off'));
}

/** Something that was approved, by what it says. */
interface Part {
  readonly text: string;
  readonly at: Place;
}

function* changes(phase: Phase, earlier: DocumentFacts, now: DocumentFacts): Iterable<Hit> {
  const [was, is] = [partsOf(earlier, phase.id), partsOf(now, phase.id)];
  const since = sinceOf(phase);
  const say = (what: string, at: Place, more: Partial<Hit> = {}): Hit => ({
    message: `${capital(nameOf(phase))} is signed off${since}, and ${what}. Put the change in a later phase, or reopen the phase with a reason.`,
    at,
    ...more,
  });
  for (const [kind, parts] of is) {
    const before = was.get(kind) ?? [];
    const added = without(parts, before);
    const gone = without(before, parts);
    for (const [index, { at }] of added.entries()) {
      const old = gone[index];
      // One for one: the words of the part, and nothing of its marker and box.
      const back = old && added.length === gone.length && kind === 'condition' && !/\n/.test(old.text);
      yield say(
        `this ${kind} was ${old ? `changed; it was “${short(old.text)}”` : 'added'}`,
        at,
        back ? { fixes: [{ title: `Back to “${short(old.text)}”`, edits: [{ ...at, text: old.text }] }] } : {},
      );
    }
    const place = placeOf(phase, now);
    for (const { text } of place ? gone.slice(added.length) : [])
      yield say(`the ${kind} “${short(text)}” is gone`, place as Place);
  }
}

/** What of a phase is approved with it, by kind. */
function partsOf({ scope, tasks, gates, checklist, path }: DocumentFacts, id: string): ReadonlyMap<string, readonly Part[]> {
  const own = <T extends { readonly phase: string | null }>(list: readonly T[]) =>
    list.filter(({ phase }) => phase !== null && keyOf(phase) === keyOf(id));
  return new Map<string, readonly Part[]>([
    [
      'line of its scope',
      own(scope).map(({ mode, glob, text, at }) => ({ text: `${mode === 'out' ? 'not ' : ''}${glob ?? text}`, at })),
    ],
    ['task', own(tasks).map(({ id: name, title, at }) => ({ text: name === null ? title : `${name} ${title}`, at }))],
    ['condition', own(gates).flatMap(({ items }) => items.map(({ text, textAt }) => ({ text, at: { path, ...textAt } })))],
    [
      'manual test',
      own(checklist).map(({ title, command, expected, at }) => ({
        text: [title, command, expected].filter(Boolean).join(' → '),
        at,
      })),
    ],
  ]);
}

/** The parts of a list that another one does not have; what stands twice has to be there twice. */
function without(list: readonly Part[], other: readonly Part[]): readonly Part[] {
  const counts = new Map<string, number>();
  for (const { text } of other) counts.set(plain(text), (counts.get(plain(text)) ?? 0) + 1);
  return list.filter(({ text }) => {
    const left = counts.get(plain(text)) ?? 0;
    counts.set(plain(text), left - 1);
    return left <= 0;
  });
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Where the document names the phase. */
function placeOf({ id, statement }: Phase, { path, phases }: DocumentFacts): Place | undefined {
  const unit = phases.find((one) => keyOf(one.id) === keyOf(id));
  return unit ? { path, ...unit.nameAt } : statement?.at.path === path ? statement.at : undefined;
}

/** " since 2026-03-01 (Ada Marsh)" */
function sinceOf({ signoffs }: Phase): string {
  const last = signoffs.findLast(({ outcome, date }) => outcome === 'approved' && date !== null);
  return last ? ` since ${last.date}${last.actor === null ? '' : ` (${last.actor})`}` : '';
}

function short(text: string): string {
  const words = plain(text);
  return words.length > 60 ? `${words.slice(0, 59)}…` : words;
}
