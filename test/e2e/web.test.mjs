/**
 * The extension as a browser has it: only its `browser` entry, in the worker that hosts extensions there. The server is a worker of its
 * own, and reads the folder through the editor.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect } from 'vitest';
import { eventually, FERRY, findings, messageOf, scenario } from './support/scenario.mjs';
import { startHost } from './support/vscode.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const extension = join(mkdtempSync(join(tmpdir(), 'pw-web-')), 'phasewise');
mkdirSync(extension);
for (const path of ['dist/web', 'docs', 'examples', 'l10n', 'media', 'schemas', 'syntaxes', 'package.nls.json', 'README.md'])
  cpSync(join(ROOT, path), join(extension, path), { recursive: true });
const { main: _, ...manifest } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
writeFileSync(join(extension, 'package.json'), JSON.stringify({ ...manifest, extensionKind: ['web'] }));
const host = await startHost({ extension });

afterAll(async () => {
  await host.stop();
  rmSync(join(extension, '..'), { recursive: true });
});

scenario('In a browser, tree, findings, hover and scope are there without Node', { folder: FERRY, host }, async (window) => {
  await eventually(async () => (await window.tree())[0]?.label, 40_000).toBe('Phase 0: Groundwork');
  await eventually(async () => (await window.statusBar('phasewise'))?.text).toBe('Phase 2: Seat booking');
  await eventually(() => findings(window, 'docs/plan.md')).toEqual(
    expect.arrayContaining([expect.stringContaining('gate/unquantified “fast”')]),
  );

  // The first edit of a file of another phase is one finding on it, and its quick fix writes into the plan.
  await window.openFile('src/boarding/scan.js');
  await window.typeAt(1, 1, ' ');
  await eventually(() => messageOf(window, 'scope/out-of-scope')).toContain('phase 3');
  await window.screenshot('web-scope');

  await window.openFile('docs/plan.md');
  await window.goto(104);
  expect(await window.hover('fast')).toMatch(/"fast" has no number\..*gate\/unquantified/s);
});

scenario('In a browser, no command of a step is offered to run', { folder: FERRY, host }, async (window) => {
  await eventually(async () => (await window.tree())[0]?.label, 40_000).toBe('Phase 0: Groundwork');
  await window.openFile('docs/phases/phase-2.md');
  await eventually(async () => (await window.codeLenses()).length, 40_000).toBeGreaterThan(0);
  await window.page.locator('.codelens-decoration a').first().click();
  await eventually(async () => (await window.quickPick()).title).toContain('Free seats for the displays');
  const step = await window.quickPick();
  expect(step.placeholder).toBe('Run it elsewhere, and record what you saw: node src/cli.js seats 0810 --json');
  expect(step.entries.map(({ label }) => label).filter((label) => /run/i.test(label))).toEqual([]);
  await window.screenshot('web-step');
});
