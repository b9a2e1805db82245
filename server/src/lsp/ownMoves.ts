import { applyEdits, type Edit, type Move } from '../core/index.ts';
import type { Folder } from './folder.ts';

/** Moves that an edit of ours makes, by where a document is before; with its text when its turn comes. */
const expected = new WeakMap<Folder, ReadonlyMap<string, { readonly to: string; readonly text: string | undefined }>>();

/**
 * Remembers the moves of an edit that also changes every pointer to what moves: when the editor asks what the moves should change, the
 * answer is nothing. Only the last such edit of a folder counts.
 */
export function expectMoves(folder: Folder, moves: readonly Move[], edits: readonly Edit[]): void {
  const { sources } = folder.project;
  const texts = new Map<string, string | undefined>();
  const list = moves.map(({ from, to }) => {
    const source = sources.get(from);
    const text = texts.get(from) ?? (source && applyEdits(from, source.text, edits));
    texts.set(to, text);
    return [from, { to, text }] as const;
  });
  expected.set(folder, new Map(list));
}

/** Whether a move is one of the last edit of ours: the document has the text that the edit gave it. */
export function isOwnMove(folder: Folder, from: string, to: string): boolean {
  const one = expected.get(folder)?.get(from);
  const now = folder.project.sources.get(from)?.text;
  return one !== undefined && one.to === to && (now === undefined || now === one.text);
}
