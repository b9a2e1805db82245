import { expect } from 'vitest';
import { eventually, FERRY, heldText, scenario } from './support/scenario.mjs';

scenario('Completion, definition, references, hover and folding know the plan', { folder: FERRY }, async (window) => {
  await window.openFile('docs/plan.md');
  await eventually(async () => (await window.tree()).length).toBeGreaterThan(3);

  // A task of the plan leads to its entry in the register.
  const places = await window.inHost(async (vscode) => {
    const { document } = vscode.window.activeTextEditor ?? {};
    if (!document) return [];
    const at = document.positionAt(document.getText().indexOf('T2-003') + 2);
    const [found, all] = await Promise.all([
      vscode.commands.executeCommand('vscode.executeDefinitionProvider', document.uri, at),
      vscode.commands.executeCommand('vscode.executeReferenceProvider', document.uri, at),
    ]);
    const name = (/** @type {any} */ one) => (one.targetUri ?? one.uri).path.split('/').pop();
    return [found.map(name), [...new Set(all.map(name))].sort()];
  });
  expect(places[0]).toContain('tasks.yaml');
  expect(places[1]).toEqual(expect.arrayContaining(['phase-board.md', 'plan.md', 'tasks.yaml']));

  const folds = await window.inHost(
    async (vscode) =>
      (await vscode.commands.executeCommand('vscode.executeFoldingRangeProvider', vscode.window.activeTextEditor?.document.uri))
        .length,
  );
  expect(folds).toBeGreaterThan(10);

  // The status of a phase is offered in the words of the plan.
  await window.openFile('docs/phases/phase-2.md');
  await window.goto(3, 20);
  await window.page.keyboard.press('Control+Shift+ArrowLeft');
  await window.page.keyboard.press('Control+Shift+ArrowLeft');
  await window.page.keyboard.press('Delete');
  await window.page.keyboard.press('Control+Space');
  const list = window.page.locator('.suggest-widget .monaco-list-row');
  await list.first().waitFor();
  await eventually(async () => (await list.allInnerTexts()).join('\n')).toMatch(/Done|Ready/i);
  await window.screenshot('completion');
});

scenario(
  'A phase is added between others: everything that would change is shown, then changed',
  { folder: FERRY },
  async (window) => {
    await eventually(async () => (await window.tree()).length).toBeGreaterThan(3);
    await window.rowMenu('Phase 2: Seat booking', 'Add a phase…');
    await eventually(async () => (await window.quickPick()).title).toContain('Add a phase behind phase 2');
    await window.page.keyboard.type('Group tickets');
    await window.page.keyboard.press('Enter');
    await eventually(async () => (await window.quickPick()).entries.length).toBe(2);
    await window.screenshot('add-phase');
    expect(await heldText(window, 'docs/plan.md')).toContain('## Phase 3 - Boarding checks');
    await (await window.quickPick()).pick('Make the change');
    await eventually(() => heldText(window, 'docs/plan.md')).toContain('## Phase 4 - Boarding checks');
    await eventually(async () => (await window.tree()).map(({ label }) => label)).toContain('Phase 3: Group tickets');
    expect(await heldText(window, 'tasks/tasks.yaml')).toContain('T4-001');
  },
);
