import type { History, Project } from '../core/index.ts';
import { repositoryAround } from '../host/gitFolder.ts';
import { type Git, gitIn } from './git.ts';

/**
 * The project with what the repository's history says of the time since its evidence was gathered. Git is asked only where evidence names
 * a commit or a day; where there is no repository, no Git or no commit, nothing is known.
 * @param folder absolute path of the workspace folder
 */
export async function withHistory(folder: string, project: Project): Promise<Project> {
  const { commits, days } = project.asksHistory;
  if (commits.length + days.length === 0 || !repositoryAround(folder)) return project;
  try {
    return project.knowing(await historyOf(gitIn(folder), commits, days));
  } catch {
    // Freshness is one line of many: that Git fails is no reason not to judge the others.
    return project;
  }
}

async function historyOf(git: Git, commits: readonly string[], days: readonly string[]): Promise<History> {
  const history = new Map<string, readonly string[] | null>();
  const known = await git.commits(commits);
  const now = await git.changed();
  const since = new Map<string | undefined, readonly string[]>();
  const between = async (commit: string | undefined) => {
    const paths = since.get(commit) ?? (await git.changedBetween(commit));
    since.set(commit, paths);
    return paths;
  };
  for (const [hash, commit] of known)
    history.set(hash, commit === null ? null : [...new Set([...(await between(commit)), ...now])].sort());
  for (const day of days) history.set(day, await between(await git.commitOn(day)));
  return history;
}
