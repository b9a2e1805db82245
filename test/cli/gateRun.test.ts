import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../server/src/cli/run.ts';
import type { Terminal } from '../../server/src/cli/terminal.ts';
import { builtCli, runCli } from '../support/built.ts';
import { type TestFolder, testFolder } from '../support/folder.ts';
import { testTerminal } from '../support/terminal.ts';

/** A plan whose second phase has one manual test, and whose first one is done. */
function planWith(command: string, expected = 'exit code 0', more = ''): string {
  return `## Phase 1: Quay
Status: done
### Exit criteria
- [x] \`node first.js\` exits with 0
## Phase 2: Boats
Status: in progress
### Manual checklist
- [ ] Bell
  - Command: \`${command}\`
  - Expected: ${expected}
${more}`;
}

const mark = (name: string) => `node -e "require('fs').appendFileSync('${name}', 'x')"`;

function folderWith(command: string, expected?: string, more?: string): TestFolder {
  return testFolder([
    ['plan.md', planWith(command, expected, more)],
    ['first.js', "console.log('first');\n"],
  ]);
}

/** Runs the command line in this process, with a terminal that a test holds. */
async function inTerminal(folder: TestFolder, args: readonly string[], more: Partial<Terminal> = {}) {
  const terminal = testTerminal(folder.path, more);
  const code = await run(['gate', '2', ...args], terminal, { home: folder.path, startServer: async () => {} });
  return { code, ...terminal.shown };
}

const yes = { ask: async () => 'y' };

