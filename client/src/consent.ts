import * as vscode from 'vscode';
import { commandText } from '../../server/src/run/commandText.ts';
import type { Step } from './gateSteps.ts';
import { explainDistrust, mayAct } from './trust.ts';
import { plain } from './words.ts';

const { t } = vscode.l10n;

/**
 * What a person agreed to in this window: the exact characters of a command, its folder and its document. It is kept in memory and
 * nowhere else, so no file of a workspace can agree to anything; a text that has changed needs a new answer.
 */
const agreed = new Set<string>();

/** More commands than these are not judged at a glance: a longer list is asked in parts. */
const mostAtOnce = 12;

/** Whether exactly this command may run: a person is asked once. What cannot be run is explained. */
export async function agreesTo(step: Step, folder: vscode.WorkspaceFolder): Promise<boolean> {
  if (!(await explainRefusal(step.command ?? ''))) return false;
  if (!mayAct()) {
    explainDistrust();
    return false;
  }
  if (agreed.has(bytesOf(step, folder))) return true;
  const detail = `${step.command}\n\n${t('Folder: {0}', folder.uri.fsPath)}\n${t('From: {0}', `${step.path}:${step.line}`)}`;
  return remember([step], folder, await ask(t('Run this command?'), detail, t('Run')));
}

/** Whether all of these commands may run, one after the other: the whole list is shown and asked about once. */
export async function agreesToAll(steps: readonly Step[], folder: vscode.WorkspaceFolder): Promise<boolean> {
  if (!mayAct()) {
    explainDistrust();
    return false;
  }
  const open = steps.filter((step) => !agreed.has(bytesOf(step, folder)));
  for (let at = 0; at < open.length; at += mostAtOnce) {
    const part = open.slice(at, at + mostAtOnce);
    const list = part.map(({ command, title, path, line }) => `${command}\n      ${plain(title)} (${path}:${line})`);
    const detail = `${list.join('\n')}\n\n${t('Folder: {0}', folder.uri.fsPath)}`;
    const which = open.length > mostAtOnce ? ` (${at + 1}–${at + part.length}/${open.length})` : '';
    const question = part.length === 1 ? t('Run this command?') : t('Run these {0} commands, one after the other?', part.length);
    if (!remember(part, folder, await ask(`${question}${which}`, detail, t('Run')))) return false;
  }
  return true;
}

async function explainRefusal(command: string): Promise<boolean> {
  const { shown, refused } = commandText(command);
  if (refused === null) return true;
  const why = {
    hidden: t('It holds characters that cannot be seen; they are written as \\u{…} here:'),
    long: t('It is too long to be checked at a glance:'),
    empty: t('It is empty.'),
  };
  const message = t('Phasewise does not run this command.');
  await vscode.window.showWarningMessage(message, { modal: true, detail: `${why[refused]}\n\n${shown.slice(0, 2000)}` });
  return false;
}

async function ask(question: string, detail: string, yes: string): Promise<boolean> {
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) === yes;
}

function remember(steps: readonly Step[], folder: vscode.WorkspaceFolder, yes: boolean): boolean {
  if (yes) for (const step of steps) agreed.add(bytesOf(step, folder));
  return yes;
}

function bytesOf({ command, path }: Step, folder: vscode.WorkspaceFolder): string {
  return JSON.stringify([folder.uri.toString(), path, command]);
}
