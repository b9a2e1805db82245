/**
 * Drives a real VS Code the way a person does: keys, clicks and what can be seen. Every step waits for the condition it needs.
 */

import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { editorOf } from './editor.mjs';
import { hostFor, sharedBrowser } from './host.mjs';
import { inHostOf } from './in-host.mjs';
import { panelsOf } from './panels.mjs';
import { quickInputOf } from './quick-input.mjs';
import { viewOf } from './view.mjs';
import { until } from './wait.mjs';
import { recordToasts, windowOf } from './window.mjs';

export { closeAll, startHost } from './host.mjs';
export { until } from './wait.mjs';

const SCREENSHOTS = fileURLToPath(new URL('../screenshots/', import.meta.url));

/** Size of a window in pixels. */
const WINDOW = { width: 1400, height: 900 };

/** @typedef {Awaited<ReturnType<typeof openWorkbench>>} Workbench */

/**
 * Opens a fresh copy of a folder in a new window with nothing remembered from earlier ones.
 *
 * @param {object} [options]
 * @param {string} [options.folder] folder to copy; nothing: an empty window
 * @param {string} [options.workspaceFile] a .code-workspace file in the folder to open instead of the folder itself
 * @param {Record<string, unknown>} [options.settings] workspace settings, written to the copy's .vscode/settings.json; settings that
 *   VS Code only reads from the user's settings belong into `startHost`
 * @param {boolean} [options.trust] use the server with Workspace Trust; the folder opens in Restricted Mode
 * @param {import('./host.mjs').HostAddress} [options.host] a server of your own, from `startHost`
 * @param {(copy: string) => void | Promise<void>} [options.prepare] changes the copy before VS Code sees it (`git init`, for example)
 * @param {{ width: number, height: number }} [options.viewport] in pixels
 * @returns the window's driver
 * @throws {Error} when VS Code does not come up within a minute
 */
export async function openWorkbench({ folder, workspaceFile, settings, trust = false, host, prepare, viewport = WINDOW } = {}) {
  const { origin, directory } = host ?? (await hostFor(trust));
  const copy = folder && copyOf(resolve(folder), directory);
  if (copy && settings) {
    mkdirSync(join(copy, '.vscode'), { recursive: true });
    writeFileSync(join(copy, '.vscode', 'settings.json'), JSON.stringify(settings, null, 2));
  }
  if (copy) await prepare?.(copy);

  const context = await (await sharedBrowser()).newContext({ viewport });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.addInitScript(recordToasts);
  const opened = copy && workspaceFile ? join(copy, workspaceFile) : (copy ?? '');
  const kind = workspaceFile ? 'workspace' : 'folder';
  await page.goto(opened ? `${origin}/?${kind}=${encodeURIComponent(opened)}` : `${origin}/?ew=true`);
  await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
  const inHost = inHostOf(directory, opened);
  // The companion starts when everything that starts with the window has started.
  await until('the extension host', () => inHost(() => true), 60_000);

  const quickInput = quickInputOf(page);
  const editor = editorOf(page, quickInput, inHost);
  return {
    page,
    /** Absolute path of the copy that is open; "" in an empty window. */
    folder: copy ?? '',
    inHost,
    ...quickInput,
    ...editor,
    ...viewOf(page),
    ...panelsOf(page, quickInput, copy ?? ''),
    ...windowOf(page, quickInput),
    /**
     * Writes test/e2e/screenshots/<name>.png.
     *
     * @param {string} name
     */
    async screenshot(name) {
      const path = join(SCREENSHOTS, `${name}.png`);
      await page.screenshot({ path, animations: 'disabled' });
      return path;
    },
    /** Closes the window; the copy stays until the server stops. */
    async close() {
      await context.close();
    },
  };
}

/**
 * @param {string} folder
 * @param {string} directory
 */
function copyOf(folder, directory) {
  mkdirSync(join(directory, 'folders'), { recursive: true });
  const copy = join(mkdtempSync(join(directory, 'folders', 'f-')), basename(folder));
  cpSync(folder, copy, { recursive: true });
  return copy;
}
