import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { titled } from './support/gate.mjs';
import { eventually, FERRY, findings, scenario } from './support/scenario.mjs';

scenario(
  'Restricted Mode shows everything and does nothing',
  { folder: FERRY, trust: true, longest: 150_000 },
  async (window) => {
    const before = filesIn(window.folder);
    await eventually(async () => (await window.tree()).length).toBeGreaterThan(6);
    expect(await findings(window, 'docs/plan.md:104')).toEqual(['docs/plan.md:104 warning gate/unquantified “fast”']);
    expect((await window.statusBar('phasewise'))?.text).toBe('Phase 2: Seat booking');
    await window.inHost(processes, 'record');

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
      const place = { path: 'docs/phases/phase-2.md', line: 23 };
      const row = { folder, node: { phase: '2', place, subject: 'T2-003', label: 'Free seats for the displays' } };
      for (const id of ['runGate', 'runFromHere', 'recordResult', 'recordAttempt', 'signOff', 'tagPhase', 'defer'])
        await vscode.commands.executeCommand(`phasewise.${id}`, row);
      for (const id of ['recordAttempt', 'signOff', 'tagPhase']) await vscode.commands.executeCommand(`phasewise.${id}`, gate);
    });
    await eventually(async () => (await window.toasts()).map(({ message }) => message)).toEqual([
      'This workspace is not trusted. Phasewise reads its plan, but runs no command and writes nothing until you trust it.',
    ]);
    expect(await window.page.locator('.quick-input-widget').isVisible()).toBe(false);
    expect(await window.inHost((vscode) => vscode.tasks.taskExecutions.length + vscode.window.terminals.length)).toBe(0);
    expect(await window.inHost((vscode) => vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).length)).toBe(0);
    expect(await window.inHost(processes, 'ask')).toEqual([]);
    expect(filesIn(window.folder)).toEqual(before);
    await window.screenshot('restricted-mode');

    // The verdict is there to be read; what it offers to do is not done.
    await window.command('Phasewise: Show gate verdict');
    await (await window.quickPick()).pick('Phase 2: Seat booking');
    const verdict = await titled(window, 'Phase 2: Seat booking: not through');
    expect(verdict.entries.map(({ label }) => label)).toContain('3 of 5 tasks are open');
    await verdict.fill('Move to');
    await (await window.quickPick()).pick('Move to “done”');
    expect(filesIn(window.folder)).toEqual(before);
    expect(await window.inHost(processes, 'ask')).toEqual([]);

    // Once the folder is trusted, the same window does it.
    await window.trust();
    await window.command('Phasewise: Run gate checklist');
    await (await window.quickPick()).pick('Phase 2: Seat booking');
    await eventually(async () => (await window.quickPick()).title).toContain('Free seats for the displays');
    await (await window.quickPick()).pick('Run the command…');
    await eventually(async () => (await window.dialog())?.message).toBe('Run this command?');
    await (await window.dialog())?.press('Run');
    await eventually(() => window.inHost(processes, 'ask')).toEqual([
      expect.stringContaining('node src/cli.js seats 0810 --json'),
    ]);
  },
);

/** @param {string} folder @returns {Record<string, string>} texts by path */
function filesIn(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'utf8')]),
  );
}

/**
 * Runs in the extension host: writes down what Phasewise starts from now on, or tells what that was.
 *
 * @param {typeof import('vscode')} _
 * @param {'record' | 'ask'} what
 * @param {NodeJS.Require} require
 */
function processes(_, what, require) {
  const memory = /** @type {{ started?: string[] }} */ (globalThis);
  if (what === 'ask') return memory.started ?? ['nothing was recorded'];
  const started = /** @type {string[]} */ ([]);
  memory.started = started;
  const module = /** @type {Record<string, Function>} */ (require('node:child_process'));
  for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']) {
    const original = module[name];
    module[name] = (/** @type {unknown[]} */ ...args) => {
      if (new Error('who').stack?.includes('phasewise.phasewise-')) started.push([args[0], args[1]].flat().join(' '));
      return original?.(...args);
    };
  }
  return [];
}
