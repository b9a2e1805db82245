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

import type { DocumentFacts, Form, Place, Status, Task, Unit } from '../../model.ts';
import { statusWords } from '../../plan/current.ts';
import { mayFollow, nextOf } from '../../plan/transitions.ts';
import { keyOf } from '../../read/unitName.ts';
import type { Hit, PlanRule } from '../rule.ts';

export const illegalJump: PlanRule = {
  id: 'status/illegal-jump',
  scope: 'plan',
  severity: 'warning',
  summary: 'The status of a phase, stage or task left out a step, or was changed after sign-off.',
  *check({ documents, before }): Iterable<Hit> {
    for (const document of documents) {
      const earlier = before(document.path);
      if (!earlier || earlier === document) continue;
      // Units and tasks are many, and most edits leave where they stand alone.
      const tasks = !isSameListBy(earlier.tasks, document.tasks, standsTheSame);
      const units = unitLists.some((list) => !isSameListBy(earlier[list], document[list], saysTheSame));
      if (!tasks && !units) continue;
      const was = statements(earlier, tasks);
      const is = statements(document, tasks);
      const signs = [...was.values(), ...is.values()].some(({ what, status }) => what !== 'task' && signed.has(status));
      for (const [key, now] of is) {
        const old = was.get(key);
        if (!old || mayFollow(old.status, now.status)) continue;
        // A task is often done at once, also in plans that sign off their phases.
        if (now.what === 'task' ? [old, now].some(({ status }) => status === 'signed_off') : signs) yield jump(now, old);
      }
    }
  },
};

const signed: ReadonlySet<Status> = new Set(['ready', 'signed_off']);

/** What a document says about where something stands. */
interface Statement {
  readonly what: string;
  readonly status: Status;
  readonly text: string;
  readonly at: Place;
}

/** What a document states, by what it is about and the form in which it says so: a cell is compared with the cell, a label with the label. */
function statements(document: DocumentFacts, tasks: boolean): ReadonlyMap<string, Statement> {
  const found = new Map<string, Statement>();
  const add = (key: string, statement: Statement) => {
    if (!found.has(key)) found.set(key, statement);
  };
  for (const unit of [...document.phases, ...document.stages])
    for (const [form, statement] of statementsOf(unit))
      add(`${unit.kind} ${unit.phase ?? ''} ${keyOf(unit.id)} ${form}`, statement);
  for (const task of tasks ? document.tasks : []) {
    const statement = statementOf(task);
    if (statement) add(`task ${task.phase ?? ''} ${task.id ?? task.title} ${task.form}`, statement);
  }
  return found;
}

function statementsOf(unit: Unit): readonly (readonly [Form, Statement])[] {
  return [...(unit.status ? [unit.status] : []), ...unit.otherStatuses].map(({ form, status, text, at }) => [
    form,
    { what: unit.kind, status, text, at },
  ]);
}

const unitLists = ['phases', 'stages'] as const;

function isSameListBy<T>(a: readonly T[], b: readonly T[], same: (one: T, other: T) => boolean): boolean {
  return a === b || (a.length === b.length && a.every((one, index) => one === b[index] || same(one, b[index] as T)));
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
  return (
    a.kind === b.kind &&
    a.id === b.id &&
    a.phase === b.phase &&
    same(a.status, b.status) &&
    isSameListBy(a.otherStatuses, b.otherStatuses, same)
  );
}

/** A task's box has only two states and takes no steps. */
function statementOf({ status, statusText, statusAt, at }: Task): Statement | undefined {
  return statusAt && statusText !== null
    ? { what: 'task', status, text: statusText, at: { path: at.path, ...statusAt } }
    : undefined;
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
