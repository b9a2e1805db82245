import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Failure } from './failure.ts';
import { filtersOff } from './gitFilters.ts';

/**
 * Questions to Git about one folder. No shell, and none of what a repository's configuration could start on the way: file system
 * monitors, hooks, filters, external diff programs. Paths come back relative to the folder.
 */
export interface Git {
  /** Files that differ from the last commit, staged or not, and files Git does not know yet. */
  changed(): Promise<readonly string[]>;
  /** The commit at which the history parted from a revision; undefined for the last commit of a repository that has none yet. */
  parting(revision: string): Promise<string | undefined>;
  /** Files that differ from a commit, committed since or not, and files Git does not know yet. */
  changedFrom(commit: string): Promise<readonly string[]>;
  /** The text of a file in a commit; undefined where it has none there or is no UTF-8 text. */
  textAt(commit: string, path: string): Promise<string | undefined>;
  /** Files in the index that differ from the last commit. */
  staged(): Promise<readonly string[]>;
  /** Files changed in commits since the history parted from a revision. */
  since(revision: string): Promise<readonly string[]>;
  /** Which of some hashes of commits are known: the whole hash of each, null for one that there is not; nothing where it cannot be told. */
  commits(hashes: readonly string[]): Promise<ReadonlyMap<string, string | null>>;
  /** The last commit of this history until the end of a day, where the machine is; undefined where it began later. */
  commitOn(day: string): Promise<string | undefined>;
  /** Files that differ between a commit and the last one; all files of the last one for a history that began later. */
  changedBetween(commit: string | undefined): Promise<readonly string[]>;
  /** The nearest tag at or before the last commit whose name passes a test. */
  lastTag(isWanted: (name: string) => boolean): Promise<string | undefined>;
}

/** Git in a folder; fails with words for a person where there is no repository or no Git. */
export function gitIn(folder: string): Git {
  const run = (...args: readonly string[]) => runGit(folder, args);
  const diff = async (...args: readonly string[]) => {
    // Outside a repository `git diff` would compare files with each other.
    await run('rev-parse', '--git-dir');
    const filters = await run('config', '--show-scope', '-z', '--name-only', '--get-regexp', '^filter\\.').catch(() => '');
    return listOf(await runGit(folder, ['diff', ...diffOptions, ...args, '--'], filtersOff(filters, process.env)));
  };
  const hasCommit = () => tryCommitOf(folder, 'HEAD');
  const unknown = async () => listOf(await run('ls-files', '-z', '--others', '--exclude-standard'));
  return {
    async changed() {
      const tracked = (await hasCommit()) ? await diff('HEAD') : listOf(await run('ls-files', '-z'));
      return sorted([...tracked, ...(await unknown())]);
    },
    async parting(revision) {
      if (revision === 'HEAD') return hasCommit();
      const commit = await commitOf(folder, revision);
      return (await run('merge-base', commit, 'HEAD').catch(() => '')).trim() || commit;
    },
    async changedFrom(commit) {
      return sorted([...(await diff(commit)), ...(await unknown())]);
    },
    // The object itself: no filter or conversion that the repository configures is started.
    textAt: (commit, path) => run('cat-file', 'blob', `${commit}:./${path}`).catch(() => undefined),
    async staged() {
      // Without a commit, Git compares the index with nothing by itself.
      return sorted(await diff('--cached'));
    },
    async since(revision) {
      const commit = await commitOf(folder, revision);
      return sorted(await diff(`${commit}...HEAD`));
    },
    async commits(hashes) {
      const asked = hashes.filter((hash) => /^[\da-f]{7,40}$/.test(hash));
      // In a shallow copy older commits are missing, which says nothing about them.
      const shallow = (await run('rev-parse', '--is-shallow-repository')).trim() === 'true';
      if (asked.length === 0) return new Map();
      const answer = await runGit(folder, ['cat-file', '--batch-check'], {}, asked.map((hash) => `${hash}^{commit}\n`).join(''));
      const lines = answer.split('\n');
      return new Map(
        asked.flatMap((hash, index): (readonly [string, string | null])[] => {
          const line = lines[index] ?? '';
          const commit = /^([\da-f]{40,64}) commit \d+$/.exec(line)?.[1];
          if (commit) return [[hash, commit]];
          return line.endsWith(' missing') && !shallow ? [[hash, null]] : [];
        }),
      );
    },
    async commitOn(day) {
      return (await run('rev-list', '--max-count=1', `--before=${day} 23:59:59`, 'HEAD', '--')).trim() || undefined;
    },
    async changedBetween(commit) {
      if (commit === undefined) return sorted(listOf(await run('ls-tree', '-r', '-z', '--name-only', 'HEAD')));
      return sorted(listOf(await run('diff-tree', '-r', ...diffOptions, commit, 'HEAD', '--')));
    },
    async lastTag(isWanted) {
      if (!(await hasCommit())) return undefined;
      const names = await run('for-each-ref', '--merged=HEAD', '--sort=-creatordate', '--format=%(refname:strip=2)', 'refs/tags');
      // Patterns of Git match more than was asked for: it is told the names, which hold no signs of patterns.
      const wanted = names.split('\n').filter((name) => name !== '' && isWanted(name));
      const matches = wanted.slice(0, mostTags).map((name) => `--match=${name}`);
      const name = matches.length > 0 ? await run('describe', '--tags', '--abbrev=0', ...matches).catch(() => '') : '';
      return name.trim() || undefined;
    },
  };
}

