import type { Place, Reference, Status, StatusStatement } from './place.ts';
import type { Attempt, Deferral, Evidence, Signoff } from './record.ts';
import type { CheckItem, Gate, ScopeEntry, Task } from './work.ts';

/** A stage of the merged plan. */
export interface Stage {
  readonly id: string;
  readonly title: string | null;
  readonly status: Status;
  readonly statement: StatusStatement | null;
  readonly source: Place;
  readonly mentions: readonly Place[];
  readonly gates: readonly Gate[];
  readonly tasks: readonly Task[];
  readonly checklist: readonly CheckItem[];
  readonly evidence: readonly Evidence[];
}

/** A phase of the merged plan: one, however many documents name it. */
export interface Phase {
  readonly id: string;
  readonly title: string | null;
  /** What is stated, by the statement that weighs most. */
  readonly status: Status;
  /** What follows from the tag, tasks, gates and stages where nothing is stated; equals `status` where something is. */
  readonly derived: Status;
  readonly statement: StatusStatement | null;
  readonly statements: readonly StatusStatement[];
  /** The Git tag that says that the gate of this phase was passed. */
  readonly tag: string | null;
  readonly source: Place;
  readonly mentions: readonly Place[];
  readonly dependsOn: readonly Reference[];
  readonly estimate: string | null;
  readonly stages: readonly Stage[];
  readonly scope: readonly ScopeEntry[];
  readonly gates: readonly Gate[];
  readonly tasks: readonly Task[];
  readonly checklist: readonly CheckItem[];
  readonly evidence: readonly Evidence[];
  readonly signoffs: readonly Signoff[];
  /** In the order of their numbers. */
  readonly attempts: readonly Attempt[];
  readonly deferred: readonly Deferral[];
}

/** The phase being worked on and why. */
export interface Current {
  readonly phase: string;
  /** One sentence for a person: "phase 1 is signed off, phase 2 has 3 open tasks". */
  readonly reason: string;
  readonly pinned: boolean;
}

/** The documents of one delivery, merged. */
export interface Plan {
  readonly title: string;
  /** Paths of its documents, the one that defines most phases first. */
  readonly documents: readonly string[];
  readonly phases: readonly Phase[];
  readonly current: Current | null;
  /** Gates and checklists that belong to no single phase: they hold for each of them. */
  readonly gates: readonly Gate[];
  readonly checklist: readonly CheckItem[];
  readonly tasks: readonly Task[];
  readonly stages: readonly Stage[];
  readonly evidence: readonly Evidence[];
  readonly deferred: readonly Deferral[];
}
