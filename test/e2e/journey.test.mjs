/** The first hour: from an empty folder to a passed gate, with nothing but what the product offers and a person's own words. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { answerBox, titled } from './support/gate.mjs';
import { eventually, findings, heldText, lineOf, messageOf, scenario } from './support/scenario.mjs';

/** @typedef {import('./support/scenario.mjs').Workbench} Workbench */

const PLAN = 'docs/plan.md';
/** The words of the template and what a person writes instead, in the order in which Tab comes to them. */
const WORDS = [
  ['Name of the project', 'Greeter'],
  ['Name of the first phase', 'A greeting'],
  ['One sentence: what works after this phase that does not work today.', 'The program says hello.'],
  ['src/**', 'src/**'],
  ['First piece of work', 'Print a greeting'],
  ['Second piece of work', 'Greet by name'],
  ['npm test', 'node --check src/greet.js'],
  ['What a person tries', 'Greet Ada'],
  ['npm start', 'node src/greet.js Ada'],
  ['what the person sees', 'the output contains `Hello, Ada!`'],
  ['TBD: what anybody can see once this phase is through', 'The program works correctly'],
  ['Name of the second phase', 'Other languages'],
];

scenario(
  'From an empty folder to a passed gate',
  { files: { '.keep': '' }, prepare: empty, longest: 400_000 },
  async (window) => {
    // An empty folder: the view says what to do.
    await eventually(() => window.viewMessage()).toContain('Create a plan');
    await window.page.getByRole('button', { name: 'Create a plan' }).click();
    await eventually(async () => (await window.quickPick()).entries.length).toBe(5);
    await (await window.quickPick()).pick('One file with all phases');
    for (const [words, mine] of WORDS) {
      await eventually(() => window.inHost(selected)).toBe(words);
      // Key by key, as a person types: what closes quotes or completes words must not get in the way.
      await window.page.keyboard.type(mine ?? '');
      await eventually(() => heldText(window, PLAN)).toContain(mine);
      await window.page.keyboard.press('Tab');
    }
    await window.page.keyboard.press('Escape');
    await window.save();
    await eventually(async () => (await window.statusBar('phasewise'))?.text).toBe('Phase 1: A greeting');
    await window.screenshot('journey-1-plan');

    // A condition that nobody could decide is underlined; a quick fix says how it is written.
    await eventually(() => findings(window, 'gate/')).toContainEqual(expect.stringContaining('works correctly'));
    const text = await window.editorText();
    await window.goto(lineOf(text, 'works correctly'), 24);
    const fixes = await window.quickFix();
    await window.screenshot('journey-2-gate-finding');
    await fixes.apply('Say what it shows');
    await window.page.keyboard.type('a greeting with the name that was given');
    await window.page.keyboard.press('Escape');
    await window.save();
    await eventually(() => findings(window, 'gate/')).toEqual([expect.stringContaining('hint gate/placeholder')]);

    // The work: one file inside the scope, and one that is not.
    await create(window, 'src/greet.js', 'console.log("Hello, " + process.argv[2] + "!");\n');
    await create(window, 'web/page.js', '// A page\n');
    await window.openFile('web/page.js');
    await window.typeAt(1, 1, '// ');
    await eventually(() => messageOf(window, 'scope/out-of-scope')).toContain('outside phase 1 (A greeting)');
    await window.goto(1, 1);
    const ways = await window.quickFix();
    await window.screenshot('journey-3-scope');
    await ways.apply('Add web/page.js to the scope of phase 1', { elsewhere: true });
    await eventually(() => findings(window, 'scope/')).toEqual([]);
    await window.openFile(PLAN);
    expect(await window.editorText()).toContain('- `web/page.js`');
    for (const task of ['T1-001', 'T1-002']) {
      await window.goto(lineOf(await window.editorText(), task), 4);
      await window.page.keyboard.press('Delete');
      await window.page.keyboard.type('x');
    }
    await window.save();

    // The gate: what can be run is run after one question, what a person sees is asked.
    await window.goto(1);
    await eventually(() => window.codeLenses()).toContain('Run gate · 0/3');
    await window.page.locator('.codelens-decoration a', { hasText: 'Run gate' }).first().click();
    const first = await titled(window, 'Gate of phase 1');
    await window.screenshot('journey-4-gate');
    await first.pick('Run all');
    await eventually(async () => (await window.dialog())?.message ?? '').toContain('Run these');
    await window.screenshot('journey-5-consent');
    await (await window.dialog())?.press('Run');
    const passed = await titled(window, 'commands did what was expected');
    await window.screenshot('journey-6-ran');
    await passed.accept();
    const last = await titled(window, 'The program shows');
    await window.screenshot('journey-7-a-person');
    await last.pick('Pass');
    const all = await titled(window, '3 passed');
    await window.screenshot('journey-8-overview');
    await all.pick('Sign off…');
    const verdict = await titled(window, 'Phase 1: A greeting');
    await window.screenshot('journey-9-verdict');
    await verdict.pick('Move to “ready for sign-off”');
    await eventually(async () => (await window.quickPick()).entries[0]?.label).toBe('Sign off…');
    await (await window.quickPick()).pick('Sign off…');
    await answerBox(window, 'In what role', 'Author');
    await answerBox(window, 'Who signs?', 'Ada');
    await titled(window, 'Sign off phase 1');
    await window.screenshot('journey-10-sign-off');
    await (await window.quickPick()).pick('Sign off');
    await eventually(async () => (await window.statusBar('phasewise'))?.text).toBe('Phase 2: Other languages');
    const current = async () => (await window.tree()).find(({ description }) => description.includes('current'))?.label;
    await eventually(current).toBe('Phase 2: Other languages');
    await window.screenshot('journey-11-through');
    expect(await window.toasts()).toEqual([]);
  },
);

/** @param {string} folder */
function empty(folder) {
  rmSync(join(folder, '.keep'));
}

/** The selected words; runs in the extension host. @param {any} vscode */
function selected(vscode) {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.getText(editor.selection);
}

/** What a person does in the Explorer. @param {Workbench} window @param {string} path @param {string} text */
function create({ inHost, folder }, path, text) {
  return inHost(
    (vscode, { file, content }) => vscode.workspace.fs.writeFile(vscode.Uri.file(file), new TextEncoder().encode(content)),
    { file: join(folder, path), content: text },
  );
}
