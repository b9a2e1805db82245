import type { WorkspaceFolder } from 'vscode';

/** Whether commands can be run in a folder: it has to be on a disk. `web/commandsRun.ts` is the same where there is no shell. */
export function commandsRunIn({ uri }: WorkspaceFolder): boolean {
  return uri.scheme === 'file';
}
