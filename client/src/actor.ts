import { userInfo } from 'node:os';
import * as vscode from 'vscode';

/** As much of the built-in Git extension's interface as is used. */
interface GitExtension {
  getAPI(version: 1): { getRepository(uri: vscode.Uri): { getConfig(key: string): Promise<string> } | null };
}

/**
 * The name under which a person's results are recorded: the one Git signs commits with, else that of the account. It is a claim, not
 * a proof. Nothing of Git is asked in a workspace that is not trusted: a repository's configuration can run programs.
 */
export async function actor(folder: vscode.Uri): Promise<string | null> {
  return (vscode.workspace.isTrusted && (await gitName(folder))) || accountName();
}

async function gitName(folder: vscode.Uri): Promise<string | undefined> {
  try {
    const git = vscode.extensions.getExtension<GitExtension>('vscode.git');
    // `getAPI` throws where Git is switched off.
    return git?.isActive ? await git.exports.getAPI(1).getRepository(folder)?.getConfig('user.name') : undefined;
  } catch {
    return undefined;
  }
}

function accountName(): string | null {
  try {
    return userInfo().username || null;
  } catch {
    return null;
  }
}
