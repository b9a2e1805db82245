import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The built CLI, one file that runs with plain Node; PHASEWISE_CLI names another one to test. */
export const builtCli = process.env.PHASEWISE_CLI ?? join(import.meta.dirname, '..', '..', 'dist', 'cli.js');
if (!existsSync(builtCli)) throw new Error('The programs are not built: run `npm run build` first.');

/** How a run of the CLI ended. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/**
 * Runs the built CLI in a folder.
 * @param input what stands on its standard input; without it the pipe stays open
 */
export function runCli(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input?: string,
): Promise<Run> {
  return new Promise((resolve) => {
    const options = { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, env: { ...process.env, ...env } } as const;
    const child = execFile(process.execPath, [builtCli, ...args], options, (_, out, err) => {
      resolve({ code: child.exitCode ?? -1, out, err });
    });
    // A program may answer without reading all that it is sent.
    child.stdin?.on('error', () => undefined);
    if (input !== undefined) child.stdin?.end(input);
  });
}
