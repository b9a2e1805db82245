import type { WorkspaceFolder } from 'vscode';
import { type GateAnswer, type GateParams, protocol } from '../../server/src/lsp/protocol.ts';
import type { Server } from './server.ts';
import type { SessionRuns } from './sessionRuns.ts';

/** Which phase's gate is meant. */
export interface GateRef {
  readonly phase: string;
  /** Path of a document of its plan; it matters where a folder holds several plans. */
  readonly document: string | null;
}

/** The verdict on a gate, with what was run in this window, and what there is to go through; undefined where the phase is gone. */
export async function gateOf(
  { server, runs }: { readonly server: Server; readonly runs: SessionRuns },
  folder: WorkspaceFolder,
  gate: GateRef,
): Promise<GateAnswer | undefined> {
  const params: GateParams = { ...paramsOf(folder, gate), runs: runs.counted(folder) };
  return (await server.request<GateAnswer | null>(protocol.gate, params)) ?? undefined;
}

/** How the server is told which gate is meant; whatever else the caller knows of it stays here. */
export function paramsOf(folder: WorkspaceFolder, { phase, document }: GateRef) {
  return { folder: folder.uri.toString(), phase, document };
}
