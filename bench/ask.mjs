/** Completion and hover in a workspace of 1,000 documents: completion right behind a key, as an editor asks; hovers at rest. */
import { join } from 'node:path';
import { startEditor } from './lib/editor.mjs';
import { both, row } from './lib/numbers.mjs';
import { writeWorkspace } from './lib/workspace.mjs';

/** Lines that are written into a document, one key at a time; the list is asked for behind each of these words. */
const written = {
  'docs/phases/phase-0005.md': ['Status: ', '- `src/', '- after phase 0', '- [ ] P005-T0', '- `pnpm t', '### E', 'Depends on: '],
  'docs/plans/plan-2000.md': ['Status: ', '- `src/', '- after phase 0', '- waits for P0'],
  'tasks/tasks.yaml': ['    status: ', '    phase: 1', '    depends_on: [P00', '    ow', '    artifacts: [src/'],
};

export async function asked(server, base) {
  console.log('\nIn a workspace of 1,000 documents: completion right behind a key, hovers at rest');
  const folder = join(base, 'asked');
  writeWorkspace(folder, { phases: 1000, tasks: 1000, plans: [2000] });
  const editor = await startEditor(server, folder);
  try {
    for (const [path, lines] of Object.entries(written)) {
      const document = await editor.open(path);
      await editor.settled();
      const [completions, hovers] = [[], []];
      let offered = 0;
      const half = document.lines.length >> 1;
      const line = [...document.lines.keys()].find(
        (at) => at >= half && (path.endsWith('.md') ? document.lines[at] === '' : /^ {4}title/.test(document.lines[at])),
      );
      // The line stands empty between the words: what is asked for is new each time.
      document.put(line, 0, path.endsWith('.md') ? 0 : document.lines[line].length, '');
      for (let round = 0; round < 6; round += 1)
        for (const words of lines) {
          document.put(line, 0, 0, words);
          const began = performance.now();
          const list = await document.ask('textDocument/completion', line, words.length);
          if (round > 0) completions.push(performance.now() - began);
          if (round > 0) offered += list?.items.length > 0 ? 1 : 0;
          document.put(line, 0, words.length, '');
          await new Promise((resume) => setTimeout(resume, 30));
        }
      for (let at = 0; at < 110; at += 1) {
        const below = Math.floor((document.lines.length * at) / 110);
        if (below === line) continue;
        const began = performance.now();
        await document.ask('textDocument/hover', below, Math.min(8, document.lines[below].length));
        if (at >= 10) hovers.push(performance.now() - began);
        await new Promise((resume) => setTimeout(resume, 30));
      }
      row(
        path,
        `completion ${both(completions)}`,
        `hover ${both(hovers)}`,
        `${offered} of ${completions.length} offered something`,
      );
    }
  } finally {
    await editor.close();
  }
}
