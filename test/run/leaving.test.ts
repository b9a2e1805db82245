import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { expect, onTestFinished, test, vi } from 'vitest';

/** A program that starts a command, waits for what it prints first, and ends without a further word. */
const program = `
  import { startShell } from './server/src/run/shellProcess.ts';
  let said = '';
  startShell('sleep 300 & echo $$ $!; wait', '.', (text) => {
    said += text;
    if (said.endsWith('\\n')) process.stdout.write(said, () => process.exit(0));
  }, '');
`;

test.skipIf(process.platform === 'win32')('a program that ends takes its commands with it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'phasewise-leaving-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const outfile = join(folder, 'program.cjs');
  const stdin = { contents: program, resolveDir: join(import.meta.dirname, '../..'), loader: 'ts' as const };
  await build({ stdin, bundle: true, platform: 'node', format: 'cjs', outfile, logLevel: 'error' });
  const { stdout } = await promisify(execFile)(process.execPath, [outfile]);
  const pids = stdout.trim().split(' ').map(Number);
  expect(pids).toHaveLength(2);
  await vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]), { timeout: 5000 });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
