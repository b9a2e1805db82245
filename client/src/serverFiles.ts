import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type DocumentParams,
  type EditorEntry,
  type FolderParams,
  type HostText,
  protocol,
} from '../../server/src/lsp/protocol.ts';

/** Larger files are not read: nobody writes a plan of that size by hand. Bytes. */
const largest = 8 * 1024 * 1024;

/** Reads folders and files for a server that cannot: they are in a browser, or on a server of their own. */
export function answerFiles(client: BaseLanguageClient): void {
  client.onRequest(protocol.entries, async ({ folder }: FolderParams): Promise<readonly EditorEntry[]> => {
    const entries = await workspace.fs.readDirectory(Uri.parse(folder)).then(undefined, () => []);
    return entries.map(([name, type]) => ({ name, kind: kinds.get(type) ?? 'other' }));
  });
  client.onRequest<HostText, void>(protocol.readFile, async ({ uri }: DocumentParams): Promise<HostText> => {
    try {
      const bytes = await workspace.fs.readFile(Uri.parse(uri));
      if (bytes.length > largest) return { unreadable: `is larger than ${largest / 1024 / 1024} MB and was not read` };
      return { text: decoder.decode(bytes) };
    } catch (error) {
      if (error instanceof TypeError) return { unreadable: 'is not UTF-8 text and was not read' };
      if (error instanceof FileSystemError && error.code === 'FileNotFound') return { missing: true };
      return { unreadable: 'could not be read' };
    }
  });
}

const kinds = new Map<FileType, EditorEntry['kind']>([
  [FileType.File, 'file'],
  [FileType.Directory, 'folder'],
]);
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
