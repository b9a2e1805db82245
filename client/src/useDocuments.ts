import * as vscode from 'vscode';
import { chooseFolder, exists } from './newPlan.ts';

const { t } = vscode.l10n;

/** Longer lists are not gone through by anybody: then the person writes the paths. */
const most = 500;

/**
 * Asks which documents hold the plan, and lists them in a new unsaved `phasewise.yaml`; where there is one already, or no document to
 * choose, it is opened at the place where they are listed.
 */
export async function useDocuments(): Promise<void> {
  const folder = await chooseFolder();
  if (!folder) return;
  const uri = vscode.Uri.joinPath(folder.uri, 'phasewise.yaml');
  if (await exists(uri)) return select(await vscode.window.showTextDocument(uri), 'include:');
  const paths = await documentsIn(folder);
  const chosen = paths.length > 0 && paths.length <= most ? await choose(paths) : [sample];
  if (!chosen || chosen.length === 0) return;
  const editor = await openNew(uri, settingsWith(chosen));
  select(editor, chosen[0] ?? '');
}

const sample = 'docs/my-plan.md';

async function documentsIn(folder: vscode.WorkspaceFolder): Promise<readonly string[]> {
  const all = new vscode.RelativePattern(folder, '**/*.{md,yaml,yml}');
  const found = await vscode.workspace.findFiles(all, '**/{node_modules,.git,vendor,dist}/**', most + 1);
  return found.map((uri) => uri.path.slice(folder.uri.path.length + 1)).sort();
}

async function choose(paths: readonly string[]): Promise<readonly string[] | undefined> {
  return vscode.window.showQuickPick([...paths], {
    canPickMany: true,
    title: t('The chosen documents are listed in phasewise.yaml, which you save'),
    placeHolder: t('Which documents hold the plan?'),
  });
}

/** A path that YAML would read as something else is quoted. */
function settingsWith(paths: readonly string[]): string {
  return `# Which files hold the plan, as globs.
# This list takes the place of the files Phasewise looks for by itself.
documents:
  include:
${paths.map((path) => `    - ${/^[\w./ -]+$/.test(path) ? path : JSON.stringify(path)}\n`).join('')}`;
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
