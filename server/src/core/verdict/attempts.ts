import type { Attempt } from '../model.ts';
import type { Judged, Requirement } from './requirement.ts';

/** The history of the gate: it only informs, unless the last try failed and nothing says what was done about it. */
export function attemptsTold({ phase }: Judged): Requirement {
  const last = phase.attempts.at(-1);
  if (!last) return { id: 'attempts', state: 'none', text: 'No attempt at its gate is recorded', items: [] };
  const items = phase.attempts.map((one) => ({ text: told(one), at: one.at }));
  const earlier = phase.attempts.slice(0, -1).findLast(({ outcome }) => outcome === 'fail');
  const before = earlier ? `; attempt ${earlier.number} failed${on(earlier)}` : '';
  if (last.outcome === 'pass') return { id: 'attempts', state: 'pass', text: `Attempt ${last.number} passed${before}`, items };
  if (last.fix === null)
    return {
      id: 'attempts',
      state: 'fail',
      text: `Attempt ${last.number} failed${on(last)}, and nothing says what was done about it`,
      items,
    };
  return { id: 'attempts', state: 'pass', text: `Attempt ${last.number} failed${on(last)} and was mended${before}`, items };
}

/** " on Health check and 2 more" */
function on({ failed }: Attempt): string {
  const [first, ...more] = failed;
  return first ? ` on ${first.step}${more.length > 0 ? ` and ${more.length} more` : ''}` : '';
}

function told({ number, outcome, date, actor, failed, note, fix }: Attempt): string {
  const by = [date, actor].filter(Boolean).join(', ');
  const what = [
    ...failed.map((one) => (one.note === null ? one.step : `${one.step} (${one.note})`)),
    ...(note === null ? [] : [note]),
  ];
  const rest = [what.join('; '), fix === null ? '' : `fix: ${fix}`].filter((part) => part !== '');
  return `Attempt ${number}: ${outcome}${by === '' ? '' : ` (${by})`}${rest.length > 0 ? `: ${rest.join('; ')}` : ''}`;
}
