import * as vscode from 'vscode';
import type { App } from './app.ts';

const { t } = vscode.l10n;

/** Whether this installation carries the example project. */
export async function hasSample(context: vscode.ExtensionContext): Promise<boolean> {
  return (await sampleOf(context)) !== undefined;
}

/** Copies the example project to a place of the person's choice, and opens it in a window of its own. */
export async function openSample({ context }: App): Promise<void> {
  const sample = await sampleOf(context);
  if (!sample) return void vscode.window.showWarningMessage(t('This installation of Phasewise carries no sample.'));
  const title = t('Where do you want the sample? A folder “{0}” is made there.', sample.name);
  const [parent] =
    (await vscode.window.showOpenDialog({ canSelectFiles: false, canSelectFolders: true, title, openLabel: t('Put it here') })) ??
    [];
  if (!parent) return;
  const target = vscode.Uri.joinPath(parent, sample.name);
  // Throws where the folder exists already, rather than writing into it.
  await vscode.workspace.fs.copy(sample.uri, target, { overwrite: false });
  await vscode.commands.executeCommand('vscode.openFolder', target, { forceNewWindow: true });
}

async function sampleOf(
  context: vscode.ExtensionContext,
): Promise<{ readonly uri: vscode.Uri; readonly name: string } | undefined> {
  const examples = vscode.Uri.joinPath(context.extensionUri, 'examples');
  const entries = await vscode.workspace.fs.readDirectory(examples).then(undefined, () => []);
  const name = entries.find(([, type]) => type === vscode.FileType.Directory)?.[0];
  return name === undefined ? undefined : { uri: vscode.Uri.joinPath(examples, name), name };
}
