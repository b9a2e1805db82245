import * as vscode from 'vscode';
import { visible } from '../../server/src/run/commandText.ts';
import { choose } from './choose.ts';
import type { CommandId } from './commandTable.ts';
import { countStandings, isRunnable, needsRun, nextOpen, type Step } from './gateSteps.ts';
import { plain, resultWord, withoutIcons } from './words.ts';

const { t } = vscode.l10n;

/** What to do next with a gate. */
export type Next =
  | { readonly kind: 'step'; readonly key: string }
  /** Only these, one after the other. */
  | { readonly kind: 'steps'; readonly keys: readonly string[] }
  | { readonly kind: 'run-all' }
  /** What of earlier phases can be run again. */
  | { readonly kind: 'run-earlier' }
  | { readonly kind: 'command'; readonly command: CommandId }
  | { readonly kind: 'stop' };

/** Shows all steps of a gate with their results, and what can be done about them. */
export function askOverview(phase: string, steps: readonly Step[], earlier: readonly Step[]): Promise<Next> {
  const { pass, fail, skip, blocked, open } = countStandings(steps);
  const counts = [
    pass > 0 ? t('{0} passed', pass) : '',
    fail > 0 ? t('{0} failed', fail) : '',
    skip > 0 ? t('{0} skipped', skip) : '',
    blocked > 0 ? t('{0} blocked', blocked) : '',
    open > 0 ? t('{0} open', open) : '',
  ];
  const next = nextOpen(steps);
  const all = steps.map((step) => {
    const { icon, word } = resultWord(step.standing, t);
    return {
      answer: { kind: 'step', key: step.key } as Next,
      label: `$(${icon}) ${withoutIcons(plain(visible(step.title)))}`,
      description: withoutIcons(
        [step.note ? `${word}: ${step.note}` : word, step.stale ? t('stale') : ''].filter(Boolean).join(' · '),
      ),
    };
  });
  const separator = (label: string) => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const more = actions(steps, earlier);
  // With every step decided, what comes next is what somebody looks for.
  const items = next
    ? [...all, separator(t('What next')), ...more]
    : [separator(t('What next')), ...more, separator(t('Steps')), ...all];
  const active = items.find((item) => 'answer' in item && item.answer.kind === 'step' && item.answer.key === next?.key);
  return choose<Next>({
    title: t('Gate of phase {0}: {1}', phase, counts.filter(Boolean).join(', ')),
    placeholder: t('Choose a step, or press Escape to stop'),
    items,
    ...(active && 'answer' in active ? { active: active.answer } : {}),
    stop: { kind: 'stop' },
  });
}

function actions(steps: readonly Step[], earlier: readonly Step[]) {
  const action = (icon: string, label: string, answer: Next, description = '') => ({
    answer,
    label: `$(${icon}) ${label}`,
    description,
  });
  const again = earlier.filter(isRunnable).length;
  const runnable = steps.filter(needsRun).length;
  const some = (label: string, among: readonly Step[]) =>
    among.length === 0 ? [] : [action('debug-rerun', label, { kind: 'steps', keys: among.map(({ key }) => key) })];
  const failed = steps.filter(({ standing }) => standing === 'fail');
  return [
    ...(runnable > 1 ? [action('run-all', t('Run all {0} commands…', runnable), { kind: 'run-all' })] : []),
    ...(again > 0 ? [action('run-all', t('Run the {0} commands of earlier phases again…', again), { kind: 'run-earlier' })] : []),
    ...some(t('Go through what failed again ({0})', failed.length), failed),
    ...some(
      t('Go through what is stale again ({0})', steps.filter(({ stale }) => stale).length),
      steps.filter(({ stale }) => stale),
    ),
    action('law', t('Show gate verdict'), { kind: 'command', command: 'phasewise.showVerdict' }),
    ...(failed.length > 0
      ? [action('history', t('Record the failed attempt…'), { kind: 'command', command: 'phasewise.recordAttempt' })]
      : []),
    action('verified', t('Sign off…'), { kind: 'command', command: 'phasewise.signOff' }),
  ];
}