describe('consent', () => {
  it('nothing runs without --run, whatever the folder says', async () => {
    const folder = folderWith(mark('ran'));
    folder.write('phasewise.yaml', 'run: true\nyes-run-commands: true\ngate:\n  run: true\n  yesRunCommands: true\n');
    expect((await runCli(folder.path, ['gate', '2'])).code).toBe(1);
    expect((await runCli(folder.path, ['gate', '2', '--run'], { PHASEWISE_RUN: '1', CI: 'true' })).code).toBe(2);
    expect(existsSync(join(folder.path, 'ran'))).toBe(false);
  });

  it('every command is shown first; without a terminal nothing runs, and the message says what to do', async () => {
    const folder = folderWith(mark('ran'));
    const { code, out, err } = await runCli(folder.path, ['gate', '2', '--run']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(mark('ran'));
    expect(err).toContain('plan.md:8');
    expect(err).toContain('node first.js');
    expect(err).toContain(folder.path);
    expect(err).toContain('--yes-run-commands');
    expect(existsSync(join(folder.path, 'ran'))).toBe(false);
  });

  it.each(['', 'n', 'no', 'yesterday', 'x'])('the answer %j runs nothing, and the verdict is told', async (answer) => {
    const folder = folderWith(mark('ran'));
    const { code, out, err } = await inTerminal(folder, ['--run'], { ask: async () => answer });
    expect(code).toBe(1);
    expect(err).toContain('Nothing was run.');
    expect(out).toContain('Not through');
    expect(existsSync(join(folder.path, 'ran'))).toBe(false);
  });

  it('a person is asked once about the whole list', async () => {
    const folder = folderWith(mark('ran'));
    const questions: string[] = [];
    const ask = async (question: string) => {
      questions.push(question);
      return 'y';
    };
    const { out } = await inTerminal(folder, ['--run'], { ask });
    expect(questions).toEqual(['Run these 2 commands, one after the other? [y/N] ']);
    expect(out).toContain('Previous phases work: 1/1');
    expect(readFileSync(join(folder.path, 'ran'), 'utf8')).toBe('x');
  });

  it('a text that changed after it was shown does not run', async () => {
    const folder = folderWith(mark('ran'));
    const change = (text: string) => async () => {
      folder.write('plan.md', text);
      return 'y';
    };
    const other = await inTerminal(folder, ['--run'], { ask: change(planWith(mark('other'))) });
    expect(other.err).toContain('not run: plan.md changed after it was shown');
    expect(other.out).toContain('Not through');
    folder.write('plan.md', planWith(mark('ran')));
    await inTerminal(folder, ['--run'], { ask: change(planWith(mark('ran'), '`easier`')) });
    expect(existsSync(join(folder.path, 'ran')) || existsSync(join(folder.path, 'other'))).toBe(false);
    folder.write('plan.md', planWith(mark('ran')));
    // Other words of the document do not matter.
    await inTerminal(folder, ['--run'], { ask: change(planWith(mark('ran'), undefined, '- A word more\n')) });
    expect(readFileSync(join(folder.path, 'ran'), 'utf8')).toBe('x');
  });

  it('a document that became a link out of the folder, or is gone, does not run', async () => {
    const folder = folderWith(mark('ran'));
    const outside = testFolder([['plan.md', planWith(mark('ran'))]]);
    const ask = async () => {
      folder.remove('plan.md');
      symlinkSync(join(outside.path, 'plan.md'), join(folder.path, 'plan.md'));
      return 'y';
    };
    expect((await inTerminal(folder, ['--run'], { ask })).err).toContain('not run: ');
    folder.remove('plan.md');
    folder.write('plan.md', planWith(mark('ran')));
    const gone = async () => {
      folder.remove('plan.md');
      return 'y';
    };
    expect((await inTerminal(folder, ['--run'], { ask: gone })).err).toContain('not run: ');
    expect(existsSync(join(folder.path, 'ran'))).toBe(false);
  });

  it.each([
    ['a hidden character', `${mark('ran')}\u200b`, '\\u{200B}'],
    ['another order of reading', `${mark('ran')} # \u202eexe`, '\\u{202E}'],
    ['more than is seen at a glance', `${mark('ran')} ${'#'.repeat(1200)}`, 'too long'],
  ])('%s is not run, whoever agrees, and shown', async (_, command, words) => {
    const folder = folderWith(command);
    const { code, err } = await runCli(folder.path, ['gate', '2', '--run', '--yes-run-commands']);
    expect(code).toBe(1);
    expect(err).toContain(words);
    expect(err).not.toMatch(/[\u200b\u202e]/);
    expect(existsSync(join(folder.path, 'ran'))).toBe(false);
  });

  it('options that make no sense are refused', async () => {
    const folder = folderWith('true');
    for (const args of [['--yes-run-commands'], ['--timeout', '3'], ['--run', '--timeout', 'x'], ['--run', '--timeout', '0']])
      expect(await runCli(folder.path, ['gate', '2', ...args])).toMatchObject({ code: 2, out: '' });
  });
});

// What a shell understands differs too much on Windows; the editor's own tests cover it there.
describe.skipIf(process.platform === 'win32')('what is run', () => {
  it('a gate that only its commands kept open is through when they pass, and earlier phases are run again', async () => {
    const folder = folderWith('echo ding', 'exit code 0 and `ding`');
    const { code, out, err } = await runCli(folder.path, ['gate', '2', '--run', '--yes-run-commands', '--format', 'json']);
    const report = JSON.parse(out);
    expect([code, report.pass]).toEqual([0, true]);
    expect(report.runs).toMatchObject([
      {
        title: 'Bell',
        command: 'echo ding',
        path: 'plan.md',
        line: 8,
        earlier: false,
        result: 'pass',
        exitCode: 0,
        output: 'ding\n',
      },
      { command: 'node first.js', phase: '1', earlier: true, result: 'pass', output: 'first\n' },
    ]);
    expect(err).toContain('  | ding\n');
    expect((await runCli(folder.path, ['gate', '2'])).code).toBe(1);
    folder.write('first.js', 'process.exit(1);\n');
    const broken = await runCli(folder.path, ['gate', '2', '--run', '--yes-run-commands']);
    expect(broken.code).toBe(1);
    expect(broken.out).toContain('✘ Previous phases work: 0/1\n    phase 1: node first.js (exit code 1)  plan.md:4\n');
  });

  it('what a person judges stays open', async () => {
    const folder = folderWith('echo ding', 'it sounds like a bell');
    const { code, out } = await inTerminal(folder, ['--run'], yes);
    expect(code).toBe(1);
    expect(out).toContain('Bell (exit code 0; a person judges what it shows)');
  });

  it('the same command with the same expectation runs once for all conditions', async () => {
    const conditions = `### Exit criteria\n- [ ] \`node count.js\` exits with 0\n- [ ] \`node count.js\` passes\n`;
    const folder = folderWith('true', 'exit code 0', conditions);
    folder.write('count.js', "require('fs').appendFileSync('count', 'x');\n");
    expect((await inTerminal(folder, ['--run'], yes)).code).toBe(0);
    expect(readFileSync(join(folder.path, 'count'), 'utf8')).toBe('x');
  });

  it('a command that does not end is ended', async () => {
    const folder = folderWith('sleep 60');
    const { code, out, err } = await inTerminal(folder, ['--run', '--timeout', '1'], yes);
    expect(code).toBe(1);
    expect(err).toContain('ended after 1 s');
    expect(out).toContain('it did not end in time');
  });

  it('Ctrl-C ends the tree and the command line', async () => {
    const folder = folderWith('echo on; sleep 60');
    const terminal = testTerminal(folder.path, yes);
    const write = terminal.err;
    const err = (text: string) => {
      if (text.includes('| on')) terminal.interrupt();
      write(text);
    };
    const watching = { ...terminal, err };
    const code = await run(['gate', '2', '--run'], watching, { home: folder.path, startServer: async () => {} });
    expect([code, terminal.shown.out]).toEqual([130, '']);
    expect(terminal.shown.err).toContain('interrupted');
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('%s ends the built program and all it started', async (signal) => {
    const folder = folderWith(`node -e "console.log('pid', process.pid); setInterval(() => {}, 1000)"`);
    const child = spawn(process.execPath, [builtCli, 'gate', '2', '--run', '--yes-run-commands'], { cwd: folder.path });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
      if (/pid \d+\n/.test(text)) child.kill(signal);
    });
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(code).toBe(130);
    const pid = /\| pid (\d+)/.exec(err)?.[1] ?? '';
    const { stdout } = spawnSync('ps', ['-o', 'state=', '-p', pid], { encoding: 'utf8' });
    expect(stdout.trim().replace(/^Z.*/, '')).toBe('');
  });

  it('no output gives orders to a terminal or to CI, or breaks a report', async () => {
    const folder = folderWith(
      `printf '::error::a\\n  ::set-env name=x::y\\n##[group]b\\n##vso[task.x]c\\033[2Jd\\000e\\1f]]>'`,
      '`d`',
    );
    const text = await runCli(folder.path, ['gate', '2', '--run', '--yes-run-commands']);
    expect(`${text.err}\n${text.out}`).not.toMatch(/^\s*::|##\w*\[|[\x00-\x08\x0b-\x1f]/m);
    const json = (await runCli(folder.path, ['gate', '2', '--run', '--yes-run-commands', '--format', 'json'])).out;
    expect(json).not.toMatch(/##\w*\[/);
    expect(JSON.parse(json).runs[0].output).toBe('::error::a\n  ::set-env name=x::y\n##[group]b\n##vso[task.x]cdef]]>');
    const junit = (await runCli(folder.path, ['gate', '2', '--run', '--yes-run-commands', '--format', 'junit'])).out;
    expect(junit).toContain('::error::a&#10;  ::set-env');
    expect(junit).toContain('cdef]]&gt;');
    expect(junit).not.toMatch(/^\s*::|[\x00-\x08\x0b-\x1f]/m);
  });

  it('words of a plan that begin like an order to CI are quoted', async () => {
    const folder = folderWith('true', 'exit code 0', '### Exit criteria\n- [ ] ::error::look here\n- [ ] ##[group]b\n');
    expect((await runCli(folder.path, ['gate', '2'])).out).not.toMatch(/^\s*::|##\[/m);
  });

  it('a flood is cut in every report', async () => {
    const folder = folderWith(`head -c 52428800 /dev/zero | tr '\\0' x`);
    const { out, err } = await runCli(folder.path, ['gate', '2', '--run', '--yes-run-commands', '--format', 'json']);
    expect(Buffer.byteLength(JSON.parse(out).runs[0].output)).toBeLessThanOrEqual(64 * 1024);
    expect(err.length).toBeLessThan(300 * 1024);
  });
});
