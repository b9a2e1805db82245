import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { eventually, FERRY, findings, scenario } from './support/scenario.mjs';

scenario('Restricted Mode shows everything and does nothing', { folder: FERRY, trust: true }, async (window) => {
  const before = filesIn(window.folder);
  await eventually(async () => (await window.tree()).length).toBeGreaterThan(6);
  expect(await findings(window, 'docs/plan.md:104')).toEqual(['docs/plan.md:104 warning gate/unquantified “fast”']);
  expect((await window.statusBar('phasewise'))?.text).toBe('Phase 2: Seat booking');
  const processes = await childrenOfHost(window);

  // Whatever would run a command or write, called by its id with all it could want.
  await window.openFile('docs/phases/phase-2.md');
  await window.inHost(async (vscode) => {
    const document = vscode.window.activeTextEditor?.document.uri.toString();
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    const gate = { folder, phase: '2', document: 'docs/phases/phase-2.md' };
    await vscode.commands.executeCommand('phasewise.runGate', { uri: document, phase: '2' });
    await vscode.commands.executeCommand('phasewise.runGate', gate);
    await vscode.commands.executeCommand('phasewise.pinPhase', { ...gate, phase: '3' });
    await vscode.commands.executeCommand('phasewise.unpinPhase');
  });
  await eventually(async () => (await window.toasts()).map(({ message }) => message)).toEqual([
    'This workspace is not trusted. Phasewise reads its plan, but runs no command and writes nothing until you trust it.',
  ]);
  expect(await window.page.locator('.quick-input-widget').isVisible()).toBe(false);
  expect(await window.inHost((vscode) => vscode.tasks.taskExecutions.length + vscode.window.terminals.length)).toBe(0);
  expect(await window.inHost((vscode) => vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).length)).toBe(0);
  expect(await childrenOfHost(window)).toEqual(processes);
  expect(filesIn(window.folder)).toEqual(before);
  await window.screenshot('restricted-mode');

  // Once the folder is trusted, the same window does it.
  await window.trust();
  await window.command('Phasewise: Run gate checklist');
  await (await window.quickPick()).pick('Phase 2: Seat booking');
  await eventually(async () => (await window.quickPick()).title).toContain('Free seats for the displays');
});

/** @param {string} folder @returns {Record<string, string>} texts by path */
function filesIn(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'utf8')]),
  );
}

/**
 * Processes that the extension host has started, by their commands; those of VS Code's own extensions are left out.
 *
 * @param {import('./support/scenario.mjs').Workbench} window
 * @returns {Promise<string[]>}
 */
function childrenOfHost({ inHost }) {
  return inHost((_, __, require) => {
    const { execFileSync } = /** @type {typeof import('node:child_process')} */ (require('node:child_process'));
    const lines = execFileSync('ps', ['-A', '-o', 'ppid=,args='], { encoding: 'utf8' }).split('\n');
    const ours = lines.filter(
      (line) => line.trim().startsWith(`${process.pid} `) && !/ps -A|\/lib\/vscode\/extensions\//.test(line),
    );
    return ours.map((line) => line.trim().split(/\s+/).slice(1, 3).join(' ')).sort();
  });
}
