import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';

/** A folder on disk with some files in it. */
export interface TestFolder {
  readonly path: string;
  readonly uri: string;
  uriOf(path: string): string;
  write(path: string, text: string): void;
  remove(path: string): void;
  /** Runs Git in the folder, as nobody in particular. */
  git(...args: string[]): string;
}

/** A new folder that is removed when the test ends. */
export function testFolder(files: Iterable<readonly [path: string, text: string]> = []): TestFolder {
  const folder = makeFolder(files);
  onTestFinished(() => removeFolder(folder));
  return folder;
}

/** A new folder; the caller removes it. */
export function makeFolder(files: Iterable<readonly [path: string, text: string]>): TestFolder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'phasewise-')));
  const folder: TestFolder = {
    path,
    uri: pathToFileURL(path).href,
    uriOf: (file) => pathToFileURL(join(path, file)).href,
    write(file, text) {
      mkdirSync(dirname(join(path, file)), { recursive: true });
      writeFileSync(join(path, file), text);
    },
    remove: (file) => rmSync(join(path, file), { recursive: true }),
    git: (...args) =>
      execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgSign=false', ...args], {
        cwd: path,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
      }),
  };
  for (const [file, text] of files) folder.write(file, text);
  return folder;
}

export function removeFolder({ path }: TestFolder): void {
  rmSync(path, { recursive: true, force: true });
}

/** Makes the folder a repository with a commit that has these tags. */
export function tagAll(folder: TestFolder, tags: readonly string[]): void {
  folder.git('init', '-q');
  folder.git('commit', '-q', '--allow-empty', '-m', 'Passed');
  for (const tag of tags) folder.git('tag', '-a', '-m', 'Passed', tag);
}
