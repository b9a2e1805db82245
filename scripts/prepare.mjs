/**
 * Builds the programs where the package is installed from its sources: in a clone, and by `npm install -g git+…`, which is how pre-commit
 * does it. That one leaves out what is needed to build; it is fetched first.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const npm = process.env.npm_execpath;
if (npm && !existsSync(new URL('../node_modules/esbuild', import.meta.url))) {
  // npm hands its own options on: what is fetched belongs here and not to the whole machine.
  const env = { ...process.env, npm_config_global: 'false', npm_config_location: 'project', npm_config_prefix: undefined };
  run([npm, 'ci', '--ignore-scripts', '--include=dev'], env);
}
run(['scripts/build.mjs'], process.env);

function run(args, env) {
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
