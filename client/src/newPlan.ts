import * as vscode from 'vscode';

const { t } = vscode.l10n;

/** Opens a new plan with one phase in it, unsaved, the cursor on its gate. Nothing is written until the person saves it. */
export async function createPlan(): Promise<void> {
  const folder = await chooseFolder();
  if (!folder) return;
  const uri = await freeName(folder, ['docs/plan.md', 'docs/phased-plan.md', 'docs/phased-execution-plan.md']);
  const editor = await openNew(uri, firstPlan);
  select(editor, '`npm test` exits 0');
}

/** Opens the folder's `phasewise.yaml`, or a new unsaved one, where the documents of the plan are listed. */
export async function useDocuments(): Promise<void> {
  const folder = await chooseFolder();
  if (!folder) return;
  const uri = vscode.Uri.joinPath(folder.uri, 'phasewise.yaml');
  const editor = (await exists(uri)) ? await vscode.window.showTextDocument(uri) : await openNew(uri, firstSettings);
  select(editor, 'docs/my-plan.md');
}

const firstPlan = `# Plan

## Phase 1 - Name of the first phase

Status: In progress

### Goal

One sentence: what works after this phase that does not work today.

### Scope

- \`src/**\`

### Tasks

- [ ] First piece of work

### Manual testing

- [ ] Test 1: What a person tries
  - Command: \`npm start\`
  - Expected: what the person sees

### Exit Criteria

- [ ] \`npm test\` exits 0
`;

const firstSettings = `# Which files hold the plan, as globs.
# This list takes the place of the files Phasewise looks for by itself.
documents:
  include:
    - docs/my-plan.md
`;

async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.length > 1 ? vscode.window.showWorkspaceFolderPick({ placeHolder: t('In which folder?') }) : folders[0];
}

async function freeName(folder: vscode.WorkspaceFolder, names: readonly string[]): Promise<vscode.Uri> {
  for (const name of names) {
    const uri = vscode.Uri.joinPath(folder.uri, ...name.split('/'));
    if (!(await exists(uri))) return uri;
  }
  return vscode.Uri.joinPath(folder.uri, 'docs', `plan-${Date.now()}.md`);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

async function openNew(uri: vscode.Uri, text: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(uri.with({ scheme: 'untitled' }));
  const editor = await vscode.window.showTextDocument(document);
  // Called again before it was saved: what the person wrote stays.
  if (document.getText() === '') await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text));
  return editor;
}

function select(editor: vscode.TextEditor, words: string): void {
  const start = editor.document.getText().indexOf(words);
  if (start < 0) return;
  editor.selection = new vscode.Selection(editor.document.positionAt(start), editor.document.positionAt(start + words.length));
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
