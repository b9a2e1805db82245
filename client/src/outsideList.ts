import * as vscode from 'vscode';
import type { UriVerdict } from '../../server/src/lsp/protocol.ts';
import type { App } from './app.ts';
import { withoutIcons } from './words.ts';

const { t } = vscode.l10n;

/** Lists the changed files outside the current phase, those of one owner together; the chosen one is opened. */
export async function listOutside({ outside, plans }: App): Promise<void> {
  const { outside: verdicts, changed } = await outside().all();
  const current = plans.active && plans.news(plans.active)?.current;
  if (verdicts.length === 0) {
    const text = current
      ? t('None of the {0} changed files is outside phase {1}.', changed, current.phase)
      : t('There is no current phase, so no file is outside.');
    vscode.window.setStatusBarMessage(`$(check) ${text}`, 5000);
    return;
  }
  const chosen = await vscode.window.showQuickPick(rowsOf(verdicts), {
    title: t('{0} of {1} changed files are outside phase {2}', verdicts.length, changed, current?.phase ?? ''),
    placeHolder: t('Open a file; its finding has the ways to settle it'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen?.uri) await vscode.window.showTextDocument(chosen.uri);
}

interface Row extends vscode.QuickPickItem {
  readonly uri?: vscode.Uri;
}

function rowsOf(verdicts: readonly UriVerdict[]): Row[] {
  const owners = [...new Set(verdicts.map(({ phase }) => phase))].sort((a, b) =>
    a === null ? 1 : b === null ? -1 : a.localeCompare(b, undefined, { numeric: true }),
  );
  return owners.flatMap((owner): Row[] => [
    {
      label: owner === null ? t('No phase owns them') : t('Phase {0} owns them', owner),
      kind: vscode.QuickPickItemKind.Separator,
    },
    ...verdicts.filter(({ phase }) => phase === owner).map(toRow),
  ]);
}

function toRow({ uri: text, message }: UriVerdict): Row {
  const uri = vscode.Uri.parse(text);
  const path = vscode.workspace.asRelativePath(uri);
  const name = path.slice(path.lastIndexOf('/') + 1);
  return { label: withoutIcons(name), description: withoutIcons(path), detail: withoutIcons(message), uri };
}
