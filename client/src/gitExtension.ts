import * as vscode from 'vscode';

/** As much of the built-in Git extension's interface (version 1) as is used. */
export interface GitApi {
  readonly repositories: readonly GitRepository[];
  readonly onDidOpenRepository: vscode.Event<GitRepository>;
  readonly onDidCloseRepository: vscode.Event<GitRepository>;
  getRepository(uri: vscode.Uri): GitRepository | null;
}

export interface GitRepository {
  readonly rootUri: vscode.Uri;
  readonly state: {
    readonly mergeChanges: readonly GitChange[];
    readonly indexChanges: readonly GitChange[];
    readonly workingTreeChanges: readonly GitChange[];
    /** Absent in older versions, where new files stand among the changes of the working tree. */
    readonly untrackedChanges?: readonly GitChange[];
    readonly onDidChange: vscode.Event<void>;
  };
  getConfig(key: string): Promise<string>;
}

export interface GitChange {
  readonly uri: vscode.Uri;
}

/**
 * The built-in Git extension, or undefined where there is none, it is switched off, or the workspace is not trusted: a repository's
 * configuration can run programs.
 */
export async function gitApi(): Promise<GitApi | undefined> {
  if (!vscode.workspace.isTrusted) return undefined;
  try {
    const git = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
    // `getAPI` throws where Git is switched off.
    return (await git?.activate())?.getAPI(1);
  } catch {
    return undefined;
  }
}
