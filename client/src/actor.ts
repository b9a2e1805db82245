import type * as vscode from 'vscode';
import { accountName } from './account.ts';
import { repositoryOf } from './gitExtension.ts';

/**
 * The name under which a person's results are recorded: the one Git signs commits with, else that of the account. It is a claim, not
 * a proof. Nothing of Git is asked in a workspace that is not trusted: a repository's configuration can run programs.
 */
export async function actor(folder: vscode.Uri): Promise<string | null> {
  return (await gitName(folder)) || accountName();
}

async function gitName(folder: vscode.Uri): Promise<string | undefined> {
  try {
    return await (await repositoryOf(folder))?.getConfig('user.name');
  } catch {
    return undefined;
  }
}
