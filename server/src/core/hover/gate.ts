import type { Gate, GateItem, Mark } from '../model.ts';
import { type Card, holds, type Line, type Pointed, short } from './card.ts';

const marks: Readonly<Record<Mark, string>> = {
  open: 'not met yet',
  done: 'ticked',
  partial: 'partly met',
  blocked: 'blocked',
  waived: 'waived',
};

/** A condition of a gate, or the label that announces the gate. */
export function gateCard(pointed: Pointed): Card | undefined {
  const { facts } = pointed;
  for (const gate of facts.gates) {
    if (gate.at.path !== facts.path) continue;
    const number = gate.items.findIndex((item) => holds(item.textAt, pointed));
    const item = gate.items[number];
    if (item) return { at: item.textAt, lines: itemLines(gate, item, number) };
  }
  const gate = facts.gates.find((one) => one.at.path === facts.path && holds(one.at, pointed));
  return gate && { at: gate.at, lines: gateLines(gate) };
}

function itemLines(gate: Gate, item: GateItem, number: number): readonly Line[] {
  const stands = item.mark === null ? '' : ` · ${marks[item.mark]}`;
  return [
    [{ strong: `Condition ${number + 1} of ${gate.items.length}` }, ` of “${short(gate.label, 60)}”${whose(gate)}${stands}`],
  ];
}

function gateLines(gate: Gate): readonly Line[] {
  const boxed = gate.items.filter(({ mark }) => mark !== null);
  const done = boxed.filter(({ mark }) => mark === 'done' || mark === 'waived').length;
  const ticked = boxed.length > 0 ? `, ${done} of ${boxed.length} ticked` : '';
  const count = gate.items.length === 1 ? '1 condition' : `${gate.items.length} conditions`;
  return [
    [{ strong: short(gate.label, 60) }, ` · a gate${whose(gate)}, ${count}${ticked}`],
    ...(gate.result
      ? [[`Recorded as ${gate.result.outcome === 'pass' ? 'passed' : 'failed'}: “${short(gate.result.text, 80)}”`]]
      : []),
  ];
}

function whose({ phase, stage }: Gate): string {
  return stage !== null ? ` of stage ${stage}` : phase !== null ? ` of phase ${phase}` : ' for every phase';
}
