import { execFile, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const at = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const [FERRY, CLI, ATTACH] = [at('../../../examples/harbour-ferry'), at('../../../dist/cli.js'), at('attach.lua')];
const run = promisify(execFile);

const missing = spawnSync('nvim', ['--version']).status !== 0;
// Where nobody reads a warning, a missing editor is a failure.
const skipped = missing && !process.env.CI;
if (skipped)
  console.warn('SKIPPED: Neovim is not installed, so nobody looked at what it shows. On Debian: apt-get install neovim');

test.skipIf(skipped).each(['docs/plan.md', 'docs/phases/phase-1.md', 'docs/phases/phase-2.md', 'tasks/tasks.yaml'])(
  'Neovim shows in %s what the command line says',
  async (path) => {
    const check = await run(process.execPath, [CLI, 'check', '--format', 'json'], { cwd: FERRY }).catch((error) => error);
    const expected = JSON.parse(check.stdout).findings.filter((/** @type {{ path: string }} */ finding) => finding.path === path);
    expect(expected).not.toEqual([]);

    const env = { ...process.env, PHASEWISE: `${process.execPath}\n${CLI}` };
    const { stdout } = await run('nvim', ['--clean', '--headless', path, '-c', `luafile ${ATTACH}`], {
      cwd: FERRY,
      env,
      timeout: 50_000,
    });
    const facts = (/** @type {Record<string, unknown>[]} */ findings) =>
      findings.map(({ rule, line, column, message, severity }) => ({ rule, line, column, message, severity }));
    expect(facts(JSON.parse(stdout))).toEqual(facts(expected));
  },
);
