/**
 * The scenarios in a real VS Code and in Neovim, on the extension as it ships. Build first: `npm run build`.
 *
 *   node test/e2e/run.mjs                     everything
 *   node test/e2e/run.mjs checklist           the files whose name contains "checklist"
 *   node test/e2e/run.mjs -t "quick fix"      the scenarios whose name contains "quick fix"
 *
 * Each scenario leaves a picture of its last moment in test/e2e/screenshots/.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installHost } from '../host/install.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
const args = process.argv.slice(2);
// Pictures of an earlier run would look like pictures of this one.
if (args.length === 0) rmSync(new URL('screenshots/', import.meta.url), { recursive: true, force: true });

try {
  // Here and not in the first scenario, so that a person sees what takes so long the first time.
  await installHost();
  const config = fileURLToPath(new URL('vitest.config.mts', import.meta.url));
  const child = spawn(process.execPath, [vitest, 'run', '--config', config, ...args], { cwd: root, stdio: 'inherit' });
  child.once('error', (error) => fail(error));
  child.once('exit', (code, signal) => {
    process.exitCode = signal ? 1 : (code ?? 1);
  });
} catch (error) {
  fail(error);
}

/** @param {unknown} error */
function fail(error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
