/**
 * Every test of the repository, one step after the other, in the order in which they are quick to fail. Each step's output is shown as
 * it comes; the first step that fails ends the run and is named.
 *
 *   node scripts/test.mjs             everything
 *   node scripts/test.mjs --no-e2e    without the real editor
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (path) => join(root, 'node_modules', path);
const steps = [
  { name: 'types', script: 'scripts/check-types.mjs' },
  {
    name: 'lint',
    script: bin('@biomejs/biome/bin/biome'),
    args: ['ci', `--colors=${process.stdout.isTTY ? 'force' : 'off'}`, '.'],
  },
  { name: 'generated files', script: 'scripts/generate.mjs', args: ['--check'], optional: true },
  { name: 'build', script: 'scripts/build.mjs' },
  { name: 'tests', script: bin('vitest/vitest.mjs'), args: ['run'] },
  { name: 'the extension in a real editor', script: 'test/e2e/run.mjs', optional: true, e2e: true },
].filter((step) => !(step.optional && !existsSync(join(root, step.script))) && !(step.e2e && process.argv.includes('--no-e2e')));

const began = Date.now();
const done = [];
for (const [index, step] of steps.entries()) {
  console.log(`\n── ${index + 1}/${steps.length} ${step.name} ${'─'.repeat(Math.max(3, 60 - step.name.length))}`);
  const start = Date.now();
  const code = await run(step);
  done.push(`${code === 0 ? '✔' : '✘'} ${step.name.padEnd(32)} ${seconds(start).padStart(8)}`);
  if (code !== 0) finish(`FAILED in "${step.name}"; the steps after it did not run.`, 1);
}
finish('All passed.', 0);

function run({ script, args = [] }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once('exit', (code, signal) => resolve(signal ? 1 : code));
  });
}

function finish(verdict, code) {
  console.log(`\n${'─'.repeat(72)}\n${done.join('\n')}\n\n${verdict} ${seconds(began)} in all.`);
  process.exit(code);
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
