import { type CompletionItem, CompletionItemKind, type CompletionList, type CompletionParams } from 'vscode-languageserver';
import { type Completion, completionsAt, offsetAt, type Source } from '../../core/index.ts';
import type { Client } from '../client.ts';
import { toRange } from '../convert.ts';
import type { Placed, Session } from '../session.ts';

/** Characters after which an editor asks by itself, besides letters: behind `Status:`, in a folder, in a code span, in `T1-004`. */
export const triggerCharacters = [' ', '/', '`', '-'];

/** What may be written at a place. */
export function completion({ client }: Session, { position }: CompletionParams, { folder, path }: Placed): CompletionList | null {
  const { project } = folder;
  const source = project.sources.get(path);
  if (!source) return null;
  const offset = offsetAt(source, { line: position.line, column: position.character });
  const { items: all, incomplete, wantsFiles } = completionsAt(project, path, offset);
  const items = client.options.schemas ? all.filter(({ kind }) => kind !== 'key' && kind !== 'value') : all;
  if (wantsFiles) folder.wantFiles();
  return { isIncomplete: incomplete, items: items.map((item, index) => toItem(client, source, item, index)) };
}

function toItem(
  { options }: Client,
  source: Source,
  { label, kind, detail, edit, filter, more }: Completion,
  index: number,
): CompletionItem {
  const range = toRange(edit, new Map([[source.path, source]]));
  return {
    label,
    kind: kinds[kind],
    ...(detail ? { detail } : {}),
    textEdit: { range, newText: edit.text },
    // Editors sort by words: the order is the one of the list.
    sortText: String(index).padStart(4, '0'),
    ...(filter === undefined ? {} : { filterText: filter }),
    ...(more && options.suggestAgain ? { command: { title: 'Go on', command: options.suggestAgain } } : {}),
  };
}

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  status: CompletionItemKind.EnumMember,
  phase: CompletionItemKind.Module,
  stage: CompletionItemKind.Module,
  task: CompletionItemKind.Reference,
  folder: CompletionItemKind.Folder,
  file: CompletionItemKind.File,
  glob: CompletionItemKind.Folder,
  gate: CompletionItemKind.Text,
  command: CompletionItemKind.Text,
  rule: CompletionItemKind.Constant,
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
};
