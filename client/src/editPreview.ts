import * as vscode from 'vscode';
import type { TextEdit, WorkspaceEdit } from '../../server/src/lsp/protocol.ts';
import { choose } from './choose.ts';

const { t } = vscode.l10n;
const scheme = 'phasewise-edited';

/**
 * Shows every document of an edit beside what it would become, and asks whether to make it. The editor's own preview of an edit shows it
 * with every change ticked off: who agrees to the whole has to tick each.
 * @param title what the edit is for
 */
export async function agreeTo({ documentChanges = [] }: WorkspaceEdit, title: string): Promise<boolean> {
  const after = new Map<string, string>();
  const rows: [vscode.Uri, vscode.Uri, vscode.Uri][] = [];
  const files: string[] = [];
  let places = 0;
  for (const change of documentChanges) {
    if ('edits' in change) {
      const uri = vscode.Uri.parse(change.textDocument.uri);
      const edits = change.edits.filter((edit): edit is TextEdit => 'newText' in edit);
      const shown = uri.with({ scheme });
      const before = await vscode.workspace.openTextDocument(uri).then(
        (document) => document,
        () => undefined,
      );
      after.set(shown.toString(), before ? edited(before, edits) : edits.map(({ newText }) => newText).join(''));
      if (before) rows.push([uri, uri, shown]);
      places += edits.length;
    } else if (change.kind === 'rename') files.push(`${nameOf(change.oldUri)} → ${nameOf(change.newUri)}`);
    else files.push(t('new: {0}', nameOf(change.uri)));
  }
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: (uri) => after.get(uri.toString()) ?? '',
  });
  try {
    await vscode.commands.executeCommand('vscode.changes', title, rows);
    const summary = t('{0} places in {1} documents', places, rows.length);
    return await choose<boolean>({
      title,
      placeholder: [summary, ...files].join(' · '),
      items: [
        { answer: true, label: `$(check) ${t('Make the change')}`, description: summary, detail: files.join(', ') },
        { answer: false, label: `$(close) ${t('Leave everything as it is')}` },
      ],
      stop: false,
    });
  } finally {
    await closeTab(title);
    provider.dispose();
  }
}

/** The text of a document after some edits that do not overlap; of two at one place the first comes first. */
function edited(document: vscode.TextDocument, edits: readonly TextEdit[]): string {
  const at = ({ line, character }: TextEdit['range']['start']) => document.offsetAt(new vscode.Position(line, character));
  const inOrder = edits
    .map(({ range, newText }, index) => ({ start: at(range.start), end: at(range.end), newText, index }))
    .sort((a, b) => b.start - a.start || b.index - a.index);
  return inOrder.reduce((text, { start, end, newText }) => text.slice(0, start) + newText + text.slice(end), document.getText());
}

function nameOf(uri: string): string {
  return vscode.workspace.asRelativePath(vscode.Uri.parse(uri), false);
}

async function closeTab(label: string): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  await vscode.window.tabGroups.close(
    tabs.filter((tab) => tab.label.startsWith(label)),
    true,
  );
}
