/** Bundles the client, the server and the CLI. `--watch` builds again on change. */
import { chmod } from 'node:fs/promises';
import { context } from 'esbuild';
import { builds, common } from './lib/builds.mjs';

const watch = process.argv.includes('--watch');

for (const build of builds) {
  const bundle = await context({ ...common, ...build, minify: !watch, sourcemap: watch, outdir: 'dist' });
  await bundle.rebuild();
  if (watch) await bundle.watch();
  else await bundle.dispose();
}
await chmod('dist/cli.js', 0o755);