/** Of more tags of passed gates, the youngest are looked at. */
const mostTags = 1000;

const safely = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'core.quotePath=false', '--no-pager'];
const diffOptions = [
  '--name-only',
  '-z',
  '--relative',
  '--no-renames',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules=all',
];

async function runGit(folder: string, args: readonly string[], more: NodeJS.ProcessEnv = {}, input?: string): Promise<string> {
  try {
    const env = {
      ...process.env,
      ...more,
      GIT_OPTIONAL_LOCKS: '0',
      GIT_NO_LAZY_FETCH: '1',
      GIT_TERMINAL_PROMPT: '0',
      LC_ALL: 'C',
    };
    const running = promisify(execFile)('git', [...safely, ...args], { cwd: folder, env, maxBuffer: 256 * 1024 * 1024 });
    if (input !== undefined) running.child.stdin?.end(input);
    return (await running).stdout;
  } catch (error) {
    const { code, stderr = '' } = error as { code?: unknown; stderr?: string };
    if (code === 'ENOENT') throw new Failure('git was not found; name the paths instead');
    if (/not a git repository/i.test(stderr)) throw new Failure(`${folder} is not in a Git repository; name the paths instead`);
    const [firstLine = 'it failed without saying why'] = stderr.trim().split('\n');
    throw new Failure(`git ${args[0]}: ${firstLine.replace(/^fatal: /, '')}`);
  }
}

/** The commit a person's revision stands for. The name is checked first: what begins with `-` would be an option. */
async function commitOf(folder: string, revision: string): Promise<string> {
  if (revision === '' || revision.startsWith('-') || /[\s\p{Cc}]/u.test(revision) || revision.length > 250)
    throw new Failure(`${JSON.stringify(revision)} is no name of a revision`);
  const commit = await tryCommitOf(folder, revision);
  if (!commit) throw new Failure(`Git knows no revision ${revision}`);
  return commit;
}

async function tryCommitOf(folder: string, revision: string): Promise<string | undefined> {
  const answer = await runGit(folder, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]).catch((error: Error) => {
    if (/not in a Git repository|was not found/.test(error.message)) throw error;
    return '';
  });
  return answer.trim() || undefined;
}

function listOf(zeroSeparated: string): string[] {
  return zeroSeparated.split('\0').filter(Boolean);
}

function sorted(paths: readonly string[]): readonly string[] {
  return [...new Set(paths)].sort();
}
