import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import { addOne } from './features/addOne.ts';
import { createPlan, planTemplates } from './features/createPlan.ts';
import { gate } from './features/gate.ts';
import { toHistory } from './features/history.ts';
import { outline } from './features/outline.ts';
import { pinPhase } from './features/pinPhase.ts';
import { quickFix } from './features/quickFix.ts';
import { recordOutcome } from './features/recordOutcome.ts';
import { insertPhase, renumber } from './features/renumber.ts';
import { scope } from './features/scope.ts';
import { defer, moveStatus, recordAttempt, signOff, tagOffer } from './features/signOff.ts';
import { status } from './features/status.ts';
import type { Folder } from './folder.ts';
import { answering, type Log, listening } from './guard.ts';
import {
  type AddOneParams,
  type CreatePlanParams,
  type DeferParams,
  type DocumentParams,
  type FixParams,
  type GateParams,
  type HistoryParams,
  type InsertPhaseParams,
  type MoveStatusParams,
  type OutlineParams,
  type PinPhaseParams,
  protocol,
  type RecordAttemptParams,
  type RecordOutcomeParams,
  type RenumberParams,
  type ScopeParams,
  type SignOffParams,
  type StatusParams,
} from './protocol.ts';
import type { Workspace } from './workspace.ts';

/** Answers what Phasewise's own client asks beyond the standard protocol; see `protocol.ts`. */
export function serveOwnProtocol(connection: Connection, workspace: Workspace, log: Log): void {
  const folderOf = async (uri: string): Promise<Folder> => {
    const folder = workspace.folder(uri);
    if (!folder) throw new ResponseError(ErrorCodes.InvalidParams, `No folder ${uri} is open.`);
    await folder.ready;
    return folder;
  };
  const answer = <Params>(method: string, handler: (params: Params) => unknown) =>
    connection.onRequest(method, answering<Params, unknown>(log, method, handler));

  answer(protocol.outline, async ({ folder }: OutlineParams) => outline(await folderOf(folder)));
  answer(protocol.gate, async (params: GateParams) => gate(workspace, await folderOf(params.folder), params));
  answer(protocol.scope, async (params: ScopeParams) => {
    await Promise.all(workspace.folders.map((folder) => folder.ready));
    return scope(workspace, params);
  });
  answer(protocol.signOff, async (params: SignOffParams) => signOff(workspace, await folderOf(params.folder), params));
  answer(protocol.moveStatus, async (params: MoveStatusParams) => moveStatus(workspace, await folderOf(params.folder), params));
  answer(protocol.recordAttempt, async (params: RecordAttemptParams) =>
    recordAttempt(workspace, await folderOf(params.folder), params),
  );
  answer(protocol.defer, async (params: DeferParams) => defer(workspace, await folderOf(params.folder), params));
  answer(protocol.tagOffer, async (params: GateParams) => tagOffer(workspace, await folderOf(params.folder), params));
  answer(protocol.recordOutcome, async (params: RecordOutcomeParams) =>
    recordOutcome(workspace, params.folder === undefined ? undefined : await folderOf(params.folder), params),
  );
  answer(protocol.fix, (params: FixParams) => quickFix(workspace, params));
  answer(protocol.pinPhase, async ({ folder, phase }: PinPhaseParams) => pinPhase(workspace, await folderOf(folder), phase));
  answer(protocol.insertPhase, async (params: InsertPhaseParams) =>
    insertPhase(workspace, await folderOf(params.folder), params),
  );
  answer(protocol.renumber, async (params: RenumberParams) => renumber(workspace, await folderOf(params.folder), params));
  answer(protocol.addOne, async (params: AddOneParams) => addOne(workspace, await folderOf(params.folder), params));
  answer(protocol.templates, planTemplates);
  answer(protocol.createPlan, async (params: CreatePlanParams) => createPlan(workspace, await folderOf(params.folder), params));
  answer(protocol.status, async (params: StatusParams | undefined) => {
    if (params?.settled) await workspace.settled();
    return status(workspace);
  });
  connection.onNotification(
    protocol.touched,
    listening(log, protocol.touched, ({ uri }: DocumentParams) => workspace.touch(uri)),
  );
  connection.onNotification(
    protocol.history,
    listening(log, protocol.history, (params: HistoryParams) => workspace.learn(params.folder, toHistory(params))),
  );
  connection.onNotification(
    protocol.untouched,
    listening(log, protocol.untouched, ({ uri }: DocumentParams) => workspace.untouch(uri)),
  );
}
