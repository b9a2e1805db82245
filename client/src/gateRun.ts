import * as vscode from 'vscode';
import { type EditAnswer, protocol, type RecordOutcomeParams } from '../../server/src/lsp/protocol.ts';
import { actor } from './actor.ts';
import type { App } from './app.ts';
import { runCommand } from './commandRun.ts';
import { commandText } from './commandText.ts';
import { type Check, checksOf, type GateRef, nextOpen, phaseIn } from './gateItems.ts';
import { type Answer, askNote, askResult, askTest, askWhileRunning, type LastRun } from './gateRunView.ts';
import { reveal } from './reveal.ts';
import { explainDistrust, mayAct } from './trust.ts';
import { plain } from './words.ts';

const { t } = vscode.l10n;

/**
 * Goes through the manual tests of a phase's gate, one by one. What was recorded stands in the document and nowhere else; only the
 * place where a person stopped is remembered, so that the next run goes on there.
 */
export async function runGate(app: App, folder: vscode.WorkspaceFolder, gate: GateRef): Promise<void> {
  const { phase } = gate;
  const place = `gate:${folder.uri}:${phase}`;
  if (!mayAct()) return explainDistrust();
  let at = app.context.workspaceState.get<string>(place);
  let last: LastRun | undefined;
  let overview = false;
  // Where the run before stopped, unless that test has got a result since.
  let resuming = true;
  for (;;) {
    const outline = await app.plans.fresh(folder);
    const checks = checksOf(outline, gate);
    if (checks.length === 0) return explainNoTests(folder, phaseIn(outline, gate)?.phase);
    const known = checks.find((check) => check.key === at && !(resuming && check.result));
    resuming = false;
    const check = overview ? undefined : (known ?? nextOpen(checks));
    if (!check) {
      at = await askTest(phase, checks);
      overview = false;
      if (at === undefined) return;
      continue;
    }
    at = check.key;
    await app.context.workspaceState.update(place, at);
    const line = { folder: folder.uri, path: check.path, line: check.line };
    // Not waited for: opening the first document of a language may take seconds.
    void reveal(line);
    const answer = await askResult(phase, checks, check, last);
    if (answer === 'stop') return;
    if (answer === 'overview') overview = true;
    else if (answer === 'back') {
      const before = checks[checks.indexOf(check) - 1];
      if (before) at = before.key;
      else overview = true;
    } else if (answer === 'show') return reveal(line, { takeFocus: true });
    else if (answer === 'run') last = (await run(check, folder)) ?? last;
    else if (await record(app, folder, gate, check, answer)) {
      const later = nextOpen(checksOf(await app.plans.fresh(folder), gate), check.key);
      at = later?.key;
      overview = !later;
      await app.context.workspaceState.update(place, at);
    }
  }
}

async function explainNoTests(
  folder: vscode.WorkspaceFolder,
  phase: { readonly id: string; readonly source: { path: string; line: number } } | undefined,
) {
  if (phase) await reveal({ folder: folder.uri, ...phase.source });
  const what = t('This phase has no manual tests. A test is a list item with “Command:” and “Expected:” below it.');
  void vscode.window.showWarningMessage(what);
}

/** Runs the command of a test if it is runnable, the workspace is trusted and a person agrees to exactly these characters. */
async function run(check: Check, folder: vscode.WorkspaceFolder): Promise<LastRun | undefined> {
  const command = check.command ?? '';
  const { shown, refused } = commandText(command);
  if (refused !== null) {
    const why = {
      hidden: t('It holds characters that cannot be seen; they are written as \\u{…} here:'),
      long: t('It is too long to be checked at a glance:'),
      empty: t('It is empty.'),
    };
    const message = t('Phasewise does not run this command.');
    await vscode.window.showWarningMessage(message, { modal: true, detail: `${why[refused]}\n\n${shown.slice(0, 2000)}` });
    return undefined;
  }
  if (!mayAct()) return void explainDistrust();
  const yes = t('Run');
  const detail = `${command}\n\n${t('Folder: {0}', folder.uri.fsPath)}\n${t('From: {0}', `${check.path}:${check.line}`)}`;
  if ((await vscode.window.showWarningMessage(t('Run this command?'), { modal: true, detail }, yes)) !== yes) return undefined;
  const running = await runCommand(command, plain(check.title), folder);
  const answer = await askWhileRunning(plain(check.title), running.ended);
  if (answer === 'on') return undefined;
  if (answer === 'stop') running.stop();
  return { key: check.key, exitCode: await running.ended };
}

/** Writes a result into the document: the smallest edit, one undo step. False when the person cancelled or nothing could be written. */
async function record(app: App, folder: vscode.WorkspaceFolder, gate: GateRef, check: Check, answer: Answer): Promise<boolean> {
  const outcome = answer === 'pass-note' ? 'pass' : (answer as RecordOutcomeParams['outcome']);
  const note = answer === 'pass' ? '' : await askNote(outcome, check);
  if (note === undefined) return false;
  const uri = vscode.Uri.joinPath(folder.uri, ...check.path.split('/'));
  // Open, so that the edit is made for a version and a change in between is noticed.
  await vscode.workspace.openTextDocument(uri);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const now = checksOf(await app.plans.fresh(folder), gate).find((one) => one.key === check.key);
    if (!now) break;
    const said = { outcome, note: note || null, date: today(), actor: await actor(folder.uri) };
    const params: RecordOutcomeParams = { uri: uri.toString(), line: now.line - 1, title: now.title, ...said };
    const edit = await app.server.request<EditAnswer>(protocol.recordOutcome, params);
    if ('refused' in edit) {
      void vscode.window.showWarningMessage(t('The result was not written: {0}', edit.refused));
      return false;
    }
    if (mayAct() && (await app.server.apply(edit))) return true;
  }
  void vscode.window.showWarningMessage(t('The result was not written: {0} changed meanwhile.', check.path));
  return false;
}

/** The date where the person is, as `2026-03-01`. */
function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
