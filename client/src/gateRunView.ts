import * as vscode from 'vscode';
import { choose } from './choose.ts';
import { commandText, visible } from './commandText.ts';
import { type Check, countResults, nextOpen } from './gateItems.ts';
import { plain, resultWord, withoutIcons } from './words.ts';

/** What a person decides about one test. */
export type Answer = 'run' | 'pass' | 'pass-note' | 'fail' | 'skip' | 'blocked' | 'show' | 'back' | 'overview' | 'stop';

/** How the command of a test ended, if it was run in this session. */
export interface LastRun {
  readonly key: string;
  readonly exitCode: number | null;
}

const { t } = vscode.l10n;
const separator = (label: string) => ({ label, kind: vscode.QuickPickItemKind.Separator });

/** Shows one test with its command and what is expected of it, and asks for the result. */
export function askResult(phase: string, checks: readonly Check[], check: Check, last: LastRun | undefined): Promise<Answer> {
  const at = checks.indexOf(check);
  const command = check.command === null ? null : commandText(check.command);
  const expected =
    check.expected === null ? t('no expected result is written down') : t('Expected: {0}', visible(check.expected));
  const ended =
    last?.key !== check.key ? '' : last.exitCode === null ? t('stopped') : t('ended with exit code {0}', last.exitCode);
  const item = (answer: Answer, icon: string, label: string, description = '', detail = '') => ({
    answer,
    label: `$(${icon}) ${label}`,
    description: withoutIcons(description),
    ...(detail ? { detail: withoutIcons(detail) } : {}),
    alwaysShow: true,
  });
  const run =
    command === null
      ? []
      : [item('run', 'terminal', command.refused ? t('Command (not runnable)') : t('Run the command…'), ended, command.shown)];
  const items = [
    ...run,
    separator(t('Result')),
    item('pass', 'pass', t('Pass'), '', expected),
    item('pass-note', 'pass', t('Pass with a note…')),
    item('fail', 'error', t('Fail…'), t('asks what happened instead')),
    item('skip', 'dash', t('Skip…')),
    item('blocked', 'circle-slash', t('Blocked…')),
    separator(''),
    item('show', 'go-to-file', t('Show in document'), `${check.path}:${check.line}`),
    item('overview', 'list-unordered', t('All tests of this gate')),
    item('stop', 'debug-stop', t('Stop here'), t('“Run gate checklist” continues at this test')),
  ];
  const recorded = check.result ? ` (${resultWord(check.result, t).word})` : '';
  return choose<Answer>({
    title: t('Gate of phase {0}: {1}', phase, `${plain(visible(check.title))}${recorded}`),
    step: at + 1,
    totalSteps: checks.length,
    placeholder: command ? t('Command: {0}', command.shown) : expected,
    items,
    // After a run, the row with what is expected; a person compares, and nothing is recorded by itself.
    ...(ended && last?.exitCode !== null ? { active: last?.exitCode === 0 ? 'pass' : 'fail' } : {}),
    back: 'back',
    stop: 'stop',
  });
}

/** Shows all tests of a gate with their results; the answer is the test to go to, or undefined to stop. */
export function askTest(phase: string, checks: readonly Check[]): Promise<string | undefined> {
  const { pass, fail, skip, blocked, open } = countResults(checks);
  const counts = [
    pass > 0 ? t('{0} passed', pass) : '',
    fail > 0 ? t('{0} failed', fail) : '',
    skip > 0 ? t('{0} skipped', skip) : '',
    blocked > 0 ? t('{0} blocked', blocked) : '',
    open > 0 ? t('{0} open', open) : '',
  ];
  const items = checks.map((check) => {
    const { icon, word } = resultWord(check.result ?? 'open', t);
    const description = check.note ? `${word}: ${check.note}` : word;
    return {
      answer: check.key,
      label: `$(${icon}) ${withoutIcons(plain(visible(check.title)))}`,
      description: withoutIcons(description),
    };
  });
  const title = t('Gate of phase {0}: {1}', phase, counts.filter(Boolean).join(', '));
  const placeholder = t('Choose a test, or press Escape to stop');
  return choose<string | undefined>({ title, placeholder, items, active: nextOpen(checks)?.key, stop: undefined });
}

/** Waits while a command runs; `stop` ends it, `on` goes on with the test while it runs. */
export function askWhileRunning(title: string, ended: Promise<unknown>): Promise<'stop' | 'on' | 'ended'> {
  const items = [
    {
      answer: 'on' as const,
      label: `$(arrow-right) ${t('Record a result while it runs')}`,
      description: t('for a server, for example'),
    },
    { answer: 'stop' as const, label: `$(debug-stop) ${t('Stop the command')}` },
  ];
  const placeholder = t('The command runs in the terminal panel');
  return choose<'stop' | 'on' | 'ended'>({ title, placeholder, items, stop: 'on', busyUntil: ended.then(() => 'ended') });
}

/** Asks for the note of a result; undefined when it was cancelled. A failure needs one. */
export async function askNote(result: string, { title, expected }: Check): Promise<string | undefined> {
  const needed = result === 'fail';
  const names: Record<string, string> = { fail: t('Fail'), skip: t('Skip'), blocked: t('Blocked') };
  const prompts: Record<string, string> = {
    fail: t('What happened instead? This is written into the document.'),
    skip: t('Why is it skipped? (optional; written into the document)'),
    blocked: t('What blocks it? (optional; written into the document)'),
  };
  const note = await vscode.window.showInputBox({
    title: `${names[result] ?? t('Pass')}: ${plain(visible(title))}`,
    ...(needed && expected !== null ? { placeHolder: t('Expected: {0}', visible(expected)) } : {}),
    prompt: prompts[result] ?? t('Note (written into the document)'),
    ignoreFocusOut: true,
    validateInput: (text) => (needed && text.trim() === '' ? t('A failure needs a note: what happened instead?') : undefined),
  });
  return note?.replace(/\s+/g, ' ').trim();
}
