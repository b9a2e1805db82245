/**
 * How quick the product is beside floors that need nobody else's program: `npm run bench`, about eight minutes.
 *
 *   node bench/run.mjs keys growth yaml gate scope check memory ask soak     only these
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { common as shipped } from '../scripts/lib/builds.mjs';
import { asked } from './ask.mjs';
import { coldCheck, gateLines, memory, scopes } from './core.mjs';
import { growth, keystrokes, registers } from './keys.mjs';
import { soak } from './soak.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const base = mkdtempSync(join(tmpdir(), 'phasewise-bench-'));
const common = { ...shipped, minify: true, logLevel: 'error', absWorkingDir: root };
try {
  // Bundled as it is shipped, but to a place of its own: a run must not change what somebody else is using.
  const cli = join(base, 'dist', 'cli.js');
  await build({ ...common, entryPoints: ['server/src/cliMain.ts'], format: 'cjs', outfile: cli });
  await build({ ...common, entryPoints: ['bench/core.ts'], format: 'cjs', outfile: join(base, 'core.cjs') });
  const core = (await import(join(base, 'core.cjs'))).default;
  const server = [process.execPath, cli, 'lsp', '--stdio'];
  const figures = {
    gate: () => gateLines(core),
    scope: () => scopes(core),
    keys: () => keystrokes(server, base),
    yaml: () => registers(server, base),
    check: () => coldCheck(server, base),
    memory: () => memory(server, base),
    growth: () => growth(server, base),
    ask: () => asked(server, base),
    soak: () => soak(server, base),
  };
  const wanted = process.argv.slice(2).filter((name) => name in figures);
  const began = performance.now();
  console.log(
    `Node ${process.version}, load ${loadavg()[0].toFixed(1)}. Compare ratios of one run; times drift with the machine.`,
  );
  for (const name of wanted.length > 0 ? wanted : Object.keys(figures)) await figures[name]();
  console.log(`\n${((performance.now() - began) / 1000).toFixed(0)} s, load ${loadavg()[0].toFixed(1)}`);
} finally {
  rmSync(base, { recursive: true, force: true });
}
