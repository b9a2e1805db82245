import * as vscode from 'vscode';
import type { CreatePlanAnswer, TemplateReport } from '../../server/src/lsp/protocol.ts';

const { t } = vscode.l10n;
const scheme = 'phasewise-preview';

/**
 * Asks for a way to keep a plan. While the person looks through the list, the documents of the row stand in a read-only editor; nothing is
 * written.
 * @returns the id of the template; undefined when the person cancels
 */
export async function chooseTemplate(
  templates: readonly TemplateReport[],
  documentsOf: (template: string) => Promise<CreatePlanAnswer>,
): Promise<string | undefined> {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const uri = vscode.Uri.from({ scheme, path: `/${t('Preview of the plan')}.md` });
  let text = '';
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: () => text,
  });
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly id: string }>();
  Object.assign(pick, {
    title: t('Create a plan'),
    placeholder: t('How do you want to keep the plan? Nothing is written before you choose.'),
    items: templates.map(({ id, title, detail }) => ({ id, label: title, detail })),
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  let chosen = false;
  let shown: Promise<unknown> = Promise.resolve();
  const show = async (id: string) => {
    const answer = await documentsOf(id);
    if (chosen || pick.activeItems[0]?.id !== id) return;
    text = 'refused' in answer ? answer.refused : answer.files.map((file) => `<!-- ${file.path} -->\n${file.text}`).join('\n\n');
    changed.fire(uri);
    await vscode.window.showTextDocument(uri, { preserveFocus: true, preview: true });
  };
  pick.onDidChangeActive(([row]) => {
    if (row) shown = shown.then(() => show(row.id));
  });
  try {
    return await new Promise<string | undefined>((resolve) => {
      pick.onDidAccept(() => resolve(pick.selectedItems[0]?.id));
      pick.onDidHide(() => resolve(undefined));
      pick.show();
    });
  } finally {
    chosen = true;
    pick.dispose();
    await shown;
    await closePreview(uri);
    for (const one of [provider, changed]) one.dispose();
  }
}

async function closePreview(uri: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const shown = tabs.filter(({ input }) => input instanceof vscode.TabInputText && String(input.uri) === String(uri));
  await vscode.window.tabGroups.close(shown, true);
}
