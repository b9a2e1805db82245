import type { Finding, Fix, Gate, GateItem, Phase, Plan, Severity, Span } from '../model.ts';
import { type Life, lifeOf } from '../plan/life.ts';
import type { GateFix } from '../rules/rule.ts';
import { placeInItem, type WordsAt } from './itemPlace.ts';
import type { Judge } from './judgements.ts';

/** A finding whose severity the settings may still change. */
export type Add = (rule: string, severity: Severity, found: Found) => void;

/** What a rule found; what is empty or undefined is left out. */
export type Found = Pick<Finding, 'message' | 'at'> & {
  readonly [K in 'category' | 'related' | 'fixes']?: Finding[K] | undefined;
};

/** What judging gates needs to know besides the gates. */
export interface GateSurroundings {
  readonly judge: Judge;
  /** The words at a place, as they are written. */
  readonly words: WordsAt;
}

/** Gates and the life of what they guard. */
export type Guarded = readonly [gates: readonly Gate[], life: Life];

/** The gates of a phase and of its stages. @param ahead the phase comes after the current one */
export function gatesOfPhase(phase: Phase, ahead: boolean): readonly Guarded[] {
  const own = lifeOf(phase, ahead);
  return [
    [phase.gates, own],
    ...phase.stages.map((stage): Guarded => [stage.gates, stage.statement ? lifeOf(stage, ahead) : own]),
  ];
}

/** The gates of a plan that belong to no phase. */
export function looseGates(plan: Plan): readonly Guarded[] {
  return [[plan.gates, 'now'], ...plan.stages.map((stage): Guarded => [stage.gates, lifeOf(stage, false)])];
}

function scaled(severity: Severity, life: Life): Severity {
  if (life === 'ahead') return 'hint';
  return life === 'claimed' && severity === 'warning' ? 'error' : severity;
}

/** Judges every condition of some gates. */
export function checkGates(guarded: readonly Guarded[], { judge, words }: GateSurroundings, add: Add): void {
  for (const [gates, life] of guarded) {
    for (const gate of gates) {
      if (gate.kind === 'signoff') continue;
      for (const [index, judgements] of judge(gate).entries()) {
        const item = gate.items[index] as GateItem;
        for (const { rule, hit, severity } of judgements) {
          const at = { path: item.at.path, ...placeOf(hit, item, words) };
          const fixes = (hit.fixes ?? []).flatMap((fix) => toFix(fix, item, words) ?? []);
          const finding = {
            category: hit.category ?? rule.category,
            message: hit.message,
            at,
            ...(fixes.length > 0 ? { fixes } : {}),
          };
          add(rule.id, scaled(severity, life), finding);
        }
      }
    }
  }
}

/** The words a finding underlines: the whole condition where they cannot be found in it. */
function placeOf(hit: Span, item: GateItem, words: WordsAt): Span {
  return placeInItem(hit, item, words) ?? { start: item.textAt.start, end: item.textAt.end };
}

function toFix({ title, start, end, text, stops, preferred }: GateFix, item: GateItem, words: WordsAt): Fix | undefined {
  const at = placeInItem({ start, end }, item, words);
  return (
    at && {
      title,
      edits: [{ path: item.at.path, ...at, text, ...(stops ? { stops } : {}) }],
      ...(preferred ? { preferred } : {}),
    }
  );
}
