import { recordOutcome as editsFor, lineAt, type Source, type Target, targetsOf } from '../../core/index.ts';
import { localDay } from '../../host/day.ts';
import { toWorkspaceEdit } from '../edits.ts';
import type { EditAnswer, RecordOutcomeParams } from '../protocol.ts';
import type { Session } from '../session.ts';

/** The edit that writes the outcome of a manual test or a condition into its document, or why there is none. */
export function recordOutcome(session: Session, params: RecordOutcomeParams): EditAnswer {
  const placed = session.place(params.uri);
  const source = placed?.folder.project.sources.get(placed.path);
  const facts = placed?.folder.project.facts(placed.path);
  if (!placed || !source || !facts) return { refused: 'This document is not part of a plan.' };
  const target = findTarget(targetsOf(facts), source, params);
  if (!target) return { refused: 'The checklist has changed: this item is no longer where it was.' };
  const { outcome, note = null, actor = null, date = localDay(), commit = null, exitCode = null, artifact = null } = params;
  const record = { outcome, note, actor, date, commit, exitCode, artifact };
  const edits = editsFor(source, facts, target, record, placed.folder.project.settings);
  return 'refused' in edits ? edits : toWorkspaceEdit(session, placed.folder, edits);
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
