import { eventually, scenario } from './support/scenario.mjs';

const FILES = {
  'bakery/docs/plan.md':
    '# Bakery\n\n## Phase 1: Oven\n\nStatus: In Progress\n\n### Scope\n\n- `src/**`\n\n### Exit Criteria\n\n- The oven is hot.\n',
  'bakery/src/oven.js': 'export const degrees = 220;\n',
  'garden/docs/phases/phase-4.md':
    '# Phase 4: Hedges\n\n- Status: In Progress\n\n## Acceptance criteria\n\n- [ ] `npm test` exits 0\n',
  'both.code-workspace': JSON.stringify({ folders: [{ path: 'bakery' }, { path: 'garden' }] }),
};

scenario(
  'Two folders have a plan each, and the status bar follows the editor',
  { files: FILES, workspaceFile: 'both.code-workspace' },
  async (window) => {
    const open = (/** @type {string} */ path) =>
      window.inHost(async (vscode, file) => {
        const [uri] = await vscode.workspace.findFiles(file);
        if (uri) await vscode.window.showTextDocument(uri);
      }, `**/${path}`);
    const phase = async () => (await window.statusBar('phasewise'))?.text;
    // A browser's workbench sometimes reads a workspace file before its server answers, and then has no folders until it is loaded again.
    const folders = () => window.inHost((vscode) => vscode.workspace.workspaceFolders?.length ?? 0);
    await eventually(async () => {
      const count = await folders();
      if (count === 0) await window.page.reload();
      return count;
    }).toBe(2);
    await eventually(async () => (await window.tree()).filter(({ level }) => level === 1).map(({ label }) => label)).toEqual([
      'bakery',
      'garden',
    ]);
    await open('phase-4.md');
    await eventually(phase).toBe('Phase 4: Hedges');
    await open('oven.js');
    await eventually(phase).toBe('Phase 1: Oven');
  },
);
