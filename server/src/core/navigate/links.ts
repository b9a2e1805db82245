import type { Place, Plan } from '../model.ts';
import { phasesByKey } from '../plan/phases.ts';
import type { Project } from '../project.ts';
import { anchorsOf } from '../proof/anchors.ts';
import { pathMeant } from '../proof/pathMeant.ts';
import { toSource } from '../source.ts';
import { literalPath } from './literalPath.ts';
import { namesIn } from './names.ts';

/** Words of a document that lead somewhere. */
export interface Link {
  readonly at: Place;
  readonly to: { readonly path: string; readonly offset: number | null; readonly line: number | null } | { readonly url: string };
}

/**
 * Where words of a plan lead: evidence, paths in scopes that name one file, references to phases. Only files that are there are led to;
 * what Markdown links say is for the editor's own reading of Markdown.
 */
export function linksOf(project: Project, plan: Plan, path: string): readonly Link[] {
  const facts = project.facts(path);
  const text = project.sources.get(path)?.text;
  if (!facts || text === undefined) return [];
  const links: Link[] = [];
  const markdown = !/\.ya?ml$/i.test(path);
  for (const { targets } of facts.evidence)
    for (const { kind, value, part, form, at } of targets) {
      if (form === 'link' && markdown) continue;
      const place = { path, start: at.start, end: at.end };
      if (kind === 'url' && /^https?:\/\//.test(value)) links.push({ at: place, to: { url: value } });
      const file = kind === 'file' ? fileMeant(project, value, path) : undefined;
      if (file === undefined) continue;
      const line = part?.kind === 'line' ? Number(/\d{1,7}/.exec(part.value)?.[0] ?? 0) : null;
      links.push({
        at: place,
        to: { path: file, offset: part?.kind === 'section' ? sectionOf(project, file, part.value) : null, line },
      });
    }
  for (const entry of facts.scope) {
    const glob = entry.glob === null ? undefined : literalPath(entry.glob);
    const file = glob === undefined ? undefined : fileMeant(project, glob, path);
    const start = glob === undefined ? -1 : text.slice(entry.at.start, entry.at.end).indexOf(glob);
    if (file === undefined || glob === undefined || start < 0) continue;
    const at = { path, start: entry.at.start + start, end: entry.at.start + start + glob.length };
    links.push({ at, to: { path: file, offset: null, line: null } });
  }
  for (const name of namesIn(project, plan, path)) {
    if (name.kind !== 'phase' || name.role !== 'reference') continue;
    const phase = phasesByKey(plan).get(name.key);
    if (phase) links.push({ at: name, to: { path: phase.source.path, offset: phase.source.start, line: null } });
  }
  links.sort((a, b) => a.at.start - b.at.start || b.at.end - a.at.end);
  let taken = 0;
  return links.filter(({ at }) => {
    const free = at.start >= taken;
    if (free) taken = at.end;
    return free;
  });
}

/** The file a path means, where there is one: its text is known, or it is in the list of the folder's files. */
function fileMeant(project: Project, written: string, document: string): string | undefined {
  const meant = pathMeant(written, document);
  if ('problem' in meant) return undefined;
  return meant.paths.find((one) => project.sources.has(one) || project.files?.has(one));
}

/** Where the heading of an anchor stands, where the text is known. */
function sectionOf(project: Project, path: string, anchor: string): number | null {
  const source = project.sources.get(path);
  const name = anchor.replace(/^#/, '').toLowerCase();
  if (!source || !anchorsOf(source).has(name)) return null;
  const lines = source.text.matchAll(/^ {0,3}#{1,6}[ \t].{0,300}$/gm);
  for (const line of lines) if (anchorsOf(toSource(path, line[0])).has(name)) return line.index;
  return null;
}
