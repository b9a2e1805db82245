import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { eventually, FERRY, findings, heldText, lineOf, messageOf, scenario } from './support/scenario.mjs';

/** From the first edit of a file to its finding, in milliseconds; the budget is 300 on a machine with nothing else to do. */
const SOON = 3000;
const RULE = 'scope/out-of-scope';

scenario('The first edit outside the scope is noticed, and cleared by undo', { folder: FERRY }, async (window) => {
  await eventually(() => findings(window)).not.toEqual([]);

  // A file of the current phase may be edited.
  await window.openFile('src/booking/booking.js');
  await window.typeAt(1, 1, '//');
  await window.openFile('src/boarding/scan.js');
  const before = await window.editorText();
  await window.inHost(timeToFinding, 'start');
  await window.typeAt(1, 1, '//');
  await eventually(() => window.inHost(timeToFinding, 'ask')).toBeGreaterThan(0);
  const milliseconds = await window.inHost(timeToFinding, 'ask');
  console.log(`The finding came ${milliseconds} ms after the first edit.`);
  expect(milliseconds).toBeLessThan(SOON);

  // One for the file, however much is typed.
  expect(await findings(window, RULE)).toEqual([expect.stringMatching(/^src\/boarding\/scan\.js:1 warning /)]);
  const message = await messageOf(window, RULE);
  expect(message).toContain('outside phase 2 (Seat booking)');
  expect(message).toContain('`src/booking/*`');
  expect(message).toContain('belongs to phase 3 (Boarding checks)');
  expect(await window.hover('//')).toContain('belongs to phase 3');
  await window.screenshot('out-of-scope');

  await window.undo();
  expect(await window.editorText()).toBe(before);
  await eventually(() => findings(window, RULE)).toEqual([]);
});

scenario(
  'Twenty first edits, one after the other',
  {
    folder: FERRY,
    prepare(folder) {
      for (let at = 0; at < 20; at++) writeFileSync(join(folder, `src/boarding/door${at}.js`), '// door\n');
    },
  },
  async (window) => {
    await eventually(() => findings(window)).not.toEqual([]);
    const times = await window.inHost(timesToFindings, `${window.folder}/src/boarding/door`);
    times.sort((a, b) => a - b);
    const median = times[times.length / 2];
    console.log(
      `From the first edit of a file to its finding: median ${median} ms, longest ${times.at(-1)} ms of ${times.length}.`,
    );
    expect(times).toHaveLength(20);
    expect(median).toBeLessThan(SOON);
    expect(await findings(window, RULE)).toHaveLength(20);
    expect(await window.toasts()).toEqual([]);
  },
);

scenario('An edit outside the scope is in scope once the plan says so', { folder: FERRY }, async (window) => {
  await eventually(() => findings(window)).not.toEqual([]);
  await window.openFile('src/notices/notices.js');
  await window.typeAt(1, 1, '//');
  await eventually(() => findings(window, RULE)).toHaveLength(1);

  await window.openFile('docs/plan.md');
  const line = lineOf(await window.editorText(), '- `src/cli.js`');
  await window.goto(line, '- `src/cli.js`'.length + 1);
  await window.page.keyboard.press('Enter');
  await window.page.keyboard.type('- `src/notices/*`');
  await eventually(() => findings(window, RULE)).toEqual([]);
  await window.undo();
  await window.undo();
  await eventually(() => findings(window, RULE)).toHaveLength(1);

  // The quick fix on the code file writes the same into the plan.
  await window.openFile('src/notices/notices.js');
  await window.goto(1, 1);
  const fixes = await window.quickFix();
  const title = 'Add src/notices/notices.js to the scope of phase 2';
  expect(fixes.titles).toContain(title);
  await fixes.apply(title, { elsewhere: true });
  await eventually(() => findings(window, RULE)).toEqual([]);
  await window.openFile('docs/plan.md');
  expect(await window.editorText()).toContain('- `src/notices/notices.js`');
});

/**
 * Runs in the extension host: for each of twenty files, milliseconds from its first edit to its finding.
 *
 * @param {typeof import('vscode')} vscode
 * @param {string} prefix of the files
 */
