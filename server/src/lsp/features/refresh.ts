import type { Connection } from 'vscode-languageserver';
import { agreementOf, type Project } from '../../core/index.ts';
import type { Client } from '../client.ts';
import type { Folder } from '../folder.ts';

/**
 * Tells the editor to ask again for what it shows at names, when something about them is different in a folder: it asks by itself only
 * for the document that somebody writes in.
 * @returns to be called when the findings of a folder were shown
 */
export function refresher({ languages }: Connection): (folder: Folder, client: Client) => void {
  const shown = new WeakMap<Folder, Project>();
  const ignore = () => undefined;
  return (folder, { refreshes }) => {
    if (!refreshes.inlayHints && !refreshes.semanticTokens) return;
    const { project } = folder;
    const before = shown.get(folder);
    shown.set(folder, project);
    if (!before || before === project) return;
    const { names, said } = agreementOf(before, project);
    if (!names && refreshes.semanticTokens) languages.semanticTokens.refresh().catch(ignore);
    const was = before.settings.editor.inlayHints;
    const is = project.settings.editor.inlayHints;
    const hints = is === 'on' && (!names || !said || before.files !== project.files);
    if ((hints || was !== is) && refreshes.inlayHints) languages.inlayHint.refresh().catch(ignore);
  };
}
