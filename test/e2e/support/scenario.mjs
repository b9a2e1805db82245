/** One scenario: a window of its own, a picture at its end, and an account of what was on screen when it failed. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openWorkbench } from './vscode.mjs';

/** @typedef {import('./vscode.mjs').Workbench} Workbench */
/** @typedef {Parameters<typeof openWorkbench>[0]} Options */

/** The example project; every window gets a fresh copy. */
export const FERRY = fileURLToPath(new URL('../../../examples/harbour-ferry', import.meta.url));

/** How long anything on a busy machine may take, in milliseconds. */
export const PATIENCE = 20_000;

/** How long a scenario may take, in milliseconds. */
const LONGEST = 90_000;

/**
 * @param {string} name what a person sees; also names the picture
 * @param {Options & { files?: Record<string, string>, longest?: number }} options what to open; `files` instead of `folder` makes a small
 *   workspace; `longest`: how long it may take, in milliseconds
 * @param {(window: Workbench) => Promise<void>} play
 */
export function scenario(name, { files, longest = LONGEST, ...options }, play) {
  test(name, { timeout: longest + 30_000 }, async () => {
    const made = files && workspaceOf(files);
    try {
      const window = await openWorkbench({ ...options, ...(made ? { folder: made } : {}) });
      const picture = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
      try {
        await Promise.race([play(window), tooLong(longest)]);
        await window.screenshot(picture);
      } catch (error) {
        await window.screenshot(`${picture}-failed`);
        console.error(`What was on screen when “${name}” failed:\n${await account(window).catch(String)}`);
        throw error;
      } finally {
        await window.close();
      }
    } finally {
      if (made) rmSync(dirname(made), { recursive: true });
    }
  });
}

/**
 * Waits until what is read fits, and otherwise shows the difference to what was read last.
 *
 * @template T
 * @param {() => T | Promise<T>} read
 * @param {number} [timeout] in milliseconds
 */
export function eventually(read, timeout = PATIENCE) {
  return expect.poll(read, { timeout, interval: 50 });
}

/**
 * The findings of Phasewise, as `docs/plan.md:104 warning gate/unquantified “fast”`, sorted.
 *
 * @param {Workbench} window
 * @param {string} [part] keeps the findings that contain this
 */
export async function findings({ inHost, folder }, part = '') {
  const all = await inHost(async (vscode, root) => {
    const severities = ['error', 'warning', 'information', 'hint'];
    const found = [];
    for (const [uri, diagnostics] of vscode.languages.getDiagnostics()) {
      const ours = diagnostics.filter(({ source }) => source === 'phasewise');
      if (ours.length === 0) continue;
      // Without opening a document that no person has opened: that would be an event of its own.
      const open = vscode.workspace.textDocuments.find((one) => String(one.uri) === String(uri));
      const bytes = await vscode.workspace.fs.readFile(uri).then(undefined, () => new Uint8Array());
      const lines = (open?.getText() ?? new TextDecoder().decode(bytes)).split(/\r?\n/);
      for (const { range, severity, code } of ours) {
        const { start, end } = range;
        const rule = typeof code === 'object' ? code.value : code;
        const words = lines[start.line]?.slice(start.character, end.line === start.line ? end.character : undefined) ?? '';
        found.push(`${uri.fsPath.slice(root.length + 1)}:${start.line + 1} ${severities[severity]} ${rule} “${words}”`);
      }
    }
    return found;
  }, folder);
  return all.filter((one) => one.includes(part)).sort();
}

/**
 * The whole message of the first finding of a rule.
 *
 * @param {Workbench} window
 * @param {string} rule
 */
export function messageOf({ inHost }, rule) {
  return inHost((vscode, wanted) => {
    const all = vscode.languages.getDiagnostics().flatMap(([, diagnostics]) => diagnostics);
    return all.find(({ code }) => (typeof code === 'object' ? code.value : code) === wanted)?.message;
  }, rule);
}

/**
 * The text of a file as the editor holds it, open or not, saved or not.
 *
 * @param {Workbench} window
 * @param {string} path
 */
export function heldText({ inHost, folder }, path) {
  return inHost(
    async (vscode, file) => (await vscode.workspace.openTextDocument(vscode.Uri.file(file))).getText(),
    join(folder, path),
  );
}

/** Number, from 1, of the line that holds a text. @param {string} text @param {string} part */
export function lineOf(text, part) {
  const at = text.split('\n').findIndex((line) => line.includes(part));
  if (at < 0) throw new Error(`No line holds “${part}” in:\n${text}`);
  return at + 1;
}

/** @param {Record<string, string>} files texts by path */
function workspaceOf(files) {
  const folder = join(mkdtempSync(join(tmpdir(), 'pw-files-')), 'project');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Fails before the test runner gives up, which would leave no account. */
function tooLong(/** @type {number} */ longest) {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`The scenario took longer than ${longest / 1000} s.`)), longest).unref();
  });
}

/** @param {Workbench} window */
async function account(window) {
  const { page } = window;
  const texts = async (/** @type {string} */ selector) =>
    (await page.locator(selector).allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim()).filter(Boolean);
  const seen = {
    'status bar': await texts('.part.statusbar .left-items .statusbar-item'),
    notifications: (await window.toasts()).map(({ message }) => message),
    dialog: await texts('.monaco-dialog-box'),
    'quick input': await texts('.quick-input-widget:visible'),
    'side bar': await texts('.part.sidebar .monaco-list-row'),
    editors: await texts('.tabs-container .tab'),
    findings: await findings(window),
  };
  return Object.entries(seen)
    .map(([what, lines]) => `  ${what}:\n${lines.map((line) => `    ${line}`).join('\n') || '    nothing'}`)
    .join('\n');
}
