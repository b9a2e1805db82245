import { lastLineBelow, linesBehind, lineText } from '../fixes/lines.ts';
import type { DocumentFacts, Edit, Plan, Unit } from '../model.ts';
import { scanOf } from '../navigate/phrases.ts';
import { numberOfFile } from '../navigate/vocabulary.ts';
import type { Project } from '../project.ts';
import { keyOf } from '../read/unitName.ts';
import { lineAt, type Source } from '../source.ts';
import { yamlScalar } from '../yamlScalar.ts';
import { freshLine, freshRow } from './freshLine.ts';
import { type NewPhase, plannedWord } from './newPhase.ts';
import { newSection } from './newSection.ts';
import { majorOf, writtenLike } from './numbering.ts';

/** What is written of a new phase into a document that names its neighbours: a section, rows of tables, items of lists, entries of YAML. */
export function newEntries(project: Project, plan: Plan, path: string, phase: NewPhase): readonly Edit[] {
  const source = project.sources.get(path);
  const facts = project.facts(path);
  const like = facts?.phases.find(({ id }) => keyOf(id) === keyOf(phase.like));
  // A document about one phase gets a neighbour; phases that only tasks imply stand nowhere.
  if (!source || !facts || !like || like.extent === like.nameAt) return [];
  if (facts.phases.length < 2 && (plan.phases.length > 1 || numberOfFile(path) !== undefined || facts.kind === 'stage-log'))
    return [];
  const rows = tableRows(source, facts, like, phase, plan);
  if (like.form === 'heading') return [...rows, ...section(project, plan, source, facts, like, phase)];
  if (like.form === 'yaml') return yamlEntry(source, facts, like, phase, plan);
  if (like.form !== 'item' && like.form !== 'label') return rows;
  const line = lineAt(source, like.at.start);
  const last = like.form === 'item' ? lastLineBelow(source, line) : line;
  return [
    ...rows,
    linesBehind(source, phase.after === null ? line - 1 : last, [freshLine(lineText(source, line), like.title, phase)]),
  ];
}

function section(
  project: Project,
  plan: Plan,
  source: Source,
  facts: DocumentFacts,
  like: Unit,
  phase: NewPhase,
): readonly Edit[] {
  const headings = facts.phases.filter(({ form }) => form === 'heading');
  const lines = newSection(project, plan, source, facts, like, phase);
  // Behind the phase and the parts it has of its own: 2A and 2.1 belong to 2.
  const own = headings.filter(({ id }) => majorOf(id) === majorOf(like.id));
  const end = Math.max(...own.map(({ extent }) => extent.end));
  const at = phase.after === null ? like.at.start : end;
  const line = lineAt(source, at);
  if (at < source.text.length) return [linesBehind(source, line - 1, lines)];
  return [linesBehind(source, source.lineStarts.length - 1 - (/\n$/.test(source.text) ? 1 : 0), ['', ...lines.slice(0, -1)])];
}

/** A row behind each row that names the phase before. */
function tableRows(source: Source, facts: DocumentFacts, like: Unit, phase: NewPhase, plan: Plan): readonly Edit[] {
  const places = new Set([like.at, ...like.mentions].map(({ start }) => start));
  const status = plannedWord(facts, like, plan);
  const stated = [like.status, ...like.otherStatuses].flatMap((one) => (one ? [one] : []));
  return scanOf(source).regions.tables.flatMap(({ rows }) =>
    rows
      .filter((row) => places.has(row.start))
      .map((row) => {
        const own = stated.find(({ at }) => row.start <= at.start && at.end <= row.end);
        const words = freshRow(
          source.text,
          row,
          { title: like.title, status: own && status !== null ? { at: own.at, text: status } : null },
          phase,
        );
        return linesBehind(source, lineAt(source, row.start) - (phase.after === null ? 1 : 0), [words]);
      }),
  );
}

/** An item or entry with the keys of another one that say what the phase is. */
function yamlEntry(source: Source, facts: DocumentFacts, like: Unit, phase: NewPhase, plan: Plan): readonly Edit[] {
  const first = firstLineOf(source, like);
  const head = lineText(source, first);
  const dash = /^([ \t]{0,40})-[ \t]+/.exec(head);
  const last = lastLineBelow(source, first);
  const status = plannedWord(facts, like, plan);
  const written: string[] = [];
  const indent = ' '.repeat(dash ? dash[0].length : head.search(/\S/) + 2);
  if (!dash) written.push(freshLine(head, null, phase).replace(/:.*$/s, ':'));
  for (let line = dash ? first : first + 1; line <= last; line += 1) {
    const text = lineText(source, line);
    const key = /^(?:-[ \t]{1,9})?([\w-]{1,40}):[ \t]{0,9}(.*)$/.exec(text.trimStart());
    if (!key?.[1] || (line > first && text.search(/\S/) !== indent.length)) continue;
    const here = (at: { readonly start: number } | undefined) => at !== undefined && lineAt(source, at.start) === line;
    const value = here(like.nameAt)
      ? freshLine(key[2] ?? '', like.title !== null && key[2]?.includes(like.title) ? like.title : null, phase)
      : like.title !== null && key[2]?.includes(like.title)
        ? yamlScalar(phase.title)
        : here(like.status?.at) && status !== null
          ? status
          : like.dependsOn.some(({ at }) => here(at)) && phase.after !== null
            ? (key[2] ?? '').replace(/\d+[A-Za-z]?/, (raw) => writtenLike(raw, phase.after ?? ''))
            : undefined;
    if (value !== undefined) written.push(`${written.length === 0 && dash ? dash[0] : indent}${key[1]}: ${value}`);
  }
  return written.length === 0 ? [] : [linesBehind(source, phase.after === null ? first - 1 : last, written)];
}

/** The line on which the entry begins that holds the number. */
function firstLineOf(source: Source, { nameAt, extent }: Unit): number {
  let line = lineAt(source, Math.min(extent.start, nameAt.start));
  const own = lineAt(source, nameAt.start);
  for (let up = own; up >= line; up -= 1) if (/^[ \t]*-[ \t]/.test(lineText(source, up))) return up;
  if (line > own) line = own;
  return line;
}
