import * as vscode from 'vscode';
import { commandText, visible } from '../../server/src/run/commandText.ts';
import { choose } from './choose.ts';
import { type Check, countResults, needsRun, nextOpen } from './gateItems.ts';
import type { StepRun } from './stepRun.ts';
import { plain, resultWord, withoutIcons } from './words.ts';

/** What a person decides about one test. */
export type Answer =
  | 'run'
  | 'run-all'
  | 'pass'
  | 'pass-note'
  | 'fail'
  | 'skip'
  | 'blocked'
  | 'show'
  | 'back'
  | 'overview'
  | 'stop';

/** What is asked about. */
export interface Question {
  readonly phase: string;
  readonly checks: readonly Check[];
  readonly check: Check;
  /** How its command ended, if it was run in this session. */
  readonly run: StepRun | undefined;
  readonly token: vscode.CancellationToken | undefined;
}

const { t } = vscode.l10n;
const separator = (label: string) => ({ label, kind: vscode.QuickPickItemKind.Separator });

/** Shows one test with its command and what is expected of it, and asks for the result. */
export function askResult({ phase, checks, check, run, token }: Question): Promise<Answer> {
  const at = checks.indexOf(check);
  const command = check.command === null ? null : commandText(check.command);
  const expected =
    check.expected === null ? t('no expected result is written down') : t('Expected: {0}', visible(check.expected));
  const item = (answer: Answer, icon: string, label: string, description = '', detail = '') => ({
    answer,
    label: `$(${icon}) ${label}`,
    description: withoutIcons(description),
    ...(detail ? { detail: withoutIcons(detail) } : {}),
    alwaysShow: true,
  });
  const others = checks.filter((one) => one !== check && needsRun(one)).length;
  const runs =
    command === null
      ? []
      : [
          item(
            'run',
            'terminal',
            command.refused ? t('Command (not runnable)') : t('Run the command…'),
            endOf(run),
            command.shown,
          ),
          ...(others > 0 && !command.refused && !run ? [item('run-all', 'run-all', t('Run all {0} commands…', others + 1))] : []),
        ];
  const items = [
    ...runs,
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
    ...(run?.ended === 'exit' ? { active: run.exitCode === 0 ? 'pass' : 'fail' } : {}),
    back: 'back',
    stop: 'stop',
    token,
  });
}

/** How a command ended, in a few words. */
function endOf(run: StepRun | undefined): string {
  switch (run?.ended) {
    case undefined:
      return '';
    case 'exit':
      return t('ended with exit code {0}', run.exitCode ?? 0);
    case 'running':
      return t('still running');
    case 'timeout':
      return t('ended by Phasewise: it took too long');
    default:
      return t('stopped');
  }
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
export function askWhileRunning(
  title: string,
  ended: Promise<unknown>,
  token: vscode.CancellationToken | undefined,
): Promise<'stop' | 'on' | 'ended'> {
  const items = [
    {
      answer: 'on' as const,
      label: `$(arrow-right) ${t('Record a result while it runs')}`,
      description: t('for a server, for example'),
    },
    { answer: 'stop' as const, label: `$(debug-stop) ${t('Stop the command')}` },
  ];
  const placeholder = t('The command runs in the terminal panel');
  return choose<'stop' | 'on' | 'ended'>({ title, placeholder, items, stop: 'on', busyUntil: ended.then(() => 'ended'), token });
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
