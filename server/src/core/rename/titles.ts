import type { Phase, Place, Plan, Stage } from '../model.ts';
import { documentsOf, type Name, namesIn } from '../navigate/names.ts';
import { scanOf } from '../navigate/phrases.ts';
import type { Project } from '../project.ts';
import { keyOf } from '../read/unitName.ts';
import { lineAt, lineSpan, type Source } from '../source.ts';

/** What a phase or stage is called in the plan; null where it has no title. */
export function titleOf(plan: Plan, { kind, key }: Name): string | null {
  const named = (one: Phase | Stage, wanted: string) => keyOf(one.id) === wanted;
  if (kind === 'phase') return plan.phases.find((one) => named(one, key))?.title ?? null;
  const [owner = '', id = ''] = key.split('/');
  const stages = owner === '' ? plan.stages : (plan.phases.find((one) => named(one, owner))?.stages ?? []);
  return stages.find((one) => named(one, id))?.title ?? null;
}

/**
 * The places where a title stands together with the number it belongs to: behind it on its line ("Phase 2: Seats", a row, a node of a
 * diagram), or below the key that names it in YAML. Elsewhere the same words may mean anything.
 */
export function titlePlaces(project: Project, plan: Plan, name: Name, title: string): readonly Place[] {
  return documentsOf(project, plan).flatMap((path) => {
    const source = project.sources.get(path);
    if (!source) return [];
    const places = namesIn(project, plan, path)
      .filter((one) => one.kind === name.kind && one.key === name.key && (one.role === 'definition' || one.role === 'mention'))
      .flatMap((one) => behind(source, one.end, title) ?? keyed(source, one, title) ?? []);
    return [...new Map(places.map((place) => [place.start, place])).values()];
  });
}

/** The title behind a number on its line, with nothing between them but separators. */
function behind(source: Source, end: number, title: string): Place | undefined {
  const { path, text } = source;
  const line = lineSpan(source, lineAt(source, end));
  const start = text.slice(end, line.end).indexOf(title) + end;
  if (start < end) return undefined;
  const between = text.slice(end, start).replace(/<br ?\/?>/g, ' ');
  const after = text.slice(start + title.length, start + title.length + 1);
  // In a row the title has a cell of its own, whichever; elsewhere it follows at once.
  const row =
    /^\s*\|/.test(text.slice(line.start, line.end)) &&
    /\|\s*[*_`]{0,3}$/.test(between) &&
    /^[\s*_`]{0,20}(?:\||$)/.test(text.slice(start + title.length, line.end));
  if (!row && !/^[^\p{L}\p{N}|]{0,12}$/u.test(between)) return undefined;
  return /[\p{L}\p{N}]/u.test(after) ? undefined : { path, start, end: start + title.length };
}

/** The title in the entry that the number of a YAML text stands in: `title: Seats` a few lines below or above `id: 2`. */
function keyed(source: Source, name: Name, title: string): Place | undefined {
  if (name.role !== 'definition' || !/\.ya?ml$/i.test(source.path)) return undefined;
  const { values } = scanOf(source).regions;
  const from = lineAt(source, name.start);
  const found = values.find(
    ({ key, value }) =>
      /^(?:title|name|label|theme)$/.test(key) &&
      value.text === title &&
      Math.abs(lineAt(source, value.span.start) - from) <= nearby,
  );
  return found && { path: source.path, ...found.value.span };
}

/** Lines between the number of a phase and its title in YAML, at most. */
const nearby = 6;
