import type { Edit, Span } from './model.ts';
import type { Source } from './source.ts';

/** A file or folder that moves; workspace-relative paths with `/`. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/**
 * The edits that let documents name moved files by their new paths: in scopes, file lists, globs below a moved folder, evidence links.
 * A path counts where it stands whole (`src/api/a.ts`, `src/api/**` for a folder `src/api`; not inside `lib/src/api/a.ts`), written from
 * the root of the workspace or, in a Markdown link, from the folder of its document. A name without a folder (`Makefile`) counts only
 * between backticks, quotes or parentheses: elsewhere it may be a word.
 * @param sources texts of the plan and its configuration
 */
export function renamePaths(sources: Iterable<Source>, moves: readonly Move[]): readonly Edit[] {
  const edits: Edit[] = [];
  for (const source of sources) {
    const taken: Span[] = [];
    for (const { from, to } of longestFirst(moves)) {
      for (const found of [...rooted(source, from, to), ...linked(source, from, to)]) {
        if (taken.some((one) => one.start < found.end && found.start < one.end)) continue;
        taken.push(found);
        edits.push({ path: source.path, ...found });
      }
    }
  }
  return edits.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.start - b.start));
}

/** A file that moves out of a moved folder goes its own way. */
function longestFirst(moves: readonly Move[]): readonly Move[] {
  return moves.filter(({ from, to }) => from !== '' && to !== '' && from !== to).sort((a, b) => b.from.length - a.from.length);
}

type Replacement = Span & { readonly text: string };

function rooted({ text }: Source, from: string, to: string): readonly Replacement[] {
  const bare = !from.includes('/');
  return occurrences(text, from).flatMap((start) => {
    const end = start + from.length;
    const before = text.slice(Math.max(0, start - 2), start);
    const own = before.endsWith('./') && !/[\w./-]/.test(text[start - 3] ?? '') ? start : /[\w./\\@-]$/.test(before) ? -1 : start;
    if (own < 0 || !endsThere(text, end)) return [];
    if (bare && !(/[`"'(]$/.test(before) || before.endsWith('./'))) return [];
    return [{ start, end, text: to }];
  });
}

/** Targets of Markdown links, from the folder of the document. */
function linked({ path, text }: Source, from: string, to: string): readonly Replacement[] {
  const folder = path.split('/').slice(0, -1);
  const relative = relativePath(folder, from);
  // From the root it is written as everywhere else.
  if (folder.length === 0 || relative === from) return [];
  return occurrences(text, relative).flatMap((start) => {
    const end = start + relative.length;
    const opened = /(?:\]\(|\]:[ \t]|<)(?:\.\/)?$/.test(text.slice(Math.max(0, start - 5), start));
    return opened && endsThere(text, end) ? [{ start, end, text: relativePath(folder, to) }] : [];
  });
}

/** Behind a path nothing of a name goes on; below a folder a slash does. A full stop ends a sentence. */
function endsThere(text: string, end: number): boolean {
  return !/^(?:[\w-]|\.\w)/.test(text.slice(end, end + 2));
}

function occurrences(text: string, words: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) found.push(at);
  return found;
}

function relativePath(folder: readonly string[], path: string): string {
  const parts = path.split('/');
  let same = 0;
  while (same < folder.length && same < parts.length - 1 && folder[same] === parts[same]) same += 1;
  return [...folder.slice(same).map(() => '..'), ...parts.slice(same)].join('/');
}
