/** The Problems panel and the list of running extensions. */

import { relative } from 'node:path';
import { readRows } from './lists.mjs';

/**
 * @param {import('playwright-core').Page} page
 * @param {import('./quick-input.mjs').QuickInput} quickInput
 * @param {string} folder absolute path of the open folder
 */
export function panelsOf(page, quickInput, folder) {
  const panel = page.locator('.markers-panel-container');

  return {
    /**
     * All rows of the Problems panel, `file` relative to the folder. VS Code shows no hints there; ask `inHost` for those.
     */
    async problems() {
      if (!(await panel.isVisible())) await quickInput.command('Problems: Focus on Problems View');
      await panel.waitFor();
      const list = panel.locator('.tree-container .monaco-list').first();
      const rows = (await list.isVisible()) ? await readRows(list, readProblem) : [];
      let file = '';
      return rows.flatMap(({ path, ...problem }) => {
        if (path) file = relative(folder, path).replaceAll('\\', '/');
        return path || !problem.severity ? [] : [{ file, ...problem }];
      });
    },

    /** How long each running extension took to activate, in milliseconds, as VS Code itself measured it. */
    async activationTimes() {
      await quickInput.command('Developer: Show Running Extensions');
      const list = page.locator('.runtime-extensions-editor .monaco-list').first();
      await list.locator('.monaco-list-row').first().waitFor();
      const rows = await readRows(list, readExtension);
      // A modal editor: it takes all keys until it is closed.
      await page.keyboard.press('Escape');
      await list.waitFor({ state: 'hidden' });
      return new Map(rows.map(({ name, milliseconds }) => [name, milliseconds]));
    },
  };
}

/**
 * Runs in the page, as does `readExtension`.
 *
 * @param {Element} row
 */
function readProblem(row) {
  const text = (/** @type {string} */ selector) => row.querySelector(selector)?.textContent ?? '';
  const [, line, column] = /Ln (\d+), Col (\d+)/.exec(text('.marker-line')) ?? [];
  return {
    path:
      row.getAttribute('aria-level') === '1' ? row.querySelector('.monaco-icon-label')?.getAttribute('aria-label') : undefined,
    severity: /^(Error|Warning|Info)/.exec(row.getAttribute('aria-label') ?? '')?.[1]?.toLowerCase(),
    message: text('.marker-message'),
    source: text('.marker-source'),
    code: text('.marker-code').replace(/^\(|\)$/g, ''),
    line: Number(line),
    column: Number(column),
  };
}

/** @param {Element} row */
function readExtension(row) {
  return {
    name: row.querySelector('.name')?.textContent ?? '',
    milliseconds: Number(/Activation: (\d+)ms/.exec(row.textContent ?? '')?.[1]),
  };
}
