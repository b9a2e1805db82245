/** The active text editor: reading what it shows, and typing. Lines and columns count from 1. */

import { readSquiggles, rectOf } from './editor-dom.mjs';
import { matches, settled, until } from './wait.mjs';

/**
 * @param {import('playwright-core').Page} page
 * @param {import('./quick-input.mjs').QuickInput} quickInput
 * @param {ReturnType<typeof import('./in-host.mjs').inHostOf>} inHost
 */
export function editorOf(page, quickInput, inHost) {
  const editor = page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
  const actions = page.locator('.action-widget:not(.action-list-submenu-panel)');

  /** Presses keys in the editor, whatever has the focus. @param {string} keys */
  async function press(keys) {
    await editor.locator('.native-edit-context, textarea.inputarea').first().focus();
    await page.keyboard.press(keys);
  }

  /**
   * Puts the cursor there and the focus into the editor.
   *
   * @param {number} line
   * @param {number} [column]
   */
  async function goto(line, column = 1) {
    await quickInput.goToLine(line, column);
    await until(`the cursor at ${line}:${column}`, async () => {
      const at = await inHost((vscode) => vscode.window.activeTextEditor?.selection.active);
      return at?.line === line - 1 && at.character === column - 1;
    });
  }

  function editorText() {
    return inHost((vscode) => vscode.window.activeTextEditor?.document.getText() ?? '');
  }

  /** Waits until the text differs from `before`. @param {string} before */
  function changed(before) {
    return until('the text to change', async () => (await editorText()) !== before);
  }

  return {
    goto,
    editorText,

    /**
     * Opens a file through quick open, which also finds it by a part of its path.
     *
     * @param {string} path relative to the folder
     */
    async openFile(path) {
      await quickInput.goToFile(path);
      const name = path.split('/').pop() ?? path;
      await until(`${path} in the editor`, async () =>
        decodeURIComponent((await editor.getAttribute('data-uri')) ?? '').endsWith(name),
      );
      await editor.locator('.view-line').first().waitFor();
      // The extension host hears of it later than the window shows it.
      await until(`${path} in the extension host`, () =>
        inHost((vscode, end) => vscode.window.activeTextEditor?.document.uri.path.endsWith(end), name),
      );
    },

    /**
     * Types at a place, key by key.
     *
     * @param {number} line
     * @param {number} column
     * @param {string} text
     */
    async typeAt(line, column, text) {
      await goto(line, column);
      const before = await editorText();
      await page.keyboard.type(text);
      await changed(before);
    },

    /** Undoes one step. */
    async undo() {
      const before = await editorText();
      await press('ControlOrMeta+Z');
      await changed(before);
    },

    /** Saves the active editor and waits until nothing is left to save. */
    async save() {
      await press('ControlOrMeta+S');
      await until(
        'the file to be saved',
        async () => !(await inHost((vscode) => vscode.window.activeTextEditor?.document.isDirty)),
      );
    },

    /** The squiggles on screen with the words they cover; VS Code marks a hint only under its first two characters. */
    squiggles() {
      return settled(() => editor.evaluate(readSquiggles));
    },

    /** Titles of the code lenses on screen, from top to bottom. */
    async codeLenses() {
      const titles = await settled(() => editor.locator('.codelens-decoration').allInnerTexts());
      return titles.flatMap((text) => text.split('|').map((title) => title.trim()));
    },

    /**
     * Rests the mouse on the beginning of the first occurrence of a text on screen and returns what the hover says.
     *
     * @param {string} text within one line
     */
    async hover(text) {
      const hover = page.locator('.monaco-editor .monaco-hover:visible');
      const content = hover.locator('.monaco-hover-content').first();
      // Again if need be: the text may move while a busy machine still draws, and a hover may close before all answers are in it.
      const answer = await until(`a hover on ${text}`, async () => {
        await page.mouse.move(0, 0);
        await hover.waitFor({ state: 'hidden' });
        const { x, y } = await until(`${text} on screen`, () => editor.evaluate(rectOf, text));
        await page.mouse.move(x - 1, y);
        await page.mouse.move(x, y);
        await content.waitFor({ timeout: 4000 });
        return until(
          'what it says',
          async () => {
            const found = (await settled(() => content.allInnerTexts())).join('\n');
            return matches(found, /^Loading\.\.\./) ? '' : found;
          },
          4000,
        );
      });
      return answer.replaceAll('\u00a0', ' ').trim();
    },

    /** Opens the quick fixes at the cursor. Without any, `titles` is empty. */
    async quickFix() {
      const rows = actions.locator('.monaco-list-row.action');
      const nothing = page.locator('.monaco-editor-overlaymessage');
      // Again if need be: the message that there is none goes away by itself, and a busy machine may miss it.
      await until('the quick fixes', async () => {
        await press('ControlOrMeta+.');
        return rows
          .first()
          .or(nothing)
          .first()
          .waitFor({ timeout: 4000 })
          .then(() => true);
      });
      const titles = await settled(() => rows.locator('.title').allInnerTexts());
      return {
        titles,
        /**
         * Applies the fix with this title.
         * @param {string | RegExp} title
         * @param {{ elsewhere?: boolean }} [where] `elsewhere`: it changes another document than this one
         */
        async apply(title, { elsewhere = false } = {}) {
          const before = await editorText();
          const index = titles.findIndex((candidate) => matches(candidate, title));
          if (index < 0) throw new Error(`There is no quick fix ${title}, only: ${titles.join(', ') || 'none'}.`);
          await rows.nth(index).click();
          await actions.waitFor({ state: 'hidden' });
          if (!elsewhere) await changed(before);
        },
        cancel: () => page.keyboard.press('Escape'),
      };
    },
  };
}
