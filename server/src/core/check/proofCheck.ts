import type { FileIndex } from '../files.ts';
import type { Phase, Plan } from '../model.ts';
import { afterCurrent, type Life, lifeOf } from '../plan/life.ts';
import { pointersOf } from '../proof/pointers.ts';
import { apart, namesFileOf } from '../proof/standing.ts';
import { type Kept, keptIn } from '../proof/ticks.ts';
import type { Bench } from './bench.ts';
import { newPiece, type Piece } from './board.ts';
import { proofView, restView, sameLooseProof, sameProof } from './slices.ts';

/** What is remembered of the proof of one phase. */
interface Slot {
  readonly phase: Phase;
  /** Whether it comes after the current phase. */
  readonly ahead: boolean;
  readonly life: Life;
  /** What the phases before it record. */
  readonly kept: Kept;
  /** What it records itself. */
  readonly own: Kept;
  /** Whether its evidence names a file of the folder. */
  readonly isHere: boolean;
  readonly piece: Piece;
}

/**
 * Checks what proves that phases are through, one by one, and again only where the proof is another one or stands elsewhere in its plan.
 * What a rule has to know of all other phases (whether results are recorded, whether evidence is about this folder) is worked out once
 * for each of them, and told.
 */
export class ProofCheck {
  private slots: readonly Slot[] = [];
  /** Whether evidence of no phase, and of any, names a file of the folder. */
  private restIsHere = false;
  private isHere = false;
  private readonly rest = newPiece();

  constructor(private readonly bench: Bench) {}

  /**
   * @param before the plan that was checked last
   * @param files the files of the folder, where somebody listed them
   * @param told whether what is known of the folder is different
   */
  update(plan: Plan, before: Plan | undefined, files: FileIndex | undefined, told: boolean): void {
    const anew = !before || told || before.documents !== plan.documents;
    const restStays = !anew && sameLooseProof(before, plan);
    if (restStays && before.phases === plan.phases && before.current?.phase === plan.current?.phase) return;
    const old = this.slots;
    this.slots = this.stand(plan, files, anew);
    for (const { piece } of old.slice(this.slots.length)) this.bench.clear(piece);
    if (!restStays) this.restIsHere = namesFileOf(files, pointersOf(restView(plan).plan));
    const wasHere = this.isHere;
    this.isHere = this.restIsHere || this.slots.some((slot) => slot.isHere);
    const all = anew || wasHere !== this.isHere;
    for (const [index, slot] of this.slots.entries()) if (all || !isSameFor(old[index], slot)) this.check(plan, slot);
    if (all || !restStays)
      this.bench.over('proof', { ...restView(plan), standing: { ...apart, isHere: this.isHere } }, this.rest);
  }

  dispose(): void {
    for (const { piece } of this.slots) this.bench.clear(piece);
    this.bench.clear(this.rest);
  }

  private stand(plan: Plan, files: FileIndex | undefined, anew: boolean): readonly Slot[] {
    const isAhead = afterCurrent(plan);
    let kept: Kept = apart.kept;
    return plan.phases.map((phase, index) => {
      const old = this.slots[index];
      const ahead = isAhead(index);
      let slot: Slot;
      if (old && !anew && old.phase === phase && old.ahead === ahead && isSameKept(old.kept, kept)) slot = old;
      else if (old && !anew && sameProof(old.phase, phase)) slot = { ...old, phase, ahead, life: lifeOf(phase, ahead), kept };
      else
        slot = {
          phase,
          ahead,
          life: lifeOf(phase, ahead),
          kept,
          own: keptIn(phase),
          isHere: isHere(phase, files),
          piece: old?.piece ?? newPiece(),
        };
      const { own } = slot;
      if ((own.tests && !kept.tests) || (own.conditions && !kept.conditions))
        kept = { tests: kept.tests || own.tests, conditions: kept.conditions || own.conditions };
      return slot;
    });
  }

  private check(plan: Plan, { phase, life, kept, piece }: Slot): void {
    this.bench.over('proof', proofView(plan, phase, { life, kept, isHere: this.isHere }), piece);
  }
}

/** Whether the rules would find in one what they found in the other. */
function isSameFor(a: Slot | undefined, b: Slot): boolean {
  return a === b || (a !== undefined && a.life === b.life && isSameKept(a.kept, b.kept) && sameProof(a.phase, b.phase));
}

function isSameKept(a: Kept, b: Kept): boolean {
  return a.tests === b.tests && a.conditions === b.conditions;
}

function isHere(phase: Phase, files: FileIndex | undefined): boolean {
  return namesFileOf(files, pointersOf({ phases: [phase], ...noUnits }));
}

const noUnits = { stages: [], evidence: [], checklist: [], gates: [] } as const;
