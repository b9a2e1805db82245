import * as vscode from 'vscode';

/** A line of a document in a folder. */
export interface PlacedLine {
  readonly folder: vscode.Uri;
  /** Relative to the folder, with `/`. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

/** Shows a line in an editor and leaves the keyboard where it is, unless `takeFocus` says otherwise. */
export async function reveal({ folder, path, line }: PlacedLine, { takeFocus = false } = {}): Promise<void> {
  const uri = vscode.Uri.joinPath(folder, ...path.split('/'));
  const at = new vscode.Position(Math.max(0, line - 1), 0);
  const selection = new vscode.Range(at, at);
  const options = { preserveFocus: !takeFocus, preview: true, selection };
  const editor = await vscode.window.showTextDocument(uri, options).then(undefined, () => undefined);
  if (!editor) return void vscode.window.showWarningMessage(vscode.l10n.t('{0} cannot be opened.', path));
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
