import type { Edit, Phase, Place, Plan } from '../model.ts';
import type { Project } from '../project.ts';
import type { SignoffFields } from '../read/signoffWords.ts';
import type { Refusal } from '../refusal.ts';

/** A sign-off that is to be written down. */
export interface Signing {
  readonly project: Project;
  readonly plan: Plan;
  readonly phase: Phase;
  readonly fields: SignoffFields;
  /** Whether the evidence was named by who signs; else it is what the plan records anyway. */
  readonly namesEvidence: boolean;
}

/** What one form makes of it. */
export interface Written {
  readonly edits: readonly Edit[];
  /** Roles that have yet to sign: the phase is signed off when none is left. */
  readonly waiting: readonly string[];
  /** Statements of the phase's status that the form has rewritten itself. */
  readonly restated: readonly Place[];
}

/** One way to write it down: undefined where the plan has no place of that form. */
export type SignoffForm = (signing: Signing) => Written | Refusal | undefined;

/** Where there is no room for it: what the plan records anyway is not said again. */
export function withoutEvidence(fields: SignoffFields): SignoffFields {
  return new Map([...fields].filter(([key]) => key !== 'evidence'));
}
