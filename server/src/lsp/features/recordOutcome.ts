import { type CheckItem, recordOutcome as editsFor, lineAt, type Source } from '../../core/index.ts';
import { localDay } from '../../host/day.ts';
import { toWorkspaceEdit } from '../edits.ts';
import type { EditAnswer, RecordOutcomeParams } from '../protocol.ts';
import type { Session } from '../session.ts';

/** The edit that writes the outcome of a manual test into its document, or why there is none. */
export function recordOutcome(session: Session, params: RecordOutcomeParams): EditAnswer {
  const placed = session.place(params.uri);
  const source = placed?.folder.project.sources.get(placed.path);
  const facts = placed?.folder.project.facts(placed.path);
  if (!placed || !source || !facts) return { refused: 'This document is not part of a plan.' };
  const item = findItem(facts.checklist, source, params);
  if (!item) return { refused: 'The checklist has changed: this item is no longer where it was.' };
  const { outcome, note = null, actor = null, date = localDay() } = params;
  const edits = editsFor(source, item, { outcome, note, actor, date });
  return 'refused' in edits ? edits : toWorkspaceEdit(session, placed.folder, edits);
}

/** The item on the line; if it is another one by now, the only one with the title the person saw. */
function findItem(items: readonly CheckItem[], source: Source, { line, title }: RecordOutcomeParams): CheckItem | undefined {
  const there = items.find((item) => lineAt(source, item.at.start) === line);
  if (title === undefined || there?.title === title) return there;
  const named = items.filter((item) => item.title === title);
  return named.length === 1 ? named[0] : undefined;
}
