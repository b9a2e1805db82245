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
export async function recordOutcome(
  session: Session,
  folder: Folder | undefined,
  params: RecordOutcomeParams,
): Promise<EditAnswer> {
  const { outcome, note = null, actor = null, date = localDay(), commit = null, exitCode = null, artifact = null } = params;
  const record: Outcome = { outcome, note, actor, date, commit, exitCode, artifact };
  if (folder && params.key !== undefined) {
    const taken = new Set<string>();
    for (;;) {
      const edits = byKey(session, folder, params, params.key, record, taken);
      const made = 'refused' in edits ? undefined : newFileOf(edits, folder);
      if (made === undefined || !(await folder.exists(made))) return answer(session, folder, edits);
      // The project knows documents; what else stands below the evidence folder, only the disk knows.
      taken.add(made);
    }
  }
  const placed = params.uri === undefined ? undefined : session.place(params.uri);
  if (!placed) return { refused: 'This document is not part of a plan.' };
  return answer(session, placed.folder, byPlace(placed.folder, placed.path, params, record));
}

function answer(session: Session, folder: Folder, edits: readonly Edit[] | Refusal): EditAnswer {
  if ('refused' in edits) return edits;
  const made = newFileOf(edits, folder);
  if (made !== undefined && !(session.client.documentChanges && session.client.createFile))
    return { refused: 'This editor cannot make a file by an edit, so the output cannot be kept. Record the outcome without it.' };
  const edit = toWorkspaceEdit(session, folder, edits);
  if (made === undefined) return edit;
  // A file that came to stand there in this moment stays what it is: then the edit as a whole fails.
  const isNew = (change: object) => 'kind' in change && change.kind === 'create';
  return { ...edit, documentChanges: edit.documentChanges?.map((one) => (isNew(one) ? { ...one, options: {} } : one)) ?? [] };
}

/** The file that the edits make. */
function newFileOf(edits: readonly Edit[], { project }: Folder): string | undefined {
  return edits.find(({ path }) => !project.sources.has(path))?.path;
}

function byKey(
  session: Session,
  { project }: Folder,
  params: RecordOutcomeParams,
  key: string,
  record: Outcome,
  taken: ReadonlySet<string>,
): readonly Edit[] | Refusal {
  const placed = placedPhase(project, params.phase ?? '', pathOf(session, params));
  if (!placed) return { refused: `There is no phase ${params.phase ?? ''} in the plan any more.` };
  const { command, line } = params;
  const seen = { key, ...(command === undefined ? {} : { command }), ...(line === undefined ? {} : { line }) };
  const run = params.run ? { ...params.run, taken: (path: string) => taken.has(path) } : undefined;
  return recordStep(project, placed.plan, placed.phase, seen, record, { run, uncommitted: params.uncommitted ?? [] });
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
