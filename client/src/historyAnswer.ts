import type { HistoryParams, PlanChangedParams } from '../../server/src/lsp/protocol.ts';
import type { GitChange, GitRepository } from './gitExtension.ts';

/** What is asked about a repository. */
export type Asks = PlanChangedParams['asks'];

/** More than these are not asked in an editor: each is a run of Git. */
const mostAsked = 50;

/** The last commit of a day is looked for among so many. */
const mostCommits = 1000;

/**
 * What a repository's history says of the time since some commits and days, as far as Git's extension tells it: for a commit the files that
 * differ from it now, new ones included; for a day the files that later commits changed. What it cannot tell is left out.
 * @param toPath the path of a file in the workspace folder; undefined for a file elsewhere
 * @param isWhole whether the copy has all commits: in a shallow one a missing commit says nothing
 */
export async function historyAnswer(
  repository: GitRepository,
  { commits, days }: Asks,
  toPath: (uri: GitChange['uri']) => string | undefined,
  isWhole: () => Promise<boolean>,
): Promise<NonNullable<HistoryParams['since']>> {
  const since: Record<string, readonly string[] | null> = {};
  const paths = (changes: readonly GitChange[]) =>
    [...new Set(changes.flatMap(({ uri, originalUri }) => [uri, originalUri ?? uri].flatMap((one) => toPath(one) ?? [])))].sort();
  for (const hash of commits.filter((one) => /^[\da-f]{7,40}$/.test(one)).slice(0, mostAsked)) {
    const commit = await known(repository, hash);
    if (commit) since[hash] = paths([...((await repository.diffWith?.(commit.hash)) ?? []), ...uncommitted(repository)]);
    else if (commit === null && (await isWhole())) since[hash] = null;
  }
  const wanted = days.filter((one) => /^\d{4}-\d\d-\d\d$/.test(one)).slice(0, mostAsked);
  const log = wanted.length > 0 ? ((await repository.log?.({ maxEntries: mostCommits })) ?? []) : [];
  for (const day of wanted) {
    // In the time zone of the machine, as people date what they write.
    const end = new Date(`${day}T23:59:59.999`);
    const last = log.find(({ commitDate }) => commitDate !== undefined && commitDate <= end);
    if (last) since[day] = paths((await repository.diffBetween?.(last.hash, 'HEAD')) ?? []);
  }
  return since;
}

/** A commit; null where there is none of this name, undefined where Git cannot be asked. */
async function known(repository: GitRepository, hash: string) {
  const ask = async (ref: string) => (await repository.getCommit?.(ref)) ?? undefined;
  try {
    return await ask(hash);
  } catch {
    // Only in a repository that answers at all does no answer mean that there is no such commit.
    return ask('HEAD').then(
      (head) => (head ? null : undefined),
      () => undefined,
    );
  }
}

/** The files of a repository that differ from the commit that is checked out, staged or not, and those that Git does not know yet. */
export function uncommitted({ state }: GitRepository): readonly GitChange[] {
  return [...state.mergeChanges, ...state.indexChanges, ...state.workingTreeChanges, ...(state.untrackedChanges ?? [])];
}

/** Tells whether the answer may be another one than before: another commit is checked out, or other files differ from it. */
export function repositoryMark(repository: GitRepository): string {
  const files = uncommitted(repository).map(({ uri }) => uri.toString());
  return [repository.state.HEAD?.commit ?? '', ...new Set(files.sort())].join('\n');
}
