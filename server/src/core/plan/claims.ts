import type { FileIndex } from '../files.ts';
import { globProblem, matcherOf, withoutDot } from '../glob.ts';
import type { Phase, Plan, ScopeEntry } from '../model.ts';
import type { Settings } from '../settings.ts';

/** A scope line of a phase and the files it stands for. */
export interface Claim {
  readonly phase: Phase;
  readonly entry: ScopeEntry;
  readonly glob: string;
  /** All files that the pattern names, sorted. */
  readonly named: readonly string[];
  /** Those of them that no line of the phase excludes, and that are not for every phase to change. */
  readonly files: readonly string[];
}

/** What was worked out for a phase last: every rule over scopes asks for it. */
interface Known {
  readonly documents: Plan['documents'];
  readonly files: FileIndex;
  readonly allow: readonly string[];
  readonly claims: readonly Claim[];
}

const known = new WeakMap<Phase, Known>();

/** What the lines of a phase's scope claim; prose and patterns that are not read claim nothing. */
export function claimsOf(phase: Phase, { documents }: Plan, files: FileIndex, settings: Settings): readonly Claim[] {
  const { allow } = settings.scope;
  const before = known.get(phase);
  if (before?.documents === documents && before.files === files && before.allow === allow) return before.claims;
  const claims = compare(phase, documents, files, allow);
  known.set(phase, { documents, files, allow, claims });
  return claims;
}

function compare(phase: Phase, documents: Plan['documents'], files: FileIndex, allow: readonly string[]): readonly Claim[] {
  const away = [...globsOf(phase, 'out'), ...allow].map((glob) => files.matching(glob));
  const taken = away.filter((list) => list.length > 0);
  const key = ['claim', numberOf(documents), ...taken.map(numberOf)].join();
  return phase.scope.flatMap((entry) => {
    const glob = usableGlob(entry);
    if (glob === undefined || entry.mode !== 'in') return [];
    const named = files.matching(glob);
    const own = files.remember(`${key}:${numberOf(named)}`, () => {
      const out = files.remember(key, () => new Set([...documents, ...taken.flat()]));
      const left = named.filter((path) => !out.has(path));
      // The same list says that nothing was taken away, also to whoever remembers what follows from it.
      return left.length === named.length ? named : left;
    });
    return [{ phase, entry, glob, named, files: own }];
  });
}

/** The patterns of a phase's scope that are read. */
export function globsOf(phase: Phase, mode: 'in' | 'out'): readonly string[] {
  return phase.scope.flatMap((entry) => (entry.mode === mode ? (usableGlob(entry) ?? []) : []));
}

/** Why the pattern of a scope line is not read, or undefined. */
export function globProblemOf({ glob }: ScopeEntry): string | undefined {
  return glob === null ? undefined : globProblem(glob);
}

function usableGlob(entry: ScopeEntry): string | undefined {
  return entry.glob === null || globProblemOf(entry) ? undefined : entry.glob;
}

/** Whether a plan speaks of the files of this folder at all, and not of another repository. */
export function speaksOf(plan: Plan, files: FileIndex): boolean {
  return plan.phases.some((phase) => globsOf(phase, 'in').some((glob) => files.matching(glob).length > 0));
}

/** Tells whether every phase may change a file: the documents of the plan and what the settings allow. */
export function openTo(plan: Plan, settings: Settings): (path: string) => boolean {
  const documents = pathsOf(plan.documents);
  const allowed = matcherOf(settings.scope.allow);
  return (path) => documents.has(path) || allowed(path);
}

/** The paths of a plan's documents, to be looked up; the list stays the same object as long as no document comes or goes. */
function pathsOf(documents: readonly string[]): ReadonlySet<string> {
  const known = sets.get(documents) ?? new Set(documents);
  sets.set(documents, known);
  return known;
}

const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** The files that two claims share, sorted. */
export function sharedFiles(a: Claim, b: Claim): readonly string[] {
  const [few, many] = a.files.length <= b.files.length ? [a.files, b.files] : [b.files, a.files];
  const [first, last] = [few[0], few.at(-1)];
  if (first === undefined || last === undefined || last < (many[0] ?? '') || first > (many.at(-1) ?? '')) return [];
  const known = pairs.get(few) ?? new WeakMap<readonly string[], readonly string[]>();
  pairs.set(few, known);
  const both = known.get(many) ?? inBoth(few, many);
  known.set(many, both);
  return both;
}

/** Whether a line names a single file by its path, rather than a folder or a pattern. */
export function namesOneFile({ glob, named }: Claim): boolean {
  return named.length > 0 ? named.length === 1 && named[0] === withoutDot(glob) : /\.\w+$/.test(glob) && !/[*?{}]/.test(glob);
}

/** Whether every file of a claim is among those of others. */
export function isCovered(claim: Claim, others: readonly Claim[], files: FileIndex): boolean {
  const key = others.map((other) => numberOf(other.files)).join();
  return files.remember(`covered\0${numberOf(claim.files)}\0${key}`, () => {
    const all = files.remember(`union\0${key}`, () => new Set(others.flatMap((other) => other.files)));
    return claim.files.every((path) => all.has(path));
  });
}

/** Lists of files that were compared: the lists themselves say what was compared, for they stay the same while their files do. */
const pairs = new WeakMap<readonly string[], WeakMap<readonly string[], readonly string[]>>();

const numbers = new WeakMap<readonly string[], number>();
let last = 0;

/** A number for a list that stays the same object as long as it says the same. */
export function numberOf(list: readonly string[]): number {
  const known = numbers.get(list) ?? ++last;
  numbers.set(list, known);
  return known;
}

/** Whether a line names nearly everything that there is, so that it leaves nothing to guard. */
export function saysNothing({ files, glob }: Claim, index: FileIndex): boolean {
  if (/^(?:\*+\/)*\*+\/?$/.test(withoutDot(glob))) return true;
  return index.paths.length >= fewest && files.length > index.paths.length * most;
}

/** In a folder with fewer files than this, one line may well name most of them. */
const fewest = 20;
const most = 0.9;

function inBoth(a: readonly string[], b: readonly string[]): readonly string[] {
  const both: string[] = [];
  let at = 0;
  for (const path of a) {
    while (at < b.length && (b[at] as string) < path) at += 1;
    if (b[at] === path) both.push(path);
  }
  return both;
}
