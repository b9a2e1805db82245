/** Writes made-up plans of a given size, always the same ones. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const areas = ['auth', 'billing', 'catalog', 'search', 'gateway', 'outbox', 'ingest', 'ledger', 'exports', 'policy'];
const work = [
  'audit map and risk register',
  'stale pointers of the docs',
  'migration and seed',
  'retry and dead-letter',
  'token deny-list',
  'contract tests',
];
const good = [
  '`curl -fsS localhost:9753/{a}` returns 200 within 2 s',
  'Invalid state transition returns 409',
  '`pnpm test --filter {a}` exits 0',
  'p95 latency of `GET /api/v1/{a}` <= 250 ms at 50 rps',
];
/** Conditions that nobody could decide. */
export const vague = ['System works correctly', 'Tests pass', 'Performance is acceptable'];
const stages = ['Foundation', 'Skeleton', 'Database', 'Resource API', 'Workers'];
const status = ['not-started', 'in-progress', 'done', 'blocked'];

/** A number from 0 to `most - 1` that depends on nothing but its arguments. */
function pick(list, ...seeds) {
  let hash = 2166136261;
  for (const seed of seeds) hash = Math.imul(hash ^ (seed + 0x9e37), 16777619) >>> 0;
  return list[(hash >>> 7) % list.length];
}

const gate = (n, k) => pick((n * 7 + k) % 40 === 0 ? vague : good, n, k).replaceAll('{a}', areas[n % areas.length]);
const taskId = (n, k) => `P${String(n).padStart(3, '0')}-T${String(k).padStart(3, '0')}`;

/** The lines of one phase. @param depth of its heading @param current number of the phase under way */
export function phaseLines(n, depth, current, tasks) {
  const area = areas[n % areas.length];
  const head = (more) => '#'.repeat(depth + more);
  const said = n < current ? 'Done' : n === current ? 'In progress' : 'Planned';
  return [
    ...[`${head(0)} Phase ${n} - ${area} and more`, '', `Status: ${said}`, 'Owner: @amara', '', `${head(1)} Goal`, ''],
    ...[
      `Finish the ${pick(work, n)} of ${area}.`,
      '',
      `${head(1)} Scope`,
      '',
      `- \`src/${area}/**\``,
      `- \`tests/${area}/**/*.test.ts\``,
    ],
    ...[`- \`docs/${area}/*\``, `- ${area} logging`, '', `${head(1)} Tasks`, ''],
    ...tasks.map(
      (k) =>
        `- [${n < current || k % 3 === 0 ? 'x' : ' '}] ${taskId(n, k)} Bring in the ${pick(work, n, k)} for the ${area} module.`,
    ),
    ...['', `${head(1)} Stages`, ''],
    ...stages.flatMap((name, k) => [
      ...[
        `${head(2)} Stage ${k} — ${name}`,
        '',
        `- Status: ${pick(status, n, k)}`,
        `- Work completed: ${pick(work, k, n)} for \`src/${area}\`.`,
      ],
      ...[
        `- Evidence links: [log](../logs/${n}.md#${k})`,
        `- Acceptance gate: ${gate(n, k)}`,
        '- Acceptance gate result: pass',
        '',
      ],
    ]),
    ...[`${head(1)} Verification`, '', '- `pnpm lint`', `- \`pnpm test --filter ${area}\``, ''],
    ...[`${head(1)} Exit criteria`, '', `- ${gate(n, 11)}`, `- ${gate(n, 12)}`, ''],
    ...[
      '```bash',
      `git tag phase-${n}-complete`,
      '```',
      '',
      `${head(1)} Deferred items`,
      '',
      '| Task | Reason | Moved to |',
      '|---|---|---|',
    ],
    ...[
      `| ${taskId(n, 1)} | capacity | phase ${n + 1} |`,
      '',
      `${head(1)} Risks`,
      '',
      '1. Nobody has the time.',
      '2. Everything takes longer.',
      '',
    ],
  ];
}

const upTo = (count) => Array.from({ length: count }, (_, k) => k + 1);

export function planText(lines) {
  const out = ['# Execution plan', '', 'Last updated: 2026-02-18', ''];
  for (let n = 0; out.length < lines; n += 1) out.push(...phaseLines(n, 2, 3, upTo(6)));
  return `${out.slice(0, lines).join('\n')}\n`;
}

export function tasksText(total, phases) {
  const each = Math.max(1, Math.round(total / phases));
  const lines = upTo(total).flatMap((count) => {
    const [n, k] = [Math.floor((count - 1) / each), ((count - 1) % each) + 1];
    const depends = k > 1 ? [`    depends_on: [${taskId(n, k - 1)}]`] : [];
    return [
      `  - id: ${taskId(n, k)}`,
      `    phase: ${n}`,
      `    title: "Bring in the ${pick(work, n, k)}"`,
      `    status: ${n < 3 || k % 3 === 0 ? 'done' : 'open'}`,
      ...depends,
      '    artifacts:',
      `      - src/${areas[n % areas.length]}/service.ts`,
    ];
  });
  return `tasks:\n${lines.join('\n')}\n`;
}

/** A workspace of so many phase documents, a tasks.yaml and perhaps long plans; its files by path. */
export function writeWorkspace(folder, { phases, tasks = 100, plans = [] }) {
  rmSync(folder, { recursive: true, force: true });
  const files = new Map([
    ['tasks/tasks.yaml', tasksText(tasks, phases)],
    ['docs/phase-board.md', '# Phase board\n\n## Doing\n\n- Phase 3\n'],
  ]);
  for (let n = 0; n < phases; n += 1)
    files.set(`docs/phases/phase-${String(n).padStart(4, '0')}.md`, phaseLines(n, 1, 3, upTo(12)).join('\n'));
  for (const lines of plans) files.set(`docs/plans/plan-${lines}.md`, planText(lines));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return files;
}
