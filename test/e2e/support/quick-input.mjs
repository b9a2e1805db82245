/** The command palette, quick open, quick picks and input boxes: they all share one widget. */

import { matches, settled, until } from './wait.mjs';

/** @typedef {ReturnType<typeof quickInputOf>} QuickInput */

/** @param {import('playwright-core').Page} page */
export function quickInputOf(page) {
  const widget = page.locator('.quick-input-widget');
  const input = widget.locator('input.input');
  const rows = widget.locator('.quick-input-list .monaco-list-row');

  /** The entries on screen, once they have stopped changing. */
  function entries() {
    return settled(() =>
      rows.evaluateAll((elements) =>
        elements.map((row) => {
          const text = (/** @type {string} */ selector) => row.querySelector(selector)?.textContent?.trim() || undefined;
          return {
            label: text('.quick-input-list-label .label-name') ?? '',
            description: text('.quick-input-list-label .label-description'),
            detail: text('.quick-input-list-label-meta'),
            checked: row.querySelector('[role=checkbox]')?.getAttribute('aria-checked') === 'true' || undefined,
            ariaLabel: row.getAttribute('aria-label') ?? '',
          };
        }),
      ),
    );
  }

  /**
   * Clicks the first entry whose label is `wanted`, contains it or matches it, in this order.
   *
   * @param {string | RegExp} wanted
   */
  async function pick(wanted) {
    const index = await until(`the entry ${wanted}`, async () => {
      const labels = (await entries()).map(({ label }) => label);
      const exact = labels.indexOf(String(wanted));
      return 1 + (exact >= 0 ? exact : labels.findIndex((label) => matches(label, wanted)));
    });
    // What a resting mouse calls up would lie over the rows.
    await page.mouse.move(0, 0);
    await rows.nth(index - 1).click();
  }

  /** @param {string} text replaces what stands in the input */
  async function fill(text) {
    await widget.waitFor();
    await input.fill(text);
  }

  /** Opens the widget with a key, whatever has the focus. @param {string} key */
  async function open(key) {
    await until('the quick input', async () => {
      await page.keyboard.press(key);
      return input.waitFor({ timeout: 1000 }).then(() => true);
    });
  }

  return {
    /**
     * Runs a command through the command palette, by its full title (`Phasewise: Go to Phase`).
     *
     * @param {string} title
     */
    async command(title) {
      await open('ControlOrMeta+Shift+P');
      const palette = await input.getAttribute('placeholder');
      await fill(`>${title}`);
      await pick(title);
      // The command itself may open the widget again, so its closing cannot be waited for alone.
      await until('the command palette to close', async () => {
        return !(await widget.isVisible()) || (await input.getAttribute('placeholder')) !== palette;
      });
    },

    /**
     * Opens a file by its path, or a part of it.
     *
     * @param {string} path
     */
    async goToFile(path) {
      await open('ControlOrMeta+P');
      await fill(path);
      await pick(path.split('/').pop() ?? path);
      await widget.waitFor({ state: 'hidden' });
    },

    /**
     * @param {number} line from 1
     * @param {number} column from 1
     */
    async goToLine(line, column) {
      await open('ControlOrMeta+P');
      await fill(`:${line}:${column}`);
      await until('a line to go to', async () => (await rows.first().textContent())?.includes(String(line)));
      await page.keyboard.press('Enter');
      await widget.waitFor({ state: 'hidden' });
    },

    /** Titles the command palette lists for a text: which commands a person finds. @param {string} text */
    async findCommands(text) {
      await open('ControlOrMeta+Shift+P');
      await fill(`>${text}`);
      const found = (await entries()).map(({ label }) => label);
      await page.keyboard.press('Escape');
      await widget.waitFor({ state: 'hidden' });
      return found;
    },

    /** Waits for a quick pick or an input box and describes it. An input box has no entries. */
    async quickPick() {
      await widget.waitFor();
      const text = async (/** @type {string} */ selector) => (await widget.locator(selector).first().textContent())?.trim() ?? '';
      return {
        entries: await entries(),
        title: await text('.quick-input-title'),
        placeholder: (await input.getAttribute('placeholder')) ?? '',
        value: await input.inputValue(),
        message: await text('.quick-input-message'),
        pick,
        fill,
        accept: () => page.keyboard.press('Enter'),
        cancel: () => page.keyboard.press('Escape'),
      };
    },
  };
}
