import * as vscode from 'vscode';
import { type CreatePlanAnswer, type CreatePlanParams, protocol, type TemplateReport } from '../../server/src/lsp/protocol.ts';
import type { App } from './app.ts';
import { chooseTemplate } from './planPreview.ts';
import { explainDistrust, mayAct } from './trust.ts';

const { t } = vscode.l10n;

/** Shows the documents of each way to keep a plan, writes those of the chosen one as one step, and lets Tab go through what is to write. */
export async function createPlan(app: App): Promise<void> {
  if (!mayAct()) return explainDistrust();
  const folder = await chooseFolder();
  if (!folder) return;
  const names = (await vscode.workspace.fs.readDirectory(folder.uri)).map(([name]) => name);
  const documentsOf = (template: string) => {
    const params: CreatePlanParams = { folder: folder.uri.toString(), template, names };
    return app.server.request<CreatePlanAnswer>(protocol.createPlan, params);
  };
  const templates = await app.server.request<readonly TemplateReport[]>(protocol.templates, {});
  const template = await chooseTemplate(templates, documentsOf);
  if (template === undefined) return;
  const answer = await documentsOf(template);
  if ('refused' in answer) return void vscode.window.showWarningMessage(answer.refused);
  for (const { uri, path } of answer.files)
    if (await exists(vscode.Uri.parse(uri)))
      return void vscode.window.showWarningMessage(t('No plan was created: {0} exists already.', path));
  const [begin] = answer.files;
  if (!(await app.server.apply(answer.edit)) || !begin) return;
  const editor = await vscode.window.showTextDocument(vscode.Uri.parse(begin.uri));
  // The same text once more: now Tab goes from one of the words to write to the next.
  const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
  const snippet = new vscode.SnippetString(answer.snippet);
  if (await editor.insertSnippet(snippet, whole, { undoStopBefore: false, undoStopAfter: false })) return;
  const { start, end } = answer.first;
  editor.selection = new vscode.Selection(start.line, start.character, end.line, end.character);
}

/** The folder to work in; asked for where there are several. */
export async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.length > 1 ? vscode.window.showWorkspaceFolderPick({ placeHolder: t('In which folder?') }) : folders[0];
}

/** Whether a file is there. */
export async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
