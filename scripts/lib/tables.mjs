import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';

/** The tables that documentation is made of, from the sources themselves: they are bundled in memory and run. */
export async function readTables(project) {
  const [core, client] = await Promise.all([
    run(project, "export { planKeys, rules, settingsTable } from './server/src/core/index.ts';"),
    run(project, "export { commandTable } from './client/src/commandTable.ts';"),
  ]);
  return { rules: core.rules, settings: core.settingsTable, planKeys: core.planKeys, commands: client.commandTable };
}

async function run(project, contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: project, loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  const module = { exports: {} };
  const load = new Function('module', 'exports', 'require', outputFiles[0].text);
  load(module, module.exports, createRequire(join(project, 'package.json')));
  return module.exports;
}
