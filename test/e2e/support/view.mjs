/** The Phasewise view container and its tree. */

import { findRow, readRows } from './lists.mjs';
import { settled, until } from './wait.mjs';

/** @param {import('playwright-core').Page} page */
export function viewOf(page) {
  const tab = page
    .locator('.part.activitybar [role=tab]')
    .filter({ has: page.locator('.action-label[aria-label^="Phasewise"]') });
  const container = page.locator('[id="workbench.view.extension.phasewise"]');
  const list = container.locator('.monaco-list:visible').first();
  const welcome = container.locator('.welcome-view-content:visible');

  /** Opens the Phasewise view container if it is not open. */
  async function showView() {
    await tab.waitFor({ timeout: 30_000 });
    if (!(await container.isVisible())) await tab.click();
    await container.waitFor();
  }

  /**
   * The row whose label is `label`, starts with it or matches it, in this order.
   *
   * @param {string | RegExp} label
   */
  async function row(label) {
    await showView();
    return until(`the row ${label}`, () => findRow(list, label));
  }

  /**
   * @param {string | RegExp} label
   * @param {boolean} open
   */
  async function toggle(label, open) {
    const found = await row(label);
    if ((await found.getAttribute('aria-expanded')) === String(open)) return;
    await found.locator('.monaco-tl-twistie').click();
    await until(
      `${label} to ${open ? 'open' : 'close'}`,
      async () => (await found.getAttribute('aria-expanded')) === String(open),
    );
  }

  return {
    showView,

    /** All rows of the view, from top to bottom, without those in closed branches; none while the view shows its welcome text. */
    async tree() {
      await showView();
      await list.or(welcome).first().waitFor();
      return (await list.isVisible()) ? readRows(list, readRow) : [];
    },

    /** What the view says instead of rows: welcome text or message. */
    async viewMessage() {
      await showView();
      const message = container.locator('.tree-explorer-viewlet-tree-view > .message');
      return (await settled(() => welcome.or(message).allInnerTexts())).join('\n').trim();
    },

    /** The badge on the view's icon, "" when there is none. */
    async viewBadge() {
      const badge = tab.locator('.badge');
      return (await badge.isVisible()) ? ((await badge.textContent()) ?? '').trim() : '';
    },

    /** @param {string | RegExp} label */
    expand: (label) => toggle(label, true),
    /** @param {string | RegExp} label */
    collapse: (label) => toggle(label, false),

    /** Clicks a row, which runs its command. @param {string | RegExp} label */
    async clickRow(label) {
      await (await row(label)).locator('.label-name').click();
    },

    /** Presses a button that appears on the row under the mouse. @param {string | RegExp} label @param {string} action */
    async rowAction(label, action) {
      const found = await row(label);
      await found.hover();
      await found.locator(`.actions .action-label[aria-label^="${action}"]`).click();
    },

    /** Picks an entry of a row's context menu. @param {string | RegExp} label @param {string} item */
    async rowMenu(label, item) {
      await (await row(label)).click({ button: 'right' });
      const menu = page.locator('.monaco-menu');
      // A menu ignores clicks in its first moments.
      await until(`the menu to run ${item}`, async () => {
        await menu.getByRole('menuitem', { name: item }).click({ timeout: 2000 });
        return menu.waitFor({ state: 'hidden', timeout: 300 }).then(() => true);
      });
    },
  };
}

/**
 * Runs in the page.
 *
 * @param {Element} row
 */
function readRow(row) {
  const expanded = row.getAttribute('aria-expanded');
  return {
    label: row.querySelector('.label-name')?.textContent ?? '',
    description: row.querySelector('.label-description')?.textContent ?? '',
    level: Number(row.getAttribute('aria-level')),
    expanded: expanded === null ? undefined : expanded === 'true',
    selected: row.getAttribute('aria-selected') === 'true',
    icon: /codicon-(?!colored)([\w-]+)/.exec(row.querySelector('.custom-view-tree-node-item-icon')?.className ?? '')?.[1],
    ariaLabel: row.getAttribute('aria-label') ?? '',
  };
}
