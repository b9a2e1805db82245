import type { StepRun } from './stepRun.ts';
import type { Translate } from './words.ts';

/** The result that a run speaks for, never recorded by itself; a note where a person has to look. */
export function proposedBy({ result, ended }: StepRun): 'pass' | 'fail' | 'look' {
  if (result === 'pass' || result === 'fail') return result;
  return ended === 'timeout' ? 'fail' : 'look';
}

/** How what came differs from what was expected, as a note to begin with; empty where nothing is known to differ. */
export function differenceOf(run: StepRun, t: Translate): string {
  if (proposedBy(run) !== 'fail') return '';
  const expected = run.failed.length > 0 ? t('expected {0}', run.failed.join(t(' and '))) : '';
  return [[endOf(run, t), printedBy(run, t)].filter(Boolean).join(', '), expected].filter(Boolean).join('; ');
}

/** How a command ended, in a few words. */
export function endOf({ ended, exitCode }: StepRun, t: Translate): string {
  switch (ended) {
    case 'exit':
      return t('ended with exit code {0}', exitCode ?? 0);
    case 'running':
      return t('still running');
    case 'timeout':
      return t('ended by Phasewise: it took too long');
    case 'failed-to-start':
      return t('could not be started');
    default:
      return t('stopped');
  }
}

/** Its last words: where something went wrong, they usually say what. */
function printedBy({ output }: StepRun, t: Translate): string {
  const last = output.trim().split('\n').at(-1)?.trim() ?? '';
  if (last === '') return t('printed nothing');
  return t('printed “{0}”', last.length > 120 ? `${last.slice(0, 119)}…` : last);
}
