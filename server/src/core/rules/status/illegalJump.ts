/**
 * # A status that cannot follow the one before
 *
 * A phase goes from not started to in progress, to ready for sign-off (or done), to signed off, and is locked then. Here it took a step
 * that leaves one out: it was signed off before it was ready, or is ready although it was never begun; or it was changed after its
 * sign-off. Either somebody slipped, or a step was not written down.
 *
 * The editor compares with the text as it was last saved without such a step; `phasewise check --base REV` with the text at a Git
 * revision, `--changed` with the last commit.
 *
 * ## Bad
 *
 * ```markdown
 * | Phase | Status |
 * |---|---|
 * | 3 | Signed Off |   <- was: Not Started
 * ```
 *
 * ## Good
 *
 * `Not Started` → `In Progress` → `Ready for Signoff` → `Signed Off`, each step when it is true.
 *
 * ## What it leaves alone
 *
 * Plans that know no sign-off: there a phase may be done at once. Tasks that are done at once. Steps back before the sign-off.
 */

import type { DocumentFacts, Place, Status, Task, Unit } from '../../model.ts';
import { statusWords } from '../../plan/current.ts';
import { mayFollow, nextOf } from '../../plan/transitions.ts';
import { keyOf } from '../../read/unitName.ts';
import { differingStretches } from '../../share.ts';
import type { Hit, PlanRule } from '../rule.ts';

export const illegalJump: PlanRule = {
  id: 'status/illegal-jump',
  scope: 'plan',
  severity: 'warning',
  summary: 'The status of a phase, stage or task left out a step, or was changed after sign-off.',
  *check({ documents, before }): Iterable<Hit> {
    for (const document of documents) {
      const earlier = before(document.path);
      if (!earlier) continue;
      for (const [was, is] of differences(earlier, document)) {
        const before = new Map(was.map((one) => [one.key, one] as const).reverse());
        for (const now of is) {
          const old = before.get(now.key);
          if (!old || mayFollow(old.status, now.status)) continue;
          // A task is often done at once, also in plans that sign off their phases.
          const counts =
            now.what === 'task' ? [old, now].some(({ status }) => status === 'signed_off') : signs(earlier, document);
          if (counts) yield jump(now, old);
        }
      }
    }
  },
};

/** Whether one of two versions of a document knows a sign-off. */
function signs(...documents: readonly DocumentFacts[]): boolean {
  const isSigned = (statement: Unit['status']) => statement !== null && signed.has(statement.status);
  return documents.some(({ phases, stages }) =>
    [...phases, ...stages].some(({ status, otherStatuses }) => isSigned(status) || otherStatuses.some(isSigned)),
  );
}

const signed: ReadonlySet<Status> = new Set(['ready', 'signed_off']);

/** What a document says about where something stands. */
interface Statement {
  /** What it is about and the form in which it says so: a cell is compared with the cell, a label with the label. */
  readonly key: string;
  readonly what: string;
  readonly status: Status;
  readonly text: string;
  readonly at: Place;
}

/** What two versions of a document state differently of its units and tasks. Both are many, and most edits leave where they stand alone. */
function differences(
  earlier: DocumentFacts,
  now: DocumentFacts,
): readonly (readonly [was: readonly Statement[], is: readonly Statement[]])[] {
  return [
    stated(earlier.phases, now.phases, saysTheSame, statementsOf),
    stated(earlier.stages, now.stages, saysTheSame, statementsOf),
    stated(earlier.tasks, now.tasks, standsTheSame, statementOf),
  ];
}

function stated<T>(
  earlier: readonly T[],
  now: readonly T[],
  same: (one: T, other: T) => boolean,
  read: (one: T) => readonly Statement[],
): readonly [was: readonly Statement[], is: readonly Statement[]] {
  if (now.length === 0) return [[], []];
  const [was, is] = differingStretches(earlier, now, same);
  return [was.flatMap(read), is.flatMap(read)];
}

function statementsOf(unit: Unit): readonly Statement[] {
  return [...(unit.status ? [unit.status] : []), ...unit.otherStatuses].map(({ form, status, text, at }) => ({
    key: `${unit.phase ?? ''} ${keyOf(unit.id)} ${form}`,
    what: unit.kind,
    status,
    text,
    at,
  }));
}

/** Whether one task is named in two versions of a document, with the status it had. */
function standsTheSame(a: Task, b: Task): boolean {
  return (
    a.id === b.id && a.phase === b.phase && a.form === b.form && a.status === b.status && (a.id !== null || a.title === b.title)
  );
}

/** Whether one unit is named in two versions of a document, with the statuses it had. */
function saysTheSame(a: Unit, b: Unit): boolean {
  const same = (one: Unit['status'], other: Unit['status']) => one?.status === other?.status && one?.form === other?.form;
  const { otherStatuses: left } = a;
  const { otherStatuses: right } = b;
  return (
    a.kind === b.kind &&
    a.id === b.id &&
    a.phase === b.phase &&
    same(a.status, b.status) &&
    left.length === right.length &&
    left.every((one, index) => same(one, right[index] ?? null))
  );
}

/** A task's box has only two states and takes no steps. */
function statementOf({ id, title, phase, form, status, statusText, statusAt, at }: Task): readonly Statement[] {
  if (!statusAt || statusText === null) return [];
  return [
    { key: `${phase ?? ''} ${id ?? title} ${form}`, what: 'task', status, text: statusText, at: { path: at.path, ...statusAt } },
  ];
}

function jump({ what, text, at }: Statement, was: Statement): Hit {
  const fixes = [{ title: `Back to "${was.text}"`, edits: [{ ...at, text: was.text }] }];
  if (was.status === 'signed_off')
    return {
      message: `This ${what} was signed off ("${was.text}") and is locked. Take the change back, or write down why the sign-off no longer holds.`,
      at,
      fixes,
    };
  const next = nextOf(was.status).map((status) => statusWords[status]);
  return {
    message: `From "${was.text}" a ${what} does not go to "${text}" at once: a step is missing. Next it may be ${oneOf(next.slice(0, 3))}.`,
    at,
    fixes,
  };
}

function oneOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
