import type { Evidence, Outcome, Phase, Plan } from '../model.ts';
import { oncePer } from '../once.ts';
import { isSameList } from '../share.ts';
import { hasScope } from './freshness.ts';

/**
 * What changed since evidence was gathered, as the repository's history says: by commit (the hash as written, in small letters) the files
 * that differ between it and now, uncommitted changes included; by day (`2026-03-01`) the files that later commits changed. Paths are
 * workspace-relative and sorted. Null: there is no such commit. What is absent, nobody knows.
 */
export type History = ReadonlyMap<string, readonly string[] | null>;

/** What to ask the repository about. */
export interface HistoryQuestions {
  readonly commits: readonly string[];
  readonly days: readonly string[];
}

/** More questions than these are not asked: each costs a run of Git. */
const mostQuestions = 200;

/** The commits and days on which evidence of some plans rests, sorted. */
export function questionsOf(plans: readonly Plan[]): HistoryQuestions {
  const commits = new Set<string>();
  const days = new Set<string>();
  for (const plan of plans) {
    // Without a scope a day says nothing; that a commit exists is asked in any case.
    const scoped = plan.phases.some(hasScope);
    for (const phase of [...plan.phases, plan]) {
      for (const mark of marksIn(phase)) {
        for (const commit of mark.commits) commits.add(commit);
        if (mark.commits.length === 0 && mark.day !== null && scoped) days.add(mark.day);
      }
    }
  }
  return { commits: [...commits].sort().slice(0, mostQuestions), days: [...days].sort().slice(0, mostQuestions) };
}

/** Whether some plans rest on the same evidence: then the same is asked about them. */
export function isSameEvidence(a: readonly Plan[], b: readonly Plan[]): boolean {
  return isSameListBy(a, b, (plan, other) => isSameUnit(plan, other) && isSameListBy(plan.phases, other.phases, isSameUnit));
}

function isSameUnit(a: Phase | Plan, b: Phase | Plan): boolean {
  const scopes = 'scope' in a && 'scope' in b ? a.scope === b.scope : true;
  return scopes && rests(a, b) && isSameListBy(a.stages, b.stages, rests);
}

/** Evidence stands on its own and in the outcomes of tests and conditions. */
function rests(a: Resting, b: Resting): boolean {
  return a.evidence === b.evidence && a.checklist === b.checklist && a.gates === b.gates;
}

type Resting = Pick<Phase, 'evidence' | 'checklist' | 'gates'>;

function isSameListBy<T>(a: readonly T[], b: readonly T[], same: (one: T, other: T) => boolean): boolean {
  return a === b || (a.length === b.length && a.every((one, index) => one === b[index] || same(one, b[index] as T)));
}

/** When something was shown: at these commits, else on this day. */
export interface Mark {
  readonly commits: readonly string[];
  readonly day: string | null;
}

/** When a piece of evidence was gathered, as far as it says so. */
export function markOf({ targets, date }: Evidence): Mark {
  return { commits: targets.flatMap(({ kind, value }) => (kind === 'commit' ? [value] : [])), day: date };
}

/** When an outcome was recorded, as far as it says so. */
export function markOfOutcome({ commit, date }: Outcome): Mark {
  return { commits: commit === null ? [] : [commit.toLowerCase()], day: date };
}

/** The marks of everything that proves a phase, as far as they say something. */
const marksIn = oncePer((unit: Phase | Plan): readonly Mark[] =>
  [unit, ...unit.stages]
    .flatMap(({ evidence, checklist, gates }) => {
      const outcomes = [...checklist, ...gates.flatMap(({ items }) => items)].flatMap(({ result }) => result ?? []);
      return [...evidence.map(markOf), ...outcomes.map(markOfOutcome)];
    })
    .filter(({ commits, day }) => commits.length > 0 || day !== null),
);

/** Whether two histories say the same. */
export function isSameHistory(a: History | undefined, b: History | undefined): boolean {
  if (!a || !b || a.size !== b.size) return a === b;
  return [...a].every(([key, paths]) => b.has(key) && isSamePaths(paths, b.get(key) ?? null));
}

function isSamePaths(a: readonly string[] | null, b: readonly string[] | null): boolean {
  return a === null || b === null ? a === b : isSameList(a, b);
}