async function timesToFindings(vscode, prefix) {
  const times = [];
  for (let at = 0; at < 20; at++) {
    const uri = vscode.Uri.file(`${prefix}${at}.js`);
    const editor = await vscode.window.showTextDocument(uri);
    const found = new Promise((resume) => {
      const listening = vscode.languages.onDidChangeDiagnostics(() => {
        if (!vscode.languages.getDiagnostics(uri).some(({ source }) => source === 'phasewise')) return;
        listening.dispose();
        resume(performance.now());
      });
    });
    const edited = performance.now();
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '//'));
    times.push(Math.ceil((await found) - edited));
  }
  return times;
}

/**
 * Runs in the extension host: milliseconds from the first edit after `start` to a finding about the scope.
 *
 * @param {typeof import('vscode')} vscode
 * @param {'start' | 'ask'} what
 */
function timeToFinding(vscode, what) {
  const memory = /** @type {{ times?: { edited?: number, found?: number } }} */ (globalThis);
  if (what === 'ask') return Math.ceil((memory.times?.found ?? 0) - (memory.times?.edited ?? 0));
  const times = /** @type {{ edited?: number, found?: number }} */ ({});
  memory.times = times;
  vscode.workspace.onDidChangeTextDocument(({ contentChanges }) => {
    if (contentChanges.length > 0) times.edited ??= performance.now();
  });
  vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    const all = uris.flatMap((uri) => vscode.languages.getDiagnostics(uri));
    if (all.some(({ message }) => message.includes('is outside phase'))) times.found ??= performance.now();
  });
  return 0;
}

scenario('An edit outside the scope is left for later, or allowed with a reason', { folder: FERRY }, async (window) => {
  const { page } = window;
  await eventually(() => findings(window)).not.toEqual([]);
  const file = 'src/boarding/scan.js';
  await window.openFile(file);
  await window.typeAt(1, 1, '//');
  await eventually(() => findings(window, RULE)).toHaveLength(1);
  await window.goto(1, 1);
  const fixes = await window.quickFix();
  expect(fixes.titles.slice(0, 3)).toEqual([
    `Add ${file} to the scope of phase 2`,
    'Leave it to phase 3, as a task',
    'Allow it in phase 2, with a reason',
  ]);
  await window.screenshot('outside-fixes');

  // Later: why is asked, and both documents change in one step.
  await fixes.apply('Leave it to phase 3, as a task', { elsewhere: true });
  const why = await window.quickPick();
  expect(why.title).toBe('Leave it to phase 3, as a task');
  await why.fill('The scanners come in May');
  await window.screenshot('outside-later');
  await why.accept();
  await eventually(() => heldText(window, 'tasks/tasks.yaml')).toContain('T3-004');
  await window.openFile('tasks/tasks.yaml');
  await eventually(() => window.editorText()).toContain(
    `- id: T3-004\n  phase: 3\n  title: Change ${file} (deferred from phase 2)\n  status: open\n`,
  );
  await window.openFile('docs/phases/phase-2.md');
  await eventually(() => window.editorText()).toContain(`- Change ${file} → phase 3 as T3-004: The scanners come in May`);
  await window.undo();
  expect(await window.editorText()).toContain('- *(none)*');
  await window.openFile('tasks/tasks.yaml');
  await eventually(() => window.editorText()).not.toContain('T3-004');

  // Now, with a reason: the finding goes.
  await window.openFile(file);
  await window.goto(1, 1);
  await (await window.quickFix()).apply('Allow it in phase 2, with a reason', { elsewhere: true });
  await (await window.quickPick()).fill("The old scanner's code is gone");
  await page.keyboard.press('Enter');
  await eventually(async () => (await window.quickPick()).title).toContain('(2/3)');
  await page.keyboard.press('Enter');
  await eventually(async () => (await window.quickPick()).title).toContain('(3/3)');
  await page.keyboard.press('Enter');
  await eventually(() => findings(window, RULE)).toEqual([]);
  await window.inHost(
    async (vscode, path) => {
      await vscode.window.showTextDocument(vscode.Uri.file(path));
    },
    join(window.folder, 'phasewise.yaml'),
  );
  await eventually(() => window.editorText()).toContain(
    `    - path: ${file}\n      phase: 2\n      reason: 'The old scanner''s code is gone'\n`,
  );
  await window.screenshot('outside-allowed');
  await window.undo();
  await eventually(() => findings(window, RULE)).toHaveLength(1);
  expect(await window.toasts()).toEqual([]);
});
