import type { DocumentFacts, DocumentKind, Problem, Span, Task, Unit } from '../model.ts';
import type { Settings } from '../settings.ts';
import type { Source } from '../source.ts';
import type { YamlError, YamlMap, YamlNode } from '../yaml.ts';
import { noFacts } from './document.ts';
import { readMarkdownDocument } from './markdownDocument.ts';
import type { Said } from './said.ts';
import { keyOf, readUnitName } from './unitName.ts';
import { openYaml, readEditedYaml } from './yamlEdited.ts';
import { type Fields, fieldsOf, toWords, wordsOf } from './yamlFields.ts';
import { isForeign, isTaskList } from './yamlForeign.ts';
import { readGates } from './yamlGates.ts';
import { readLegend } from './yamlLegend.ts';
import { readInside, readPlan, readTopList, readUntold } from './yamlPlan.ts';
import { nowhere, toYamlReading, type YamlReading } from './yamlReading.ts';
import { readScope } from './yamlScope.ts';
import { readQaGate, readSprintStatus } from './yamlSpecial.ts';
import { readTask } from './yamlTask.ts';
import { readYaml } from './yamlText.ts';

/**
 * What a YAML document says: a task list or queue, lanes, waves, milestones, phases with scope and gates, a sprint status, a QA gate.
 * A file that only looks like one (Kubernetes, playbooks, scheduled jobs) says nothing at all; one that holds Markdown is read as that.
 */
export function readYamlDocument(source: Source, settings: Settings): DocumentFacts {
  const { documents, errors } = readYaml(source.text);
  if (errors.length > 0 && isMarkdown(source.text)) return readMarkdownDocument(source, settings);
  if (documents.some(isForeign)) return noFacts(source.path);
  const legend = new Map(documents.flatMap((node) => (node.kind === 'map' ? [...readLegend(fieldsOf(node))] : [])));
  const reading = toYamlReading(source, settings, legend);
  const kind = documents.map((node) => readRoot(reading, node)).find((each) => each !== 'none') ?? 'none';
  if (kind === 'none' && !(errors.length > 0 && seemsOurs(source.text))) return noFacts(source.path);
  reading.facts.phases.push(...impliedPhases(reading.facts.tasks, source, reading.facts.phases));
  return { ...noFacts(source.path), ...reading.facts, kind, problems: errors.map((error) => toProblem(source, error)) };
}

/** The same, with what helps to read it again: of a task list only the items that were edited. */
export function sayYaml(source: Source, settings: Settings, before?: Said): Said {
  const edited = before && readEditedYaml(before, source, settings);
  if (edited) return edited;
  const said = { source, facts: readYamlDocument(source, settings) };
  return source.isOpen ? openYaml(said) : said;
}

function readRoot(reading: YamlReading, node: YamlNode): DocumentKind {
  const { facts } = reading;
  if (node.kind === 'list') {
    if (isTaskList(node.items)) readTopList(reading, node.items, nowhere);
  } else if (node.kind === 'map') {
    const fields = fieldsOf(node);
    const sprint = fields.get('development_status')?.value;
    if (sprint?.kind === 'map') {
      readSprintStatus(reading, sprint);
      facts.title = wordsOf(fields, ['title', 'project', 'name'])?.text ?? null;
      return facts.phases.length + facts.tasks.length > 0 ? 'tracker' : 'none';
    }
    if (fields.get('gate')?.value.kind === 'scalar' && readQaGate(reading, node)) return 'checklist';
    facts.title ??= titleOf(fields);
    const phase = fields.get('phase');
    if (phase?.value.kind === 'map') {
      readInside(reading, 'phase', phase.value, nowhere, 0, undefined);
      readPlan(
        reading,
        node,
        facts.phases[0] ? { ...nowhere, phase: { text: facts.phases[0].id, at: facts.phases[0].nameAt } } : nowhere,
      );
    } else if (isPhaseFile(fields)) readInside(reading, 'phase', node, nowhere, 0);
    else if (isTaskFile(fields)) readTask(reading, node, nowhere);
    else readWhole(reading, node, fields);
    if (phase?.value.kind === 'map' || isPhaseFile(fields))
      return facts.phases.length === 0 ? 'none' : facts.phases.length === 1 ? 'phase-doc' : 'plan';
  }
  if (facts.phases.length > 0 || (facts.stages.length > 0 && facts.tasks.length > 0)) return 'plan';
  return facts.tasks.length > 0 ? 'tasks' : 'none';
}

