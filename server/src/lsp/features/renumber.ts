import {
  type Insertion,
  insertPhase as inserted,
  majorOf,
  moving,
  type Plan,
  type Project,
  planOf,
  type Refusal,
  type Renumbering,
  renumber as renumbered,
} from '../../core/index.ts';
import type { Folder } from '../folder.ts';
import type { InsertPhaseParams, RenumberAnswer, RenumberParams } from '../protocol.ts';
import { toRenumberEdit } from '../renumberEdit.ts';
import type { Session } from '../session.ts';

/** The edit that puts a new phase into a plan, with a preview where the editor has one. */
export function insertPhase(session: Session, folder: Folder, params: InsertPhaseParams): RenumberAnswer {
  const { project } = folder;
  const plan = planFor(project, params);
  if ('refused' in plan) return plan;
  const result = inserted(project, plan, params.after, params.title ?? 'Name of the phase');
  if ('refused' in result) return result;
  const label = `Insert phase ${result.phase}`;
  return { ...answer(session, folder, result, label), phase: result.phase };
}

/** The edit that gives a phase another number, with a preview where the editor has one. */
export function renumber(session: Session, folder: Folder, params: RenumberParams): RenumberAnswer {
  const { project } = folder;
  const plan = planFor(project, params);
  if ('refused' in plan) return plan;
  const [from, to] = [majorOf(params.from), majorOf(params.to)];
  if (from === undefined || to === undefined) return { refused: 'A phase is renumbered from one number to another.' };
  const taken = new Set(plan.phases.flatMap(({ id }) => majorOf(id) ?? []));
  if (!taken.has(from)) return { refused: `There is no phase ${params.from} in this plan.` };
  const result = renumbered(project, plan, moving(params.from, from, to, taken));
  if ('refused' in result) return result;
  return { ...answer(session, folder, result, `Phase ${params.from} becomes ${params.to}`), phase: params.to };
}

function planFor(project: Project, { document }: Pick<RenumberParams, 'document'>): Plan | Refusal {
  return planOf(project.plans, document ?? '') ?? { refused: 'There is no plan in this folder.' };
}

function answer(session: Session, folder: Folder, result: Renumbering | Insertion, label: string) {
  return { ...toRenumberEdit(session, folder, result), label };
}
