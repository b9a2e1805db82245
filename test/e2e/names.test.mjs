import { expect } from 'vitest';
import { eventually, FERRY, scenario } from './support/scenario.mjs';

scenario('Names of the plan have a colour, and say where they stand when asked to', { folder: FERRY }, async (window) => {
  await window.openFile('docs/phases/phase-1.md');
  await eventually(async () => (await window.tree()).length).toBeGreaterThan(3);

  // "Phase 4" and "T4-003" are of this plan; the editor colours them by the kind of thing.
  const tokens = () =>
    window.inHost(async (vscode) => {
      const { document } = vscode.window.activeTextEditor ?? {};
      if (!document) return [];
      const [legend, { data }] = await Promise.all([
        vscode.commands.executeCommand('vscode.provideDocumentSemanticTokensLegend', document.uri),
        vscode.commands.executeCommand('vscode.provideDocumentSemanticTokens', document.uri),
      ]);
      const found = [];
      let [line, character] = [0, 0];
      for (let at = 0; at < data.length; at += 5) {
        character = data[at] === 0 ? character + data[at + 1] : data[at + 1];
        line += data[at];
        const words = document.getText(new vscode.Range(line, character, line, character + data[at + 2]));
        found.push(`${legend.tokenTypes[data[at + 3]]} ${words}`);
      }
      return found;
    });
  await eventually(tokens).toEqual(expect.arrayContaining(['namespace Phase 4', 'enumMember T4-003']));
  const hints = window.page.locator('.monaco-editor .view-line [class*="dyn-rule"]');
  const shown = async () => (await hints.allInnerTexts()).join(' ').replaceAll('\u00a0', ' ');
  expect(await shown()).not.toContain('Groundwork');

  // The setting is in the file that the whole team shares.
  await window.inHost(async (vscode, root) => {
    const uri = vscode.Uri.file(`${root}/phasewise.yaml`);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('editor:\n  inlayHints: on\n'));
  }, window.folder);
  await eventually(shown).toContain('Groundwork · signed off');
  expect(await shown()).toContain('planned');
});
