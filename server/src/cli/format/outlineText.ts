import type { OutlineReport, PhaseReport, PlanReport } from '../../core/index.ts';
import { styled, type Terminal } from '../terminal.ts';
import { lookedAtText, nothingFound } from './lookedAtText.ts';
import { printable, printablePath } from './printable.ts';
import { count, statusWords } from './words.ts';

/** The plans of a workspace for a person: each phase with where it stands, the current one marked. */
export function outlineText({ plans, lookedAt }: OutlineReport, terminal: Terminal): string {
  const looked = lookedAtText(lookedAt, terminal);
  if (plans.length === 0) return looked || `No plan was found.\n${nothingFound}\n`;
  return [...plans.map((plan) => planText(plan, terminal)), ...(looked ? [looked] : [])].join('\n');
}

function planText(plan: PlanReport, terminal: Terminal): string {
  const lines = [styled(terminal, 'bold', printable(plan.title))];
  if (plan.current) {
    const pinned = plan.current.pinned ? ' (pinned)' : '';
    lines.push(printable(`Current: phase ${plan.current.phase}${pinned}: ${plan.current.reason}`));
  }
  if (plan.noCurrent) lines.push(printable(`No current phase: ${plan.noCurrent.reason}. ${plan.noCurrent.next}`));
  for (const phase of plan.phases) lines.push('', ...phaseLines(phase, terminal));
  lines.push(
    '',
    styled(terminal, 'dim', `${count(plan.documents.length, 'document')}: ${plan.documents.map(printable).join(', ')}`),
  );
  return `${lines.join('\n')}\n`;
}

function phaseLines(phase: PhaseReport, terminal: Terminal): string[] {
  const name = printable(`Phase ${[phase.id, phase.title].filter(Boolean).join(': ')}`);
  const where = styled(terminal, 'dim', `${printablePath(phase.source.path)}:${phase.source.line}`);
  const totals = [
    phase.tasks.total > 0 ? `tasks ${phase.tasks.done}/${phase.tasks.total}` : '',
    phase.checklist.length > 0 ? `checklist ${phase.checklist.filter(isPassed).length}/${phase.checklist.length}` : '',
    phase.gates.length > 0 ? count(phase.gates.length, 'gate') : '',
    phase.evidence.length > 0 ? `evidence ${phase.evidence.length}` : '',
    phase.deferred.length > 0 ? `deferred ${phase.deferred.length}` : '',
    attemptsOf(phase),
    signedBy(phase),
  ].filter(Boolean);
  const head = `${phase.current ? styled(terminal, 'green', '→') : ' '} ${name} [${statusWords(phase.derived)}]  ${where}`;
  return [
    head,
    ...(totals.length > 0 ? [`    ${totals.join(' · ')}`] : []),
    ...phase.stages.map((stage) =>
      printable(`    Stage ${[stage.id, stage.title].filter(Boolean).join(': ')} [${statusWords(stage.status)}]`),
    ),
  ];
}

/** `attempts 2 (the last failed)` */
function attemptsOf({ attempts }: PhaseReport): string {
  const last = attempts.at(-1);
  return last ? `attempts ${attempts.length}${last.outcome === 'fail' ? ' (the last failed)' : ''}` : '';
}

function signedBy({ signoff }: PhaseReport): string {
  const by = signoff?.outcome === 'approved' ? [signoff.actor, signoff.date].filter(Boolean).join(', ') : '';
  return by === '' ? '' : printable(`signed by ${by}`);
}

function isPassed(item: { readonly checked: boolean; readonly result: string | null }): boolean {
  return item.result === null ? item.checked : item.result === 'pass';
}
