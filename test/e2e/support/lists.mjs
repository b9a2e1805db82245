/** Reading VS Code's lists and trees, which only draw the rows on screen. */

import { settled } from './wait.mjs';

/**
 * Reads a list from its first to its last row, scrolling where it is longer than the window.
 *
 * @template T
 * @param {import('playwright-core').Locator} list
 * @param {(row: Element) => T} read runs in the page; must not refer to anything outside itself
 * @returns {Promise<T[]>}
 */
export async function readRows(list, read) {
  /** @type {Map<number, T>} */
  const found = new Map();
  for await (const rows of screens(list, read)) for (const [index, row] of rows) found.set(index, row);
  return [...found].sort(([a], [b]) => a - b).map(([, row]) => row);
}

/**
 * Scrolls to a row whose label is `label`, starts with it or matches it, and returns it.
 *
 * @param {import('playwright-core').Locator} list
 * @param {string | RegExp} label
 * @returns {Promise<import('playwright-core').Locator | undefined>}
 */
export async function findRow(list, label) {
  const fits = (/** @type {string} */ text) => (typeof label === 'string' ? text.startsWith(label) : label.test(text));
  for await (const rows of screens(list, (row) => row.querySelector('.label-name')?.textContent ?? '')) {
    const [index] = rows.find(([, text]) => text === label) ?? rows.find(([, text]) => fits(text)) ?? [];
    if (index !== undefined) return list.locator(`.monaco-list-row[data-index="${index}"]`);
  }
  return undefined;
}

/**
 * @template T
 * @param {import('playwright-core').Locator} list
 * @param {(row: Element) => T} read
 * @returns {AsyncGenerator<[index: number, row: T][]>} the rows on screen, screen by screen from the top
 */
async function* screens(list, read) {
  const box = await list.boundingBox();
  if (!box || (await list.locator('.monaco-list-row').count()) === 0) return;
  const row = (/** @type {number} */ index) => list.locator(`.monaco-list-row[data-index="${index}"]`).first();
  await scroll(list, -1e6);
  await row(0).waitFor();
  for (;;) {
    const { rows, end } = await settled(() => list.evaluate(readScreen, read.toString()));
    yield/** @type {[number, T][]} */ (rows);
    if (end) return;
    await scroll(list, Math.max(22, box.height - 44));
    await row(Math.max(...rows.map(([index]) => Number(index))) + 1).waitFor();
  }
}

/**
 * A real wheel moves by one notch, however far it is told to turn; an event of our own moves as far as it says.
 *
 * @param {import('playwright-core').Locator} list
 * @param {number} pixels downwards
 */
async function scroll(list, pixels) {
  // VS Code scrolls 50 px for a notch, which is 120 units upwards.
  await list.locator('.monaco-list-rows').dispatchEvent('wheel', { bubbles: true, wheelDeltaY: (-pixels / 50) * 120 });
}

/**
 * Runs in the page.
 *
 * @param {Element} list
 * @param {string} read
 */
function readScreen(list, read) {
  const convert = new Function(`return (${read})`)();
  const rows = /** @type {HTMLElement[]} */ ([...list.querySelectorAll('.monaco-list-row')]);
  const height = Number.parseFloat(
    /** @type {HTMLElement | null} */ (list.querySelector('.monaco-list-rows'))?.style.height ?? '0',
  );
  return {
    rows: rows.map((row) => [Number(row.dataset.index), convert(row)]),
    end: rows.length === 0 || rows.some((row) => Number.parseFloat(row.style.top) + row.offsetHeight >= height - 1),
  };
}
