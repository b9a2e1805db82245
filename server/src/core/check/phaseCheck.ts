import type { DocumentFacts, Phase, Plan, Unit } from '../model.ts';
import { indexOf } from '../plan/documentIndex.ts';
import { noFacts } from '../read/document.ts';
import { keyOf } from '../read/unitName.ts';
import { isSameList } from '../share.ts';
import type { Bench } from './bench.ts';
import { newPiece, type Piece } from './board.ts';
import { type Guarded, gatesOfPhase } from './gateFindings.ts';
import { phaseView } from './slices.ts';

/** What is remembered of the checking of one phase. */
interface Slot {
  readonly phase: Phase;
  readonly isCurrent: boolean;
  readonly ahead: boolean;
  readonly gated: boolean;
  /** For a phase without a gate: the first phase that has one. */
  readonly usual: Phase | undefined;
  /** For a phase without a gate: where it is defined, with the extent of its section. */
  readonly units: readonly Unit[] | undefined;
  readonly rules: Piece;
  readonly gateless: Piece;
  readonly gates: Piece;
}

/** Checks the phases of a plan one by one, and again only those that changed or stand elsewhere with regard to the current one. */
export class PhaseCheck {
  private readonly slots: Slot[] = [];
  /** The first phase that has a gate. */
  private usual: Phase | undefined;
  /** The number of the current phase, as it was last. */
  private pinned: string | undefined;

  /** @param documentOf a document of the plan by its path */
  constructor(
    private readonly bench: Bench,
    private readonly documentOf: (path: string) => DocumentFacts | undefined,
  ) {}

  /** @returns whether the head of a phase (number, title, status, dependencies) is different */
  update(plan: Plan): boolean {
    const { phases } = plan;
    const pinned = plan.current?.phase;
    const current = pinned === undefined ? -1 : phases.findIndex((phase) => phase.id === pinned);
    // What it says besides its tasks is looked at by every phase without a gate.
    const gated = phases.find(hasGate);
    if (!this.usual || !gated || !sameWithoutTasks(this.usual, gated)) this.usual = gated;
    const { usual } = this;
    const samePin = this.pinned === pinned;
    this.pinned = pinned;
    let heads = phases.length !== this.slots.length;
    for (const slot of this.slots.splice(phases.length)) this.clear(slot);
    for (let index = 0; index < phases.length; index += 1) {
      const phase = phases[index] as Phase;
      const slot = this.slots[index];
      const ahead = current >= 0 && index > current;
      // Most phases are what they were; all that is left to know of them is where they stand.
      if (slot?.phase === phase && samePin && slot.ahead === ahead && slot.gated) continue;
      const isCurrent = phase.id === pinned;
      const same = slot?.phase === phase && slot.isCurrent === isCurrent && slot.ahead === ahead;
      if (same && (slot.gated || (slot.usual === usual && slot.units === this.unitsOf(phase)))) continue;
      const still = slot && slot.isCurrent === isCurrent && slot.ahead === ahead && isSlotOf(slot, phase, usual);
      if (still && (slot.gated || slot.units === this.unitsOf(phase))) {
        this.slots[index] = { ...slot, phase };
        continue;
      }
      if (!slot || !sameHead(slot.phase, phase)) heads = true;
      this.slots[index] = this.check(plan, slot, phase, isCurrent, ahead, usual);
    }
    return heads;
  }

  dispose(): void {
    for (const slot of this.slots) this.clear(slot);
  }

  private check(
    plan: Plan,
    old: Slot | undefined,
    phase: Phase,
    isCurrent: boolean,
    ahead: boolean,
    usual: Phase | undefined,
  ): Slot {
    const gated = hasGate(phase);
    const { rules, gateless, gates } = old ?? { rules: newPiece(), gateless: newPiece(), gates: newPiece() };
    const same = old?.isCurrent === isCurrent && sameWithoutTasks(old.phase, phase);
    if (!same) this.bench.over('phase', phaseView(plan, [withoutTasks(phase)]), rules);
    if (gated || !usual) this.bench.clear(gateless);
    else {
      const view = phaseView(plan, [withoutTasks(usual), withoutTasks(phase)], this.definition(phase));
      this.bench.over('gateless phase', view, gateless);
    }
    const guarded = gatesOfPhase(phase, ahead);
    if (!old || !sameGuarded(gatesOfPhase(old.phase, old.ahead), guarded)) this.bench.gates(guarded, gates);
    const units = gated ? undefined : this.unitsOf(phase);
    return { phase, isCurrent, ahead, gated, usual: gated ? undefined : usual, units, rules, gateless, gates };
  }

  private definition(phase: Phase): readonly DocumentFacts[] {
    const document = this.documentOf(phase.source.path);
    const units = this.unitsOf(phase);
    if (!document || !units) return [];
    const emptyGates = document.emptyGates.filter((gate) => gate.phase !== null && keyOf(gate.phase) === keyOf(phase.id));
    return [{ ...noFacts(document.path), kind: document.kind, phases: units, emptyGates }];
  }

  /** The units of the phase's number where it is defined; another list whenever the document is read anew. */
  private unitsOf(phase: Phase): readonly Unit[] | undefined {
    const document = this.documentOf(phase.source.path);
    return document && indexOf(document).get(keyOf(phase.id))?.units;
  }

  private clear({ rules, gateless, gates }: Slot): void {
    for (const piece of [rules, gateless, gates]) this.bench.clear(piece);
  }
}

/** Whether nothing but tasks is different, which no rule over a phase looks at. */
function isSlotOf(slot: Slot, phase: Phase, usual: Phase | undefined): boolean {
  return (slot.gated || slot.usual === usual) && sameWithoutTasks(slot.phase, phase);
}

function hasGate(phase: Phase): boolean {
  return phase.gates.length > 0 || phase.stages.some((stage) => stage.gates.length > 0);
}

/** A phase as the rules over phases see it: they have no business with its tasks, which change most often. */
function withoutTasks(phase: Phase): Phase {
  return { ...phase, tasks: [], stages: phase.stages.map((stage) => ({ ...stage, tasks: [] })) };
}

/** Whether two phases, or two stages, differ in nothing but their tasks. */
function sameWithoutTasks<T extends object>(a: T, b: T): boolean {
  return (Object.keys(b) as (keyof T)[]).every((key) => {
    const [left, right] = [a[key], b[key]];
    if (left === right || key === 'tasks') return true;
    if (!Array.isArray(left) || !Array.isArray(right)) return false;
    if (key !== 'stages') return isSameList(left, right);
    return left.length === right.length && left.every((stage: object, index) => sameWithoutTasks(stage, right[index]));
  });
}

function sameHead(a: Phase, b: Phase): boolean {
  return (
    a.id === b.id &&
    a.title === b.title &&
    a.status === b.status &&
    a.derived === b.derived &&
    a.statement === b.statement &&
    a.source === b.source &&
    isSameList(a.dependsOn, b.dependsOn)
  );
}

function sameGuarded(a: readonly Guarded[], b: readonly Guarded[]): boolean {
  return a.length === b.length && a.every(([gates, life], index) => b[index]?.[1] === life && isSameList(gates, b[index]?.[0]));
}
