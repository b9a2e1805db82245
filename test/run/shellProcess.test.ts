import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { mostOutput, startShell } from '../../server/src/run/shellProcess.ts';

/** Runs a command to its end. */
async function run(command: string) {
  let output = '';
  const shell = startShell(command, tmpdir(), (text) => (output += text), 'too much');
  return { code: await shell.ended, output };
}

// What a shell understands differs too much on Windows; the editor's own tests cover it there.
describe.skipIf(process.platform === 'win32')('a command in a shell', () => {
  it('runs as written, and tells its exit code and output', async () => {
    expect(await run(`printf '%s\\n' '\${command:x}' "$((1+1))"; echo oops >&2; exit 3`)).toEqual({
      code: 3,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a task would have replaced it.
      output: '${command:x}\n2\noops\n',
    });
  });

  it('cannot steer the terminal', async () => {
    expect((await run(`printf 'a\\033[2Jb\\033]0;title\\007c'`)).output).not.toContain('\x1b');
  });

  it('is cut off when it prints without end', async () => {
    const { output } = await run(`head -c 3000000 /dev/zero | tr '\\0' x`);
    expect(output.length).toBeLessThan(mostOutput + 100);
    expect(output).toMatch(/too much\n$/);
  });

  it('ends with everything it started, also what it left in the background and what ignores a polite request', async () => {
    const started = Date.now();
    let output = '';
    const shell = startShell(`trap '' TERM; (trap '' TERM; sleep 60) & echo $!; wait`, tmpdir(), (text) => (output += text), '');
    await expect.poll(() => output).toMatch(/\d+/);
    shell.stop();
    // It has only ended when nobody holds its output any more.
    expect(await shell.ended).toBeNull();
    expect(Date.now() - started).toBeLessThan(4000);
  });

  it('survives input that nobody reads', async () => {
    const shell = startShell('exec 0<&-; sleep 0.1; exit 0', tmpdir(), () => {}, '');
    shell.write('x'.repeat(200_000));
    expect(await shell.ended).toBe(0);
  });

  it('says so when its folder does not exist', async () => {
    let output = '';
    const shell = startShell('true', '/no/such/folder', (text) => (output += text), '');
    expect(await shell.ended).toBeNull();
    expect(output).toContain('ENOENT');
  });
});
