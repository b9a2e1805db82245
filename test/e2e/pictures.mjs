/** Takes the pictures of the README anew, on the built extension: `npm run build && node test/e2e/pictures.mjs`. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withPalette } from './support/png.mjs';
import { closeAll, openWorkbench, startHost, until } from './support/vscode.mjs';

const FERRY = fileURLToPath(new URL('../../examples/harbour-ferry', import.meta.url));
const TARGET = fileURLToPath(new URL('../../media/screenshots', import.meta.url));
/** They travel with the extension: more than this is too much, in bytes. */
const LARGEST = 150_000;

/** @typedef {import('./support/vscode.mjs').Workbench} Workbench */

/** What is in each picture. @type {Record<string, (window: Workbench) => Promise<void>>} */
const pictures = {
  async plan(window) {
    await window.showView();
    await widenSideBar(window);
    await window.openFile('docs/plan.md');
    await window.goto(95);
    await until('the findings', async () => (await window.squiggles()).length > 0);
  },
  async 'quick-fix'(window) {
    await window.openFile('docs/plan.md');
    await window.command('Problems: Focus on Problems View');
    await window.goto(104, 15);
    await until('the findings', async () => (await window.squiggles()).length > 0);
    await until('the fixes', async () => (await window.quickFix()).titles.length > 1);
  },
  async scope(window) {
    await window.openFile('src/boarding/scan.js');
    const [column] = (await window.editorText())
      .split('\n')
      .flatMap((line) => (line.includes('seats:') ? line.indexOf(' }') + 1 : []));
    await window.typeAt(4, Number(column), ', child: false ');
    await until('the finding', async () => (await window.squiggles()).length > 0);
    await window.goto(6);
    await window.hover('/**');
    await window.page.locator('.monaco-hover:visible', { hasText: 'Checking for quick fixes' }).waitFor({ state: 'hidden' });
  },
  async checklist(window) {
    await window.openFile('docs/phases/phase-2.md');
    await until('the lens', async () => (await window.codeLenses()).some((title) => title.startsWith('Run gate')));
    await window.page.locator('.codelens-decoration a').first().click();
    await until('the test', async () => (await window.quickPick()).title.includes('Free seats for the displays'));
  },
};

mkdirSync(TARGET, { recursive: true });
const host = await startHost({
  settings: { 'editor.minimap.enabled': false, 'editor.stickyScroll.enabled': false, 'explorer.compactFolders': false },
});
try {
  for (const [name, arrange] of Object.entries(pictures)) {
    const window = await openWorkbench({ folder: FERRY, host, viewport: { width: 1280, height: 800 } });
    await until('the plan to be read', () => window.statusBar('phasewise'));
    await arrange(window);
    // Nothing is busy and nothing about to move.
    await until('the status bar to rest', async () => !(await window.statusBar(/Activating|Analyzing|Initializing/)));
    const picture = withPalette(await window.page.screenshot());
    await window.close();
    console.log(`${name}.png ${Math.ceil(picture.length / 1000)} KB`);
    if (picture.length > LARGEST) throw new Error(`${name}.png is larger than ${LARGEST / 1000} KB.`);
    writeFileSync(join(TARGET, `${name}.png`), picture);
  }
} finally {
  await closeAll();
  await host.stop();
}

/** As a person does who wants to read what the rows say. @param {Workbench} window */
async function widenSideBar({ page }) {
  const box = await page.locator('.part.sidebar').boundingBox();
  if (!box) throw new Error('There is no side bar.');
  const edge = box.x + box.width + 2;
  await page.mouse.move(edge, 400);
  await page.mouse.down();
  await page.mouse.move(edge + 120, 400, { steps: 5 });
  await page.mouse.up();
}
