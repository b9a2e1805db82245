import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { matches } from '../../server/src/run/matches.ts';
import { mostKept } from '../../server/src/run/output.ts';
import { runStep, type StepLimits } from '../../server/src/run/runStep.ts';

/** Runs a command and collects the numbers it prints: they are the processes it started. */
async function run(command: string, limits: Partial<StepLimits> = {}) {
  const end = await runStep(command, tmpdir(), { timeout: 20, ...limits });
  return { ...end, pids: [...end.output.matchAll(/pid (\d+)/g)].map(([, pid]) => Number(pid)) };
}

/** What has ended and nobody has asked about (a container may have no one who does) is not alive. */
function isAlive(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'state=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.trim() !== '' && !stdout.trim().startsWith('Z');
}

// What a shell understands differs too much on Windows; the editor's own tests cover it there.
describe.skipIf(process.platform === 'win32')('the command of a step', () => {
  it('tells its exit code and output, and reads an empty input', async () => {
    expect(await run('cat; echo a; echo b >&2; exit 3')).toMatchObject({ exitCode: 3, ended: 'exit', cut: false });
    expect((await run('kill -9 $$')).exitCode).toBe(137);
    expect(await runStep('true', '/no/such/folder', { timeout: 5 })).toMatchObject({ exitCode: null, ended: 'failed-to-start' });
  });

  it.each([
    ['what ignores a polite request', `trap '' TERM; echo pid $$; sleep 60 & echo pid $!; wait; sleep 60`],
    ['a child that does', `(trap '' TERM; echo pid $$; while :; do sleep 1; done) & echo pid $!; wait`],
    ['a session of its own', `setsid sh -c 'trap "" TERM HUP; echo pid $$; sleep 60; sleep 60' & wait`],
    ['a session whose parent is gone', `(setsid sh -c 'trap "" TERM HUP; echo pid $$; sleep 60' &) ; sleep 60`],
    ['a child in the background that holds no output', `sleep 60 >/dev/null 2>&1 & echo pid $!; sleep 60`],
    [
      'what starts again as soon as it is ended',
      `f() { trap 'f & echo pid $!' TERM; echo pid $$; sleep 60; }; f & wait; wait; sleep 60`,
    ],
  ])('takes %s with it when its time is over', async (_, command) => {
    const end = await run(command, { timeout: 0.4 });
    expect(end).toMatchObject({ ended: 'timeout', exitCode: null });
    expect(end.pids.length).toBeGreaterThan(0);
    expect(end.pids.filter(isAlive)).toEqual([]);
    // The time it had, two seconds, and a busy machine.
    expect(end.milliseconds).toBeLessThan(400 + 2000 + 1500);
  });

  it('ends when it is cancelled, and does not start when it was cancelled before', async () => {
    const controller = new AbortController();
    const end = await run('echo pid $$; sleep 60', {
      signal: controller.signal,
      onOutput: () => controller.abort(),
    });
    expect(end).toMatchObject({ ended: 'stopped', exitCode: null });
    expect(end.pids.filter(isAlive)).toEqual([]);
    expect(await run('echo ran', { signal: AbortSignal.abort() })).toMatchObject({ ended: 'stopped', output: '' });
  });

  it('keeps the beginning and the end of 50 MB', async () => {
    let shown = 0;
    const end = await run(`echo first; head -c 52428800 /dev/zero | tr '\\0' x; echo; echo last`, {
      onOutput: (text) => {
        shown += text.length;
      },
    });
    expect(end).toMatchObject({ ended: 'exit', exitCode: 0, cut: true });
    expect(Buffer.byteLength(end.output)).toBeLessThanOrEqual(mostKept);
    expect(end.output).toMatch(/^first\n/);
    expect(end.output).toMatch(/\nlast\n$/);
    expect(shown).toBeLessThan(300 * 1024);
  });
});

describe('a regular expression of a document', () => {
  it('is given up when it takes too long', () => {
    const began = Date.now();
    expect(matches({ source: '^(a+)+$', flags: '' }, `${'a'.repeat(40)}!`)).toBeNull();
    expect(Date.now() - began).toBeLessThan(3000);
  });
  it('matches, does not match, or is none', () => {
    expect(matches({ source: 'listening on \\d+', flags: 'i' }, 'a\nListening on 80')).toBe(true);
    expect(matches({ source: '^b$', flags: 'gm' }, 'a\nb')).toBe(true);
    expect(matches({ source: '^b$', flags: '' }, 'a')).toBe(false);
    expect(matches({ source: '(', flags: '' }, 'a')).toBeNull();
    expect(matches({ source: 'a', flags: 'zz' }, 'a')).toBeNull();
  });
});
