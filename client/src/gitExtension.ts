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
    /** What is checked out; without a commit in a repository that has none yet. */
    readonly HEAD?: { readonly commit?: string };
    readonly mergeChanges: readonly GitChange[];
    readonly indexChanges: readonly GitChange[];
    readonly workingTreeChanges: readonly GitChange[];
    /** Absent in older versions, where new files stand among the changes of the working tree. */
    readonly untrackedChanges?: readonly GitChange[];
    readonly onDidChange: vscode.Event<void>;
  };
  getConfig(key: string): Promise<string>;
  /** Rejects for what is no commit. */
  getCommit?(ref: string): Promise<GitCommit>;
  /** The files of the working tree that differ from a commit; new files that Git does not know are not among them. */
  diffWith?(ref: string): Promise<readonly GitChange[]>;
  /** The files that differ between a commit and one that follows from it. */
  diffBetween?(ref1: string, ref2: string): Promise<readonly GitChange[]>;
  /** Commits, the youngest first. */
  log?(options: { readonly maxEntries: number }): Promise<readonly GitCommit[]>;
  /** Sets an annotated tag, never by force. Absent in older versions. */
  tag?(name: string, message: string, ref?: string): Promise<void>;
}

export interface GitCommit {
  readonly hash: string;
  readonly commitDate?: Date;
}

export interface GitChange {
  readonly uri: vscode.Uri;
  /** Where a file that was moved stood before. */
  readonly originalUri?: vscode.Uri;
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

/** The repository a folder belongs to, as far as Git's extension knows it. */
export async function repositoryOf(folder: vscode.Uri): Promise<GitRepository | undefined> {
  try {
    return (await gitApi())?.getRepository(folder) ?? undefined;
  } catch {
    return undefined;
  }
}

/** The path of a file in a workspace folder; undefined for a file elsewhere. */
export function pathIn(folder: vscode.WorkspaceFolder, uri: vscode.Uri): string | undefined {
  const own = vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() === folder.uri.toString();
  return own ? vscode.workspace.asRelativePath(uri, false) : undefined;
}

/** The full hash of the commit that is checked out; null without Git. */
export async function headOf(folder: vscode.Uri): Promise<string | null> {
  return (await repositoryOf(folder))?.state.HEAD?.commit ?? null;
}
