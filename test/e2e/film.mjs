/**
 * Takes the film of the README anew, on the built extension, from real windows: `npm run build && node test/e2e/film.mjs`.
 * With `--frames` each frame is written to test/e2e/screenshots/, too, to be looked at.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toFilm } from './support/apng.mjs';
import { answerBox, asRepository, titled } from './support/gate.mjs';
import { closeAll, openWorkbench, startHost, until } from './support/vscode.mjs';

const FERRY = fileURLToPath(new URL('../../examples/harbour-ferry', import.meta.url));
const TARGET = fileURLToPath(new URL('../../media/loop.png', import.meta.url));
const FRAMES = fileURLToPath(new URL('screenshots/', import.meta.url));
/** It is loaded by everybody who opens the repository's page: more than this is too much, in bytes. */
const LARGEST = 400_000;

/** @typedef {import('./support/vscode.mjs').Workbench} Workbench */

/** @type {{ png: Buffer, milliseconds: number }[]} */
const frames = [];

/** What happens, as a person does it. @param {Workbench} window */
async function play(window) {
  const show = async (/** @type {string} */ words, milliseconds = 2600) => {
    // Where it rests on nothing that would explain itself.
    if (!words.includes('another phase')) {
      await window.page.mouse.move(1030, 640);
      await until('no hover', async () => (await window.page.locator('.monaco-hover.workbench-hover:visible').count()) === 0);
    }
    await take(window, words, milliseconds);
  };
  await window.showView();
  await window.openFile('docs/plan.md');
  await window.goto(104, 15);
  await until('the findings', async () => (await window.squiggles()).length > 0);
  await show('A condition that nobody could decide is underlined');
  const fixes = await window.quickFix();
  await show('… with fixes in the form of your document');
  await fixes.apply(fixes.titles[0] ?? '');
  await window.page.keyboard.press('Escape');
  await show('Now anybody can decide it', 2000);
  await window.save();

  await window.openFile('src/boarding/scan.js');
  await window.typeAt(5, 1, '// ');
  await until('the finding', async () => (await window.squiggles()).length > 0);
  await window.goto(6);
  await window.hover('/**');
  await window.page.locator('.monaco-hover:visible', { hasText: 'Checking for quick fixes' }).waitFor({ state: 'hidden' });
  await show('A file of another phase: one finding says whose it is', 3200);
  await window.page.mouse.move(900, 600);
  await window.undo();

  await window.openFile('docs/phases/phase-2.md');
  await window.command('Phasewise: Run gate checklist');
  await (await window.quickPick()).pick('Phase 2: Seat booking');
  const step = await titled(window, 'Free seats for the displays');
  await show('The gate, step by step');
  await step.pick('Run the command…');
  await until('the question', async () => (await window.dialog())?.message === 'Run this command?');
  await show('A command runs after you have seen and confirmed it', 2400);
  await (await window.dialog())?.press('Run');
  await until('the end of the run', async () =>
    (await window.quickPick()).entries.some(({ description }) => description === 'what the run shows'),
  );
  await show('What the run shows is proposed, and you decide', 2800);
  await (await window.quickPick()).pick('Pass');
  await titled(window, 'A booking takes its seats');
  await window.page.keyboard.press('Escape');

  await window.command('Phasewise: Show gate verdict');
  await (await window.quickPick()).pick('Phase 2: Seat booking');
  await titled(window, 'not through');
  await show('One verdict, line by line: the same in editor, terminal and CI', 3200);
  await window.page.keyboard.press('Escape');

  await window.command('Phasewise: Sign off a phase');
  await (await window.quickPick()).pick('Phase 1: Timetable and fares');
  await (await titled(window, 'Phase 1')).pick('Sign off in spite of it…');
  await answerBox(window, 'Why is it signed off', 'The harbour office confirms the fares on Monday');
  await answerBox(window, 'In what role', 'Release manager');
  await answerBox(window, 'Who signs?', 'Maren Holt');
  await until('the last question', async () => (await window.quickPick()).entries[0]?.label === 'Sign off');
  await show('A person signs, and your document keeps it', 3400);
}

/** One frame with a line of words in it. @param {Workbench} window @param {string} words @param {number} milliseconds */
async function take({ page, statusBar }, words, milliseconds) {
  await until('the status bar to rest', async () => !(await statusBar(/Activating|Analyzing|Initializing/)));
  await page.evaluate((text) => {
    const line = document.getElementById('phasewise-film') ?? document.body.appendChild(document.createElement('div'));
    line.id = 'phasewise-film';
    line.textContent = text;
    line.style.cssText =
      'position:fixed;left:50%;bottom:40px;transform:translateX(-50%);z-index:100000;padding:9px 18px;border-radius:6px;' +
      'background:#1f3a5f;color:#fff;font:600 17px system-ui,sans-serif;white-space:nowrap;pointer-events:none';
  }, words);
  const png = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  frames.push({ png, milliseconds });
  if (process.argv.includes('--frames')) writeFileSync(`${FRAMES}film-${frames.length}.png`, png);
  console.log(`${frames.length} ${words}`);
}

mkdirSync(FRAMES, { recursive: true });
const host = await startHost({
  settings: { 'editor.minimap.enabled': false, 'editor.stickyScroll.enabled': false, 'explorer.compactFolders': false },
});
try {
  const window = await openWorkbench({ folder: FERRY, host, viewport: { width: 1040, height: 660 }, prepare: asRepository });
  await until('the plan to be read', () => window.statusBar('phasewise'));
  await play(window);
  const film = toFilm(frames);
  console.log(`loop.png ${Math.ceil(film.length / 1000)} KB`);
  if (film.length > LARGEST) throw new Error(`The film is larger than ${LARGEST / 1000} KB.`);
  writeFileSync(TARGET, film);
} finally {
  await closeAll();
  await host.stop();
}
