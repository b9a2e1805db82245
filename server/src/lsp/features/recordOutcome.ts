import {
  type Edit,
  recordOutcome as editsFor,
  lineAt,
  type Outcome,
  type Refusal,
  recordStep,
  type Source,
  type Target,
  targetsOf,
} from '../../core/index.ts';
import { localDay } from '../../host/day.ts';
import { toWorkspaceEdit } from '../edits.ts';
import type { Folder } from '../folder.ts';
import type { EditAnswer, RecordOutcomeParams } from '../protocol.ts';
import type { Session } from '../session.ts';
import { pathOf, placedPhase } from './gate.ts';

/** The edit that writes the outcome of a step into its document, or why there is none. @param folder the one named in the parameters */
export function recordOutcome(session: Session, folder: Folder | undefined, params: RecordOutcomeParams): EditAnswer {
  const { outcome, note = null, actor = null, date = localDay(), commit = null, exitCode = null, artifact = null } = params;
  const record: Outcome = { outcome, note, actor, date, commit, exitCode, artifact };
  if (folder && params.key !== undefined) return answer(session, folder, byKey(session, folder, params, params.key, record));
  const placed = params.uri === undefined ? undefined : session.place(params.uri);
  if (!placed) return { refused: 'This document is not part of a plan.' };
  return answer(session, placed.folder, byPlace(placed.folder, placed.path, params, record));
}

function answer(session: Session, folder: Folder, edits: readonly Edit[] | Refusal): EditAnswer {
  return 'refused' in edits ? edits : toWorkspaceEdit(session, folder, edits);
}

function byKey(session: Session, { project }: Folder, params: RecordOutcomeParams, key: string, record: Outcome) {
  const placed = placedPhase(project, params.phase ?? '', pathOf(session, params));
  if (!placed) return { refused: `There is no phase ${params.phase ?? ''} in the plan any more.` };
  const { command, line } = params;
  const seen = { key, ...(command === undefined ? {} : { command }), ...(line === undefined ? {} : { line }) };
  return recordStep(project, placed.plan, placed.phase, seen, record);
}

function byPlace({ project }: Folder, path: string, params: RecordOutcomeParams, record: Outcome) {
  const source = project.sources.get(path);
  const facts = project.facts(path);
  if (!source || !facts) return { refused: 'This document is not part of a plan.' };
  const target = findTarget(targetsOf(facts), source, params);
  if (!target) return { refused: 'The checklist has changed: this item is no longer where it was.' };
  return editsFor(source, facts, target, record, project.settings);
}

/** The item on the line; if it is another one by now, the only one with the title the person saw. */
function findTarget(targets: readonly Target[], source: Source, { line, title }: RecordOutcomeParams): Target | undefined {
  const there = targets.find((target) => lineAt(source, placeOf(target)) === line);
  if (title === undefined || (there && titleOf(there) === title)) return there;
  const named = targets.filter((target) => titleOf(target) === title);
  return named.length === 1 ? named[0] : undefined;
}

function placeOf(target: Target): number {
  return target.kind === 'test' ? target.check.at.start : target.item.at.start;
}

function titleOf(target: Target): string {
  return target.kind === 'test' ? target.check.title : target.item.text;
}
