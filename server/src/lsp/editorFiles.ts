import type { Connection } from 'vscode-languageserver';
import { matcherOf } from '../core/index.ts';
import { type EditorEntry, editorHost } from '../host/editor.ts';
import type { Host, HostText } from '../host/host.ts';
import { type DocumentParams, type FolderParams, protocol } from './protocol.ts';
import { toUri } from './uris.ts';

/**
 * A workspace folder that is on no disk of ours, read through the editor; where the editor is not our own client, only what it has open
 * counts.
 * @param folder URI
 */
export function hostOverEditor(connection: Connection, folder: string): Host {
  return editorHost(
    {
      entries: (path) =>
        connection
          .sendRequest<readonly EditorEntry[]>(protocol.entries, {
            folder: path === '' ? folder : toUri(folder, path),
          } satisfies FolderParams)
          .catch(() => []),
      read: (path) =>
        connection
          .sendRequest<HostText>(protocol.readFile, { uri: toUri(folder, path) } satisfies DocumentParams)
          .catch(() => ({ missing: true })),
    },
    (globs) => matcherOf(globs, true),
  );
}
