/** What stays in memory after many edits, and after many documents were opened and closed. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startEditor } from './lib/editor.mjs';
import { row } from './lib/numbers.mjs';
import { writeWorkspace } from './lib/workspace.mjs';

const edits = 10_000;
const cycles = 2000;
/** The first part of a soak fills what is remembered; growth is counted behind it. */
const filled = 0.2;

export async function soak([program, ...args], base) {
  console.log(`\nHeap after a collection: ${edits} edits all over a document, and ${cycles} documents opened and closed`);
  const folder = join(base, 'soak');
  const out = join(base, 'heap');
  // What the compiler makes of warm code grows for a while, by a megabyte or two; a soak looks for data that stays.
  const preload = ['--no-opt', '--expose-gc', '--require', join(import.meta.dirname, 'lib', 'heap.cjs')];
  const start = () => {
    writeWorkspace(folder, { phases: 60, tasks: 500, plans: [2000] });
    return startEditor([program, ...preload, ...args], folder, { ...process.env, BENCH_HEAP: out });
  };
  for (const path of ['docs/phases/phase-0005.md', 'docs/plans/plan-2000.md', 'tasks/tasks.yaml']) {
    const editor = await start();
    const document = await editor.open(path);
    await show(path, editor, out, edits, (count) => edit(document, count));
    await editor.close();
  }
  const editor = await start();
  await show('open and close', editor, out, cycles, async (count) => {
    const document = await editor.open(`docs/phases/phase-${String(count % 60).padStart(4, '0')}.md`);
    document.put(0, 0, 0, 'x');
    document.close();
  });
  await editor.close();
}

/** Puts a letter behind a line, and takes it away again when it comes by for the second time. */
function edit({ lines, put }, count) {
  const line = (count * 7919) % lines.length;
  const letter = String.fromCharCode(97 + (count % 26));
  const typed = lines[line];
  const longer = typed.endsWith('\u200a') ? typed.slice(0, -2) : `${typed}${letter}\u200a`;
  put(
    line,
    longer.length < typed.length ? longer.length : typed.length,
    Math.max(0, typed.length - longer.length),
    longer.slice(typed.length),
  );
  lines[line] = longer;
}

async function show(name, editor, out, most, step) {
  const sizes = [];
  for (let count = 1; count <= most; count += 1) {
    await step(count);
    // An editor waits for no answer, but a person does now and then.
    if (count % 25 === 0) await editor.settled();
    if (count === most * filled || count === most) sizes.push(await heapOf(editor, out));
  }
  const [first, last] = sizes;
  row(name, `${first.toFixed(1)} MB`, `${last.toFixed(1)} MB`, `${((last / first - 1) * 100).toFixed(1)} %`);
}

/** Megabytes. */
async function heapOf(editor, out) {
  rmSync(out, { force: true });
  await editor.settled();
  editor.signal('SIGUSR2');
  for (;;) {
    await new Promise((resume) => setTimeout(resume, 50));
    try {
      const size = Number(readFileSync(out, 'utf8'));
      if (size > 0) return size / 2 ** 20;
    } catch {
      // Not there yet.
    }
  }
}
