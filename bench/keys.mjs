/** Keystroke → findings: three documents, a growing workspace, tasks.yaml, an edit that shows elsewhere. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parseDocument } from 'yaml';
import { startEditor } from './lib/editor.mjs';
import { both, median, ms, ratio, row, timed } from './lib/numbers.mjs';
import { writeWorkspace } from './lib/workspace.mjs';

const echo = [process.execPath, fileURLToPath(new URL('lib/echo.mjs', import.meta.url))];
const remark = unified().use(remarkParse);
const small = 'docs/phases/phase-0005.md';

/** Types into a line of the middle of a document; every text is a new one. */
async function typing(editor, path, keys, warm = 10) {
  const document = await editor.open(path);
  await editor.settled();
  const wanted = path.endsWith('.md') ? /^- \[[ x]\] .{20,}/ : /^\s+title: "/;
  const half = document.lines.length >> 1;
  const line = [...document.lines.keys()]
    .sort((a, b) => Math.abs(a - half) - Math.abs(b - half))
    .find((at) => wanted.test(document.lines[at]));
  const column = document.lines[line].length - 2;
  const times = [];
  for (let key = 0; key < warm + keys; key += 1) {
    const time = await document.type(line, column, 0, String.fromCharCode(97 + ((key * 7) % 26)));
    if (key >= warm) times.push(time);
    await new Promise((resume) => setTimeout(resume, 5));
  }
  return times;
}

async function inServer(command, folder, path, keys) {
  const editor = await startEditor(command, folder);
  try {
    return await typing(editor, path, keys);
  } finally {
    await editor.close();
  }
}

export async function keystrokes(server, base) {
  console.log('\nKeystroke to findings, median; ratios to an echo server and to remark reading the whole text');
  const folder = join(base, 'plans');
  const files = writeWorkspace(folder, { phases: 9, plans: [2000, 20_000] });
  for (const [path, keys] of [
    [small, 40],
    ['docs/plans/plan-2000.md', 40],
    ['docs/plans/plan-20000.md', 30],
  ]) {
    const [floor, own] = [[], []];
    for (let round = 0; round < 2; round += 1) {
      floor.push(...(await inServer(echo, folder, path, keys)));
      own.push(...(await inServer(server, folder, path, keys)));
    }
    const text = files.get(path);
    const whole = path.includes('20000') ? Number.NaN : median([0, 1, 2].map(() => timed(() => remark.parse(text))));
    row(
      `${text.split('\n').length - 1} lines`,
      both(own),
      `${ratio(median(own), median(floor))} of echo`,
      Number.isNaN(whole) ? '' : `${ratio(median(own), whole)} of remark`,
    );
  }
}

export async function growth(server, base) {
  console.log('\nThe same keystroke as the workspace grows, and an edit of tasks.yaml that shows in another document');
  let [first, firstElsewhere] = [0, 0];
  for (const phases of [9, 100, 1000, 5000]) {
    const folder = join(base, `phases-${phases}`);
    // The register is as long in each of them: what is compared is how many documents there are.
    writeWorkspace(folder, { phases, tasks: 5000 });
    const editor = await startEditor(server, folder);
    const times = await typing(editor, small, 60, 30);
    const elsewhere = await shownElsewhere(editor);
    await editor.close();
    first ||= median(times);
    firstElsewhere ||= median(elsewhere);
    row(
      `${phases} documents`,
      both(times),
      ratio(median(times), first),
      `elsewhere ${both(elsewhere)}`,
      ratio(median(elsewhere), firstElsewhere),
    );
  }
}

/** Flips the status of a task that a phase document repeats: the contradiction comes and goes there. */
async function shownElsewhere(editor) {
  const document = await editor.open('tasks/tasks.yaml');
  const task = document.lines.findIndex((line) => /id: P005-T001/.test(line));
  const line = task + 3;
  const times = [];
  let now = document.lines[line].slice('    status: '.length);
  for (let key = 0; key < 30; key += 1) {
    const next = now === 'open' ? 'done' : 'open';
    times.push(await document.type(line, '    status: '.length, now.length, next, small));
    now = next;
    await new Promise((resume) => setTimeout(resume, 5));
  }
  return times.slice(10);
}

export async function registers(server, base) {
  console.log('\nKeystroke in tasks.yaml; ratio to the yaml library reading the whole text');
  for (const [tasks, keys] of [
    [100, 40],
    [1000, 30],
    [10_000, 12],
    [100_000, 4],
  ]) {
    const folder = join(base, `tasks-${tasks}`);
    const files = writeWorkspace(folder, { phases: 9, tasks });
    const own = await inServer(server, folder, 'tasks/tasks.yaml', keys);
    const text = files.get('tasks/tasks.yaml');
    const whole = tasks > 10_000 ? Number.NaN : timed(() => parseDocument(text));
    row(`${tasks} tasks`, both(own), Number.isNaN(whole) ? '' : `${ratio(median(own), whole)} of yaml (${ms(whole)})`);
  }
}
