import * as vscode from 'vscode';
import { commandText, visible } from '../../server/src/run/commandText.ts';
import { choose } from './choose.ts';
import { needsRun, type Step } from './gateSteps.ts';
import { differenceOf, endOf, proposedBy } from './proposal.ts';
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
  | 'keep'
  | 'defer'
  | 'stop';

/** What is asked about. */
export interface Question {
  readonly phase: string;
  readonly steps: readonly Step[];
  readonly step: Step;
  /** How its command ended, if it was run in this session. */
  readonly run: StepRun | undefined;
  /** Whether its output is kept with the result. */
  readonly keep: boolean;
  readonly token: vscode.CancellationToken | undefined;
}

const { t } = vscode.l10n;
const separator = (label: string) => ({ label, kind: vscode.QuickPickItemKind.Separator });

/** Shows one test with its command and what is expected of it, and asks for the result. */
export function askResult({ phase, steps, step, run, keep, token }: Question): Promise<Answer> {
  const at = steps.indexOf(step);
  const command = step.command === null ? null : commandText(step.command);
  const expected = step.expected === null ? t('no expected result is written down') : t('Expected: {0}', visible(step.expected));
  const item = (answer: Answer, icon: string, label: string, description = '', detail = '') => ({
    answer,
    label: `$(${icon}) ${label}`,
    description: withoutIcons(description),
    ...(detail ? { detail: withoutIcons(detail) } : {}),
    alwaysShow: true,
  });
  const proposed = run && proposedBy(run);
  const says = (result: Answer) => (proposed === result ? t('what the run shows') : '');
  const others = steps.filter((one) => one !== step && needsRun(one)).length;
  const runs =
    command === null || step.elsewhere
      ? []
      : [
          item(
            'run',
            'terminal',
            command.refused ? t('Command (not runnable)') : t('Run the command…'),
            run ? endOf(run, t) : '',
            command.shown,
          ),
          ...(others > 0 && !command.refused && !run ? [item('run-all', 'run-all', t('Run all {0} commands…', others + 1))] : []),
        ];
  const items = [
    ...runs,
    separator(t('Result')),
    item('pass', 'pass', t('Pass'), says('pass'), expected),
    item('pass-note', 'pass', t('Pass with a note…')),
    item('fail', 'error', t('Fail…'), says('fail') || t('asks what happened instead'), run ? differenceOf(run, t) : ''),
    item('skip', 'dash', t('Skip…')),
    item('blocked', 'circle-slash', t('Blocked…')),
    ...(run
      ? [
          item(
            'keep',
            keep ? 'check' : 'circle-large-outline',
            t('Keep the output as evidence'),
            keep ? t('yes, in a file of its own') : t('no'),
          ),
        ]
      : []),
    separator(''),
    item('defer', 'arrow-right', t('Defer to a later phase…')),
    item('show', 'go-to-file', t('Show in document'), `${step.path}:${step.line}`),
    item('overview', 'list-unordered', t('All steps of this gate')),
    item('stop', 'debug-stop', t('Stop here'), t('“Run gate checklist” continues here')),
  ];
  const recorded = step.standing === 'open' ? '' : ` (${resultWord(step.standing, t).word})`;
  return choose<Answer>({
    title: t('Gate of phase {0}: {1}', phase, `${plain(visible(step.title))}${recorded}`),
    step: at + 1,
    totalSteps: steps.length,
    placeholder: !command
      ? expected
      : step.elsewhere
        ? t('Run it elsewhere, and record what you saw: {0}', command.shown)
        : t('Command: {0}', command.shown),
    items,
    // What the run speaks for; a person decides, and nothing is recorded by itself.
    ...(proposed ? { active: proposed === 'look' ? 'pass-note' : proposed } : {}),
    back: 'back',
    stop: 'stop',
    token,
  });
}

/** Asks which of the commands that did as expected are recorded as passed; none when it was cancelled. */
export async function askPassed(passed: readonly Step[], ran: number): Promise<readonly Step[]> {
  if (passed.length === 0) return [];
  const items = passed.map((step) => ({
    label: withoutIcons(plain(visible(step.title))),
    description: withoutIcons(step.compared.join(', ')),
    picked: true,
    step,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: t('{0} of {1} commands did what was expected', passed.length, ran),
    placeHolder: t('Record these as passed? Take out what you want to look at yourself'),
    canPickMany: true,
    ignoreFocusOut: true,
  });
  return (chosen ?? []).map(({ step }) => step);
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
export async function askNote(result: string, step: Step, run: StepRun | undefined): Promise<string | undefined> {
  const { title, expected } = step;
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
    value: needed && run ? differenceOf(run, t) : '',
    prompt: prompts[result] ?? t('Note (written into the document)'),
    ignoreFocusOut: true,
    validateInput: (text) => (needed && text.trim() === '' ? t('A failure needs a note: what happened instead?') : undefined),
  });
  return note?.replace(/\s+/g, ' ').trim();
}