/** Gates and scopes at the root count only where there is a plan for which they hold. */
function readWhole(reading: YamlReading, node: YamlMap, fields: Fields): void {
  const { phases, stages, tasks } = reading.facts;
  readPlan(reading, node, nowhere);
  if (phases.length + stages.length + tasks.length === 0) readUntold(reading, node);
  else if (phases.length > 0 && tasks.length === 0) readUntold(reading, node, true);
  if (phases.length + stages.length + tasks.length === 0) return;
  readGates(reading, fields, nowhere);
  readScope(reading, fields, nowhere);
}

/** A file that is one phase: `phase: 3` or `id: phase-3` at its root beside what a phase has; for `phase: beta` that has to be work. */
function isPhaseFile(fields: Fields): boolean {
  const phase = toWords(fields.get('phase')?.value);
  const id = wordsOf(fields, ['id', 'slug']);
  const numbered =
    /\d/.test(phase?.text ?? '') || (id !== undefined && readUnitName(id.text.replace(/_/g, '-'))?.kind === 'phase');
  const has = (keys: readonly string[]) => keys.some((key) => fields.has(key));
  return numbered ? has([...work, 'title', 'name', 'goal', 'status', 'objective']) : phase !== undefined && has(work);
}

/** A file that is one task: an id, a title and a status beside something that only planned work has. */
function isTaskFile(fields: Fields): boolean {
  const named = wordsOf(fields, ['id', 'task_id', 'work_package', 'task']) && wordsOf(fields, ['title', 'name', 'summary']);
  const planned = [
    'depends_on',
    'dependencies',
    'acceptance_criteria',
    'owned_files',
    'owned_paths',
    'files_expected',
    'blocked_by',
  ];
  return (
    named !== undefined &&
    wordsOf(fields, ['status', 'state', 'lane']) !== undefined &&
    planned.some((key) => fields.has(key)) &&
    !fields.has('tasks')
  );
}

const work = ['tasks', 'scope', 'acceptance_criteria', 'exit_criteria', 'gates', 'deliverables'];

/** Phases that only tasks name: each stands where it is named first. Nothing states their status. */
export function impliedPhases(
  tasks: readonly Task[],
  { path, text }: Source,
  named: readonly Unit[] = [],
  lineOf: (text: string, at: number) => Span = lineAround,
): readonly Unit[] {
  const keys = new Set(named.map(({ id }) => keyOf(id)));
  const seen = new Set<string>();
  const implied: Unit[] = [];
  for (const { phase, phaseAt, at } of tasks) {
    // The same few phases are named by thousands of tasks.
    if (phase === null || seen.has(phase)) continue;
    seen.add(phase);
    if (keys.has(keyOf(phase))) continue;
    keys.add(keyOf(phase));
    const nameAt = phaseAt ?? at;
    const unit = {
      kind: 'phase',
      id: phase,
      title: null,
      at: { path, ...lineOf(text, nameAt.start) },
      nameAt,
      form: 'yaml',
      status: null,
      otherStatuses: [],
    } as const;
    implied.push({ ...unit, mentions: [], dependsOn: [], estimate: null, phase: null, extent: nameAt });
  }
  return implied;
}

/** The line that holds an offset, without its line end. */
export function lineAround(text: string, at: number): Span {
  const ends = (offset: number) => text[offset] === '\n' || text[offset] === '\r';
  let start = at;
  let end = at;
  while (start > 0 && !ends(start - 1)) start -= 1;
  while (end < text.length && !ends(end)) end += 1;
  return { start, end };
}

function titleOf(fields: Fields): string | null {
  const own = wordsOf(fields, ['title', 'name', 'project', 'plan', 'summary']);
  if (own) return own.text;
  for (const key of ['plan', 'project', 'roadmap', 'meta', 'metadata']) {
    const value = fields.get(key)?.value;
    const words = value?.kind === 'map' ? wordsOf(fieldsOf(value), ['title', 'name', 'summary']) : undefined;
    if (words) return words.text;
  }
  return null;
}

/** Headings and boxes or bold lines: a file of Markdown under a YAML name. A comment alone is no heading. */
/** Whether a text under the name of a YAML file is Markdown. */
export function isMarkdown(text: string): boolean {
  return /^#{2,6} \S/m.test(text) && /^[ \t]*[-*] \[[ xX]?\] |^\*\*\S|^\|.*\|\s*$/m.test(text);
}

/** Whether a text that cannot be read was meant for us. */
function seemsOurs(text: string): boolean {
  return (
    /^[ \t]*(?:- +)?"?(?:status|phase|phases|depends_on|milestones?|acceptance_criteria)"?[ \t]*:/m.test(text) &&
    !text.includes('{{')
  );
}

function toProblem({ path }: Source, { start, end, message, limit }: YamlError): Problem {
  return { code: limit ? 'not-read' : 'broken-yaml', message, at: { path, start, end } };
}
