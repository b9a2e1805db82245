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

const BOAT = {
  'docs/plan.md': '# Boat\n\n## Hull\n\nOak.\n',
  'docs/roadmap.md': '# Roadmap\n\n```md\n## Phase 1: Hull\n```\n',
  'tasks.yaml': 'tasks:\n  - id: T1\n    title: Saw the planks\n    status: todo\n',
};

scenario('Documents that name no phase stand in the view with what each lacks', { files: BOAT }, async (window) => {
  const rows = async () =>
    (await window.tree()).map(({ label, description }) => [label, description].filter(Boolean).join(' — '));
  await eventually(rows).toEqual([
    'tasks.yaml',
    '1 task, but none says which phase it is of (phase: 1)',
    'docs/plan.md',
    'no heading names a phase (## Phase 1: …)',
    'docs/roadmap.md',
    'its phases stand in a code fence, where nothing is read',
    'Create a plan',
    'Use existing documents…',
    'Open the sample…',
  ]);
  expect(await window.viewMessage()).toContain('No phases were found.');
  await window.screenshot('looked-at');

  // A row leads to the place; with a phase named there, the plan takes the place of the list.
  await window.clickRow('docs/plan.md');
  await eventually(() => window.editorText()).toContain('## Hull');
  await window.typeAt(3, 4, 'Phase 1: ');
  await eventually(async () => (await window.tree())[0]?.label).toBe('Phase 1: Hull');
});

const UNNAMED = { 'docs/delivery.md': '# Boat\n\n## Phase 1: Hull\n\n## Phase 2: Mast\n', 'README.md': '# Boat\n' };

scenario('Documents with another name are chosen from a list', { files: UNNAMED }, async (window) => {
  await eventually(() => window.viewMessage()).toContain('No phases were found in this folder.');
  await window.page.getByRole('button', { name: 'Use existing documents…' }).click();
  await eventually(async () => (await window.quickPick()).entries.map(({ label }) => label)).toEqual([
    'README.md',
    'docs/delivery.md',
  ]);
  await (await window.quickPick()).pick('docs/delivery.md');
  await window.screenshot('use-documents');
  await (await window.quickPick()).accept();
  await eventually(() => window.editorText()).toContain('    - docs/delivery.md');
  await window.save();
  await eventually(async () => (await window.tree())[0]?.label).toBe('Phase 1: Hull');
});

const FINISHED = {
  'docs/plan.md': '# Boat\n\n## Phase 1: Hull\n\n**Status:** signed off\n\n## Phase 2: Mast\n\n**Status:** in progress\n',
};

scenario('A plan without a current phase says why, and what to do', { files: FINISHED }, async (window) => {
  const rows = async () =>
    (await window.tree()).map(({ label, description }) => [label, description].filter(Boolean).join(' — '));
  await eventually(async () => (await window.tree())[1]?.label).toBe('Phase 2: Mast');
  await window.openFile('docs/plan.md');
  await window.goto(9, 13);
  await window.page.keyboard.press('Shift+End');
  await window.page.keyboard.insertText('signed off');
  await eventually(rows).toEqual([
    'Every phase is finished — 2 signed off',
    'Add a phase…',
    'Create the next plan…',
    'Phase 1: Hull — signed off',
    'Phase 2: Mast — signed off',
  ]);
  expect(await window.statusBarHover('phasewise')).toContain('Why: every phase is finished: 2 signed off');
  await (await window.statusBar('phasewise'))?.click();
  await eventually(async () => (await window.quickPick()).placeholder).toBe('Why: every phase is finished: 2 signed off');
  await window.screenshot('all-signed-off');
  await (await window.quickPick()).pick('Add a phase…');
  await eventually(async () => (await window.quickPick()).placeholder).toContain('Behind which phase?');
});

const PINNED = { 'docs/plan.md': '# Boat\n\n## Phase 1: Hull\n\n**Status:** in progress\n', 'phasewise.yaml': 'phase: 9\n' };

scenario('A pin to a phase that is not there is told, and taken out', { files: PINNED }, async (window) => {
  await eventually(async () => (await window.tree())[0]?.label).toBe('No current phase');
  expect((await window.tree())[0]?.description).toBe('phase 9 is pinned in phasewise.yaml, and this plan has no phase 9');
  await window.screenshot('pinned-to-nothing');
  await window.clickRow('Unpin it');
  await eventually(async () => (await window.statusBar('phasewise'))?.text).toBe('Phase 1: Hull');
  await eventually(async () => (await window.tree())[0]?.label).toBe('Phase 1: Hull');
});

scenario('An empty window offers a folder and the sample', {}, async (window) => {
  await eventually(() => window.viewMessage()).toContain('Open a folder to see its plan.');
  await eventually(() => window.viewMessage()).toContain('Open the sample…');
});

scenario('The walkthrough goes from a plan to a sign-off, and ticks what happens', { folder: FERRY }, async (window) => {
  await eventually(() => window.statusBar('phasewise')).toBeDefined();
  await window.inHost((vscode) => {
    void vscode.commands.executeCommand('workbench.action.openWalkthrough', 'phasewise.phasewise#start', false);
  });
  const steps = window.page.locator('button.getting-started-step');
  await eventually(() => steps.count()).toBe(6);
  const done = () => steps.evaluateAll((all) => all.map((step) => step.querySelector('.codicon.complete') !== null));
  for (const [index, name] of ['plan', 'current', 'gates', 'scope', 'check', 'sign'].entries()) {
    await steps.nth(index).locator('.step-title').click();
    await eventually(() => steps.nth(index).getAttribute('class')).toContain('expanded');
    const media = window.page.frameLocator('iframe.webview').last().frameLocator('iframe#active-frame');
    await eventually(() => media.locator('h3').count()).toBe(1);
    await window.screenshot(`walkthrough-${name}`);
  }
  expect(await done()).toEqual([false, false, false, false, false, false]);

  // What a person does ticks the steps: the view, the status bar, an edit outside the scope, the gate.
  await window.showView();
  await eventually(done).toEqual([true, false, false, false, false, false]);
  await (await window.statusBar('phasewise'))?.click();
  await eventually(async () => (await window.quickPick()).title).toBe('Phase 2: Seat booking');
  await window.page.keyboard.press('Escape');
  await eventually(done).toEqual([true, true, false, false, false, false]);
  await window.inHost(async (vscode, file) => {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(vscode.Uri.file(file), new vscode.Position(0, 0), '// ');
    await vscode.workspace.applyEdit(edit);
  }, `${window.folder}/src/boarding/scan.js`);
  await eventually(done).toEqual([true, true, false, true, false, false]);
  await window.screenshot('walkthrough-ticked');
});
