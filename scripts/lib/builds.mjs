/** The bundles: each one file that runs with nothing beside it. */
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** What holds for each of them, as options of esbuild. */
export const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  // CJS, because the yaml library bundled as ESM for Node fails at start.
  format: 'cjs',
  logLevel: 'warning',
  legalComments: 'none',
  // Else each `\p{…}` becomes a regular expression made anew wherever it is used.
  supported: { 'regexp-unicode-property-escapes': true },
};

/** In a browser the files of `client/src/web/` take the place of those with the same name; what asks for Node does not build. */
const forBrowser = {
  name: 'for the browser',
  setup(build) {
    build.onResolve({ filter: /^node:/ }, ({ path, importer }) => ({
      errors: [
        { text: `${importer} asks for ${path}: in a browser a file of its name in client/src/web/ has to take its place` },
      ],
    }));
    build.onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir, importer }) => {
      const file = resolve(resolveDir, path).replace(/\.js$/, '.ts');
      const own = join(dirname(file), 'web', basename(file));
      if (!importer.includes(join('client', 'src'))) return undefined;
      if (dirname(importer).endsWith(join('client', 'src', 'web')) || !existsSync(own)) return { path: file };
      return { path: own };
    });
  },
};
const browser = { platform: 'browser', target: 'es2022' };

/** What differs. */
export const builds = [
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
  { ...browser, entryPoints: { 'web/client': 'client/src/browser.ts' }, external: ['vscode'], plugins: [forBrowser] },
  // The condition keeps a dependency of remark from asking for a document, which a worker has not.
  { ...browser, entryPoints: { 'web/server': 'server/src/browser.ts' }, format: 'iife', conditions: ['worker'] },
  { entryPoints: { cli: 'server/src/cliMain.ts' }, banner: { js: '#!/usr/bin/env node' } },
];
