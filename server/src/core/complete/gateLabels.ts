import type { Gate, Phase, Plan } from '../model.ts';
import { oncePer } from '../once.ts';
import { type Asked, type Completion, into, type Slot } from './completion.ts';

/** The names under which the plan has its gates, the most frequent first: a new phase is gated like the others. */
export function offerGateLabels(asked: Asked, slot: Slot): readonly Completion[] {
  return [...labelsOf(asked.plan)]
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([label, count]) => ({
      label,
      kind: 'gate' as const,
      detail: count === 1 ? 'a gate of this plan is called so' : `${count} gates of this plan are called so`,
      edit: into(slot, asked, label),
    }));
}

const most = 12;

function labelsOf(plan: Plan | undefined): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (label: string) => counts.set(label, (counts.get(label) ?? 0) + 1);
  for (const phase of plan?.phases ?? []) labelsOfPhase(phase).forEach(count);
  if (plan) labelsIn(plan).forEach(count);
  return counts;
}

const labelsOfPhase = oncePer((phase: Phase) => labelsIn(phase));

/** A label with a number or a long one belongs to one phase alone. */
function labelsIn({ gates, stages }: Pick<Plan, 'gates' | 'stages'>): readonly string[] {
  const labels = [...gates, ...stages.flatMap((stage): readonly Gate[] => stage.gates)].map(({ label }) => label);
  return labels.filter((label) => !/\d|[*`[\]]/.test(label) && label.length < 40);
}
