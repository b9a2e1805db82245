import { applyEdits } from '../fixes/edits.ts';
import { readInline } from '../markdown.ts';
import type { Edit, Plan } from '../model.ts';
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
  const links: Edit[] = [];
  const documents = documentsOf(project, plan);
  for (const path of documents) {
    const source = project.sources.get(path);
    if (!source) continue;
    for (const [old, now] of changedSlugs(source, edits)) {
      for (const from of documents) {
        const { text = '' } = project.sources.get(from) ?? {};
        for (let at = text.indexOf(`#${old}`); at >= 0; at = text.indexOf(`#${old}`, at + 1)) {
          const end = at + 1 + old.length;
          if (/[\w-]/.test(text[end] ?? '') || !leadsTo(path, from, text, at)) continue;
          links.push({ path: from, start: at + 1, end, text: now });
        }
      }
    }
  }
  return [
    ...edits.filter((edit) => !links.some((link) => link.path === edit.path && link.start <= edit.start && edit.end <= link.end)),
    ...links,
  ];
}

/** Anchors of headings that edits change, before and after. */
function changedSlugs(source: Source, edits: readonly Edit[]): ReadonlyMap<string, string> {
  const slugs = new Map<string, string>();
  if (!/\.(?:md|markdown)$/i.test(source.path)) return slugs;
  const lines = new Set(edits.filter(({ path }) => path === source.path).map(({ start }) => lineAt(source, start)));
  for (const number of lines) {
    const line = lineSpan(source, number);
    const words = source.text.slice(line.start, line.end);
    if (!/^ {0,3}#{1,6}[ \t]/.test(words)) continue;
    const own = edits
      .filter(({ path, start, end }) => path === source.path && line.start <= start && end <= line.end)
      .map((edit) => ({ ...edit, start: edit.start - line.start, end: edit.end - line.start }));
    const [old, now] = [anchorOf(words), anchorOf(applyEdits(source.path, words, own))];
    if (old !== '' && old !== now) slugs.set(old, now);
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
