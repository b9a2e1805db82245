import type { Phase, Status } from '../model.ts';
import { nextOf } from '../plan/transitions.ts';
import type { Project } from '../project.ts';
import type { GateVerdict } from '../verdict/verdict.ts';
import { openRoles } from './inTable.ts';
import { refusedMove } from './moveStatus.ts';
import { refusedSignoff } from './signOff.ts';

/** What a surface has to know before it offers the sign-off of a phase. */
export interface SignoffState {
  readonly signed: boolean;
  /** Why it cannot be signed off now; null where it can. */
  readonly refused: string | null;
  /** Whether an override with a reason would do. */
  readonly overridable: boolean;
  /** Roles that have yet to sign, where the plan names several; else empty. */
  readonly roles: readonly string[];
  /** The statuses that it may be moved to, the next ones on the way first; signed off is not among them: that is the sign-off. */
  readonly next: readonly Status[];
}

/** How the sign-off of a phase stands. @param verdict on this phase, as it is now */
export function signoffState(project: Project, phase: Phase, verdict: GateVerdict): SignoffState {
  const anybody = { actor: '-', override: null };
  const refused = refusedSignoff(phase, anybody, verdict) ?? null;
  return {
    signed: phase.status === 'signed_off',
    refused,
    overridable: refused !== null && !verdict.pass && refusedSignoff(phase, { ...anybody, override: '-' }, verdict) === undefined,
    roles: openRoles(project, phase),
    next: nextOf(phase.derived).filter((to) => to !== 'signed_off' && refusedMove(phase, to) === undefined),
  };
}
