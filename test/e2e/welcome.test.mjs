import { expect } from 'vitest';
import { eventually, FERRY, scenario } from './support/scenario.mjs';

const PLAIN = { 'README.md': '# A library\n\n## Usage\n\n- Install it.\n', 'src/index.js': 'export const one = 1;\n' };
/** What the extension may cost when a window opens, in milliseconds. */
const BUDGET = 100;

scenario('A folder without a plan pays nothing, and its view says what to do', { files: PLAIN }, async (window) => {
  const active = () => window.inHost((vscode) => vscode.extensions.getExtension('phasewise.phasewise')?.isActive);
  await window.openFile('README.md');
  await window.typeAt(5, 1, ' ');
  await window.save();
  expect(await active()).toBe(false);
  expect(await window.statusBar('phasewise')).toBeUndefined();

  await eventually(() => window.viewMessage()).toContain('No phases were found in this folder.');
  const message = await window.viewMessage();
  for (const button of ['Create a plan', 'Use existing documents…', 'Open the sample…']) expect(message).toContain(button);
  expect(await active()).toBe(true);
  await window.screenshot('welcome');

  // The documents of a plan are shown before they are written; then the cursor is on the first words to fill in.
  await window.page.getByRole('button', { name: 'Create a plan' }).click();
  await eventually(async () => (await window.quickPick()).entries.length).toBe(5);
  await eventually(() => window.editorText()).toContain('<!-- docs/plan.md -->');
  await window.screenshot('create-preview');
  expect(await window.inHost((vscode) => vscode.workspace.findFiles('docs/**').then((files) => files.length))).toBe(0);
  await (await window.quickPick()).pick('A document for each phase, a register of tasks and a board');
  await eventually(() => window.editorText()).toContain('## Acceptance criteria');
  const selected = () =>
    window.inHost((vscode) => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.getText(editor.selection);
    });
  await eventually(selected).toBe('Name of the first phase');
  await eventually(async () => (await window.tree())[0]?.label).toBe('Phase 0: Name of the first phase');
  await eventually(async () => (await window.statusBar('phasewise'))?.text).toBe('Phase 0: Name of the first phase');
  await window.screenshot('created');
});

scenario('Activation stays within its budget', { folder: FERRY }, async (window) => {
  await eventually(() => window.statusBar('phasewise')).toBeDefined();
  const times = await window.activationTimes();
  const milliseconds = times.get('Phasewise');
  console.log(`VS Code measured ${milliseconds} ms for the activation of Phasewise (the budget is ${BUDGET} ms).`);
  expect(milliseconds).toBeLessThanOrEqual(BUDGET);
});
