/** What surrounds the editor: status bar, notifications, dialogs, trust. */

import { matches, until } from './wait.mjs';

/**
 * Runs in the page before VS Code does and writes down every notification that ever pops up, however short.
 * Must not refer to anything outside itself.
 */
export function recordToasts() {
  /** @type {string[]} */
  const seen = [];
  Object.assign(window, { phasewiseToasts: seen });
  const look = () => {
    for (const toast of document.querySelectorAll('.notification-toast .notification-list-item-message')) {
      const message = toast.textContent ?? '';
      if (message && !seen.includes(message)) seen.push(message);
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}

/**
 * @param {import('playwright-core').Page} page
 * @param {import('./quick-input.mjs').QuickInput} quickInput
 */
export function windowOf(page, quickInput) {
  const items = page.locator('.part.statusbar .statusbar-item');
  const toasts = page.locator('.notification-toast');

  /**
   * @param {string | RegExp} wanted a part of the id (`phasewise.status`) or of the text
   */
  async function findStatusBarItem(wanted) {
    const found = await items.evaluateAll((elements) =>
      elements.map((item) => ({
        id: item.id,
        text: (item.textContent ?? '').trim(),
        ariaLabel: item.getAttribute('aria-label') ?? '',
        kind: /warning-kind|error-kind|prominent-kind/.exec(item.className)?.[0].split('-')[0],
      })),
    );
    const index = found.findIndex(({ id, text }) => matches(id, wanted) || matches(text, wanted));
    const item = found[index];
    return item && { ...item, locator: items.nth(index) };
  }

  return {
    /**
     * The item now, or undefined. Icons are not part of the text.
     *
     * @param {string | RegExp} wanted a part of the id or of the text
     */
    async statusBar(wanted) {
      const item = await findStatusBarItem(wanted);
      if (!item) return undefined;
      const { id, text, ariaLabel, kind } = item;
      return { id, text, ariaLabel, kind, click: () => item.locator.click() };
    },

    /** Waits for the item's hover and returns its text. @param {string | RegExp} wanted */
    async statusBarHover(wanted) {
      const item = await until(`the status bar item ${wanted}`, () => findStatusBarItem(wanted));
      await item.locator.hover();
      const hover = page.locator('.monaco-hover.workbench-hover:visible').last();
      await hover.waitFor();
      const text = (await hover.allInnerTexts()).join('\n').trim();
      await page.mouse.move(700, 5);
      return text;
    },

    /** Every notification that popped up since the window opened; `visible` ones are still there. */
    async toasts() {
      const seen = await page.evaluate(() => /** @type {any} */ (window).phasewiseToasts);
      const visible = await toasts.locator('.notification-list-item-message').allTextContents();
      return /** @type {string[]} */ (seen).map((message) => ({ message, visible: visible.includes(message) }));
    },

    /**
     * Waits for a notification and presses one of its buttons.
     *
     * @param {string | RegExp} message
     * @param {string} button
     */
    async answerToast(message, button) {
      const toast = toasts.filter({ hasText: message });
      await toast.getByRole('button', { name: button, exact: true }).click();
    },

    /** The modal dialog, or undefined. */
    async dialog() {
      const box = page.locator('.monaco-dialog-box');
      if (!(await box.isVisible())) return undefined;
      const text = async (/** @type {string} */ selector) => (await box.locator(selector).allInnerTexts()).join('\n').trim();
      return {
        message: await text('.dialog-message-text'),
        detail: await text('.dialog-message-detail'),
        buttons: await box.locator('.dialog-buttons .monaco-button').allInnerTexts(),
        /** @param {string} button */
        press: (button) => box.locator('.dialog-buttons').getByRole('button', { name: button, exact: true }).click(),
      };
    },

    /** Trusts the open folder, as a person does in the Workspace Trust editor, and closes that again. */
    async trust() {
      await quickInput.command('Workspaces: Manage Workspace Trust');
      await page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).first().click();
      await page.locator('.workspace-trust-editor.trusted').waitFor();
      // A modal editor that has lost the focus to the button that is gone.
      await page.locator('.workspace-trust-editor').press('Escape');
      await page.locator('.workspace-trust-editor').waitFor({ state: 'hidden' });
    },
  };
}
