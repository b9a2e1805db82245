import type { Status, StatusStatement } from '../model.ts';
import { statusWords } from '../plan/current.ts';
import { nextOf } from '../plan/transitions.ts';
import { keyOf } from '../read/unitName.ts';
import { type Card, holds, type Line, type Pointed, short, some, wayTo } from './card.ts';

/** A status: what it means, of what it is said, what others say, and what may follow. */
export function statusCard(pointed: Pointed): Card | undefined {
  const { facts, plan } = pointed;
  for (const unit of [...facts.stages, ...facts.phases]) {
    const own = [...(unit.status ? [unit.status] : []), ...unit.otherStatuses].find(
      (one) => one.at.path === facts.path && holds(one.at, pointed),
    );
    if (!own || own.form === 'board' || own.form === 'diagram') continue;
    const home = unit.kind === 'phase' ? plan?.phases.find((one) => keyOf(one.id) === keyOf(unit.id)) : undefined;
    const others = (home?.statements ?? []).filter((one) => one.status !== own.status && one.status !== 'unknown');
    return {
      at: own.at,
      lines: [meaning(own, `${unit.kind} ${unit.id}`), ...contrary(others, pointed), ...next(own.status, signs(pointed))],
    };
  }
  const task = facts.tasks.find(({ statusAt, form }) => statusAt && form !== 'board' && holds(statusAt, pointed));
  if (!task?.statusAt || task.statusText === null) return undefined;
  const name = task.id === null ? 'this task' : `task ${task.id}`;
  return { at: task.statusAt, lines: [meaning({ status: task.status, text: task.statusText }, name)] };
}

function meaning({ status, text }: Pick<StatusStatement, 'status' | 'text'>, of: string): Line {
  const read =
    status === 'unknown' ? 'no status that is known; give it a meaning under `statuses` in phasewise.yaml' : statusWords[status];
  return [{ strong: short(text, 60) }, ` · ${read} · status of ${of}`];
}

/** Other places that say something else. */
function contrary(others: readonly StatusStatement[], pointed: Pointed): readonly Line[] {
  if (others.length === 0) return [];
  return [['Elsewhere: ', ...some(others, 3, (one) => [`“${short(one.text, 40)}” in `, wayTo(one.at, pointed)])]];
}

/** Whether the plan knows sign-off: only then the steps are watched. */
function signs({ plan }: Pointed): boolean {
  return (plan?.phases ?? []).some(({ statements }) =>
    statements.some(({ status }) => status === 'ready' || status === 'signed_off'),
  );
}

function next(status: Status, watched: boolean): readonly Line[] {
  if (!watched || status === 'unknown') return [];
  if (status === 'signed_off') return [['Signed off: the phase is locked']];
  return [
    [
      `Next it may be ${nextOf(status)
        .slice(0, 3)
        .map((one) => statusWords[one])
        .join(', ')}`,
    ],
  ];
}
