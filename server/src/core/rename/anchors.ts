import { applyEdits } from '../fixes/edits.ts';
import { readInline } from '../markdown.ts';
import type { Edit, Plan, Span } from '../model.ts';
import { documentsOf } from '../navigate/names.ts';
import type { Project } from '../project.ts';
import { slugOf } from '../proof/anchors.ts';
import { dropEnd } from '../read/text.ts';
import { lineAt, lineSpan, type Source } from '../source.ts';

/**
 * Edits with those of the links that lead to the headings they change: `[shop](#phase-2-shop)`, `[shop](plan.md#phase-2-shop)`. A link is
 * replaced whole, and edits inside it are left out.
 */
export function withAnchors(project: Project, plan: Plan, edits: readonly Edit[]): readonly Edit[] {
  const documents = documentsOf(project, plan).flatMap((path) => project.sources.get(path) ?? []);
  const slugs = changedSlugs(documents, edits);
  if (slugs.size === 0) return edits;
  const links = documents.flatMap(({ path, text }) =>
    [...text.matchAll(anchor)].flatMap(({ 1: old = '', index }): readonly Edit[] => {
      const changed = slugs.get(old)?.find((one) => leadsTo(one.path, path, text, index));
      return changed ? [{ path, start: index + 1, end: index + 1 + old.length, text: changed.now }] : [];
    }),
  );
  const taken = new Map<string, Edit[]>();
  for (const link of links) taken.set(link.path, [...(taken.get(link.path) ?? []), link]);
  return [
    ...edits.filter(({ path, start, end }) => !taken.get(path)?.some((link) => link.start <= start && end <= link.end)),
    ...links,
  ];
}

const anchor = /#([\p{L}\p{M}\p{N}\p{Pc}-]{1,200})(?![\p{L}\p{M}\p{N}\p{Pc}-])/gu;

/** Anchors of headings that edits change, with the documents they stand in and what they are after the edits. */
function changedSlugs(documents: readonly Source[], edits: readonly Edit[]) {
  const slugs = new Map<string, { readonly path: string; readonly now: string }[]>();
  const sources = new Map(documents.map((source) => [source.path, source]));
  const byLine = new Map<string, { readonly source: Source; readonly line: Span; readonly own: Edit[] }>();
  for (const edit of edits) {
    const source = sources.get(edit.path);
    if (!source || !/\.(?:md|markdown)$/i.test(edit.path)) continue;
    const number = lineAt(source, edit.start);
    const key = `${number} ${edit.path}`;
    const line = byLine.get(key) ?? { source, line: lineSpan(source, number), own: [] };
    byLine.set(key, line);
    if (edit.end <= line.line.end) line.own.push(edit);
  }
  for (const { source, line, own } of byLine.values()) {
    const words = source.text.slice(line.start, line.end);
    if (!/^ {0,3}#{1,6}[ \t]/.test(words)) continue;
    const inside = own.map((edit) => ({ ...edit, start: edit.start - line.start, end: edit.end - line.start }));
    const [old, now] = [anchorOf(words), anchorOf(applyEdits(source.path, words, inside))];
    if (old !== '' && old !== now) slugs.set(old, [...(slugs.get(old) ?? []), { path: source.path, now }]);
  }
  return slugs;
}

/** The anchor that a line with a heading makes. */
function anchorOf(heading: string): string {
  return slugOf(readInline(dropEnd(heading.replace(/^ {0,3}#{1,6}[ \t]{1,9}/, ''), /[#\s]/)).plain);
}

/** Whether the link with a `#` at an offset leads to a document. */
function leadsTo(path: string, from: string, text: string, at: number): boolean {
  if (text[at - 1] === '(' || text[at - 1] === '<' || /\]: ?$/.test(text.slice(Math.max(0, at - 3), at))) return from === path;
  const name = path.split('/').at(-1) ?? path;
  return text.slice(0, at).endsWith(name) && /[(/<\s]/.test(text[at - name.length - 1] ?? ' ');
}
