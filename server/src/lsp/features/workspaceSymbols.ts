import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver';
import { planSymbols } from '../../core/index.ts';
import type { Session } from '../session.ts';
import { toLocation } from './navigation.ts';

const kinds = { phase: SymbolKind.Module, stage: SymbolKind.Method, task: SymbolKind.Event } as const;

/** More than anybody reads; the editor asks again with more letters. */
const most = 200;

/** Phases, stages and tasks of all folders whose words hold the letters of a query. */
export function workspaceSymbols({ folders }: Session, query: string): WorkspaceSymbol[] {
  return folders.flatMap((folder) =>
    planSymbols(folder.project, query, most).map(({ kind, name, within, at }) => ({
      name,
      kind: kinds[kind],
      location: toLocation(at, folder),
      ...(within === null ? {} : { containerName: within }),
    })),
  );
}
