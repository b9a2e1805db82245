/** One gate line, a scope, a cold check, memory: without a server, or around one. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Minimatch } from 'minimatch';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { startEditor } from './lib/editor.mjs';
import { median, ms, ratio, row, timed } from './lib/numbers.mjs';
import { phaseLines, vague, writeWorkspace } from './lib/workspace.mjs';

const lines = [
  '`pnpm test` exits 0',
  'All tests pass',
  'The system works correctly',
  'p95 latency of `GET /api` <= 250 ms at 50 rps',
  'Docs updated',
  'Open escalation prevents stage progression until resolved',
  'UI feels polished and fast',
  'Worker processes the job and writes the result to the database',
];

export function gateLines({ judgeGateLine }) {
  console.log('\nOne gate line judged, warm');
  const once = () => {
    // A new text each time: nothing may be remembered.
    for (const [index, line] of lines.entries())
      judgeGateLine(`${line} ${index}${Math.random()}`, { commands: [], siblings: [] });
  };
  for (let count = 0; count < 3000; count += 1) once();
  const times = Array.from({ length: 400 }, () => timed(once));
  row('a line that was never seen', `${((median(times) * 1000) / lines.length).toFixed(1)} µs`);
}

export function scopes({ matcherOf }) {
  console.log('\n50,000 paths against 72 globs; ratio to bare precompiled minimatch');
  const areas = Array.from({ length: 9 }, (_, index) => `area${index}`);
  const globs = areas.flatMap((area) => [
    `src/${area}/**`,
    `src/features/${area}/*.{ts,tsx}`,
    `tests/${area}/**/*.test.ts`,
    `docs/${area}/*`,
    `migrations/*_${area}_*.sql`,
    `deploy/helm/${area}/**`,
    `scripts/ci/${area}-*.sh`,
    `packages/${area}/core/**`,
  ]);
  const roots = ['src', 'src/features', 'tests', 'docs', 'deploy/helm', 'scripts/ci', 'packages/core'];
  const paths = Array.from(
    { length: 50_000 },
    (_, at) => `${roots[at % roots.length]}/area${at % 13}/${'deep/'.repeat(at % 4)}file${at}.ts`,
  );
  const options = { dot: true, nocomment: true, nonegate: true, optimizationLevel: 1 };
  const [bare, own] = [globs.map((glob) => new Minimatch(glob, options)), globs.map((glob) => matcherOf([glob]))];
  const count = (matches) => paths.reduce((sum, path) => sum + matches.reduce((own, one) => own + (one(path) ? 1 : 0), 0), 0);
  const asked = bare.map((one) => (path) => one.match(path));
  count(own);
  const times = {
    bare: timed(() => count(asked)),
    own: median([timed(() => count(own)), timed(() => count(own)), timed(() => count(own))]),
  };
  row('matcherOf', ms(times.own), `${ratio(times.own, times.bare)} of minimatch (${ms(times.bare)})`);
}

export async function coldCheck(server, base) {
  console.log('\nA cold check of 1,000 documents; ratio to remark reading the same texts');
  const folder = join(base, 'phases-1000');
  const files = writeWorkspace(folder, { phases: 1000, tasks: 1000 });
  const [program, cli] = server;
  const texts = [...files].filter(([path]) => path.endsWith('.md')).map(([, text]) => text);
  const parser = unified().use(remarkParse);
  const own = [];
  let whole = 0;
  // In turns, and by processor time: somebody else may be using the machine.
  for (let round = 0; round < 4; round += 1) {
    own.push(cpuOf(program, [cli, 'check', '.'], folder));
    const before = process.cpuUsage();
    for (const [at, text] of texts.entries()) if (at % 4 === round) parser.parse(text);
    const { user, system } = process.cpuUsage(before);
    whole += (user + system) / 1000;
  }
  row('phasewise check', `${ms(median(own))} of processor`, `${ratio(median(own), whole)} of remark (${ms(whole)})`);
  plantedFound(server, folder, files);
}

/** Milliseconds of processor time that a run of a Node program took. */
function cpuOf(program, args, cwd) {
  const out = join(cwd, '.cpu');
  spawnSync(program, ['--require', join(import.meta.dirname, 'lib', 'cpu.cjs'), ...args], {
    cwd,
    env: { ...process.env, BENCH_CPU: out },
    maxBuffer: 1 << 28,
  });
  const time = Number(readFileSync(out, 'utf8'));
  rmSync(out);
  return time;
}

/** No speed counts where something is missed: every vague condition that was written into the workspace has its finding. */
function plantedFound([program, cli], folder, files) {
  const { stdout } = spawnSync(program, [cli, 'check', '.', '--format', 'json'], { cwd: folder, maxBuffer: 1 << 28 });
  // A command beside it says which tests pass.
  const wrong = vague.filter((words) => words !== 'Tests pass');
  const found = new Set(JSON.parse(stdout).findings.map(({ path, line }) => `${path}:${line}`));
  const planted = [...files].flatMap(([path, text]) =>
    text.split('\n').flatMap((line, at) => (wrong.some((words) => line.endsWith(words)) ? [`${path}:${at + 1}`] : [])),
  );
  const missed = planted.filter((place) => !found.has(place));
  row('planted defects', `${planted.length - missed.length} of ${planted.length} found`);
  if (missed.length > 0) throw new Error(`missed: ${missed.slice(0, 5).join(', ')}`);
}

export async function memory(server, base) {
  console.log('\nStart, and memory of the server once everything was read');
  const sizes = [];
  for (const phases of [9, 1000]) {
    const folder = join(base, `memory-${phases}`);
    writeWorkspace(folder, { phases, tasks: 100 });
    const editor = await startEditor(server, folder);
    await editor.settled();
    await new Promise((resume) => setTimeout(resume, 500));
    sizes.push(editor.memory());
    if (phases === 9) row('start to initialized', ms(editor.initialized));
    await editor.close();
  }
  const each = ((sizes[1] - sizes[0]) * 1024) / 991;
  const length = phaseLines(5, 1, 3, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]).join('\n').length;
  row(
    'memory',
    `${sizes[0].toFixed(0)} MB`,
    `${sizes[1].toFixed(0)} MB with 1,000`,
    `${each.toFixed(1)} KB a document of ${(length / 1024).toFixed(1)} KB`,
  );
}
