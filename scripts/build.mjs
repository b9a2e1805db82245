/** Bundles the client, the server and the CLI, each one file that runs with nothing beside it. `--watch` builds again on change. */
import { chmod } from 'node:fs/promises';
import { context } from 'esbuild';

const watch = process.argv.includes('--watch');
const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  // CJS, because the yaml library bundled as ESM for Node fails at start.
  format: 'cjs',
  minify: !watch,
  sourcemap: watch,
  logLevel: 'warning',
  legalComments: 'none',
};
const builds = [
  // The language client is a bundle of its own, loaded after activation: it costs fifty times what the entry costs. The commands
  // are another one, loaded when the first of them is called; what looks at changed files, what makes rows of a plan and what shows its
  // gates as tests are loaded with the first plan.
  {
    entryPoints: { client: 'client/src/node.ts' },
    external: ['vscode', './languageClient.js', './commandHandlers.js', './outside.js', './treeModel.js', './gateTests.js'],
  },
  { entryPoints: { outside: 'client/src/outside.ts' }, external: ['vscode'] },
  { entryPoints: { treeModel: 'client/src/treeModel.ts' } },
  { entryPoints: { gateTests: 'client/src/gateTests.ts' }, external: ['vscode'] },
  { entryPoints: { commandHandlers: 'client/src/commandHandlers.ts' }, external: ['vscode'] },
  { entryPoints: { languageClient: 'client/src/languageClient.ts' }, external: ['vscode'] },
  { entryPoints: { server: 'server/src/node.ts' } },
  { entryPoints: { cli: 'server/src/cliMain.ts' }, banner: { js: '#!/usr/bin/env node' } },
];

for (const build of builds) {
  const bundle = await context({ ...common, ...build, outdir: 'dist' });
  await bundle.rebuild();
  if (watch) await bundle.watch();
  else await bundle.dispose();
}
await chmod('dist/cli.js', 0o755);
