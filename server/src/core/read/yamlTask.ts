import type { Status, Task } from '../model.ts';
import { kept } from '../share.ts';
import type { YamlNode } from '../yaml.ts';
import { glyphStatus } from './status.ts';
import { readEvidence } from './yamlExtras.ts';
import { type Fields, fieldOf, fieldsOf, namesOf, toTruth, toWords, type Words, wordsOf } from './yamlFields.ts';
import { readGates } from './yamlGates.ts';
import { toUnitId, type Where, type YamlReading } from './yamlReading.ts';
import { readScope } from './yamlScope.ts';

export const titleNames = [
  'title',
  'name',
  'summary',
  'task',
  'subject',
  'story',
  'description',
  'desc',
  'goal',
  'objective',
  'content',
  'text',
  'label',
];
export const idNames = ['id', 'task_id', 'work_package', 'key', 'code', 'ref', 'slug', 'number', 'nr', 'no'];
export const statusNames = ['status', 'state', 'current_status', 'progress_status', 'progress'];
export const dependsNames = [
  'depends_on',
  'dependencies',
  'depends',
  'deps',
  'blocked_by',
  'requires',
  'prerequisites',
  'after',
  'needs',
];
export const phaseNames = ['phase', 'phase_id', 'phase_number', 'wave', 'milestone', 'sprint', 'epic', 'iteration'];
export const stageNames = ['stage', 'track', 'workstream', 'stream'];
export const artifactNames = [
  'artifacts',
  'artefacts',
  'artifact',
  'outputs',
  'output',
  'deliverables',
  'deliverable',
  'files_expected',
  'documentation_targets',
];
export const doneNames = ['done', 'completed', 'complete', 'finished', 'passes', 'passed', 'checked'];

/** Reads one task: an item of a list, or an entry of a map whose key is its id. Its gates and scope go where phases have theirs. */
export function readTask(reading: YamlReading, node: YamlNode, where: Where, key?: Words): void {
  const task =
    node.kind === 'map' ? fromMap(reading, fieldsOf(node), node.span.start, where, key) : fromWords(reading, node, where, key);
  if (task) reading.facts.tasks.push(task);
}

function fromMap(reading: YamlReading, fields: Fields, start: number, where: Where, key: Words | undefined): Task | undefined {
  const id = wordsOf(fields, idNames) ?? key;
  const title = wordsOf(fields, titleNames) ?? sentence(fields);
  if (!id && !title) return undefined;
  const named = wordsOf(fields, phaseNames);
  const prefix = named || where.phase || !id ? undefined : idPrefix(id);
  const phase = named ?? where.phase ?? prefix ?? null;
  const stage = wordsOf(fields, stageNames);
  const place: Where = { phase, stage: stage ? toUnitId(stage.text) : where.stage, lane: null };
  const status = statusOf(reading, fields, where.lane);
  const task: Task = {
    id: id?.text ?? null,
    ...(id ? { idAt: id.at } : {}),
    title: title?.text ?? id?.text ?? '',
    status: status.status,
    statusText: status.words?.text ?? null,
    statusAt: status.words?.at ?? null,
    at: reading.line({ start: key?.at.start ?? start, end: start }),
    phase: phase ? toUnitId(phase.text) : null,
    phaseAt: (named ?? prefix)?.at ?? null,
    stage: place.stage,
    dependsOn: kept(
      dependsNames
        .flatMap((name) => namesOf(fields.get(name)?.value))
        .map(({ text, at }) => ({ id: text, at: reading.place(at) })),
    ),
    artifacts: kept(artifactNames.flatMap((name) => namesOf(fields.get(name)?.value)).map(({ text }) => text)),
    evidence: readEvidence(reading, fields, place, id?.text ?? title?.text ?? null),
    form: 'yaml',
    markAt: null,
  };
  readGates(reading, fields, place);
  readScope(reading, fields, place);
  const deferred = wordsOf(fields, ['deferred_to', 'moved_to', 'postponed_to']);
  if (deferred) {
    const to = toUnitId(deferred.text);
    reading.facts.deferred.push({ text: task.title, to, at: reading.line(deferred.at), phase: task.phase });
  }
  return task;
}

/** `- [x] Write it`, `- Write it ✓`, `T1-002: Write it`, or `T1-002: done` in a map. */
function fromWords(reading: YamlReading, node: YamlNode, where: Where, key: Words | undefined): Task | undefined {
  const words = toWords(node);
  const box = /^\[( |x|X|~|-|\/|!)\]\s+/.exec(words?.text ?? '');
  const text = words?.text.slice(box?.[0].length ?? 0) ?? '';
  const glyph = /^[^\p{L}\p{N}[(`"']{1,4}\s|\s[^\p{L}\p{N})\]`"'.]{1,3}$/u.exec(text);
  const byGlyph = glyph ? glyphStatus(glyph[0]) : undefined;
  const valueIsStatus = key !== undefined && words !== undefined && reading.status(words.text) !== 'unknown';
  const bare = (glyph && byGlyph ? text.replace(glyph[0], '') : text).trim();
  const named = key ? undefined : /^([A-Z]{1,8}-?\d[\w.-]{0,20})(?:\s*[:—–]\s+|\s+-\s+)(?=\S)/.exec(bare);
  const id = key?.text ?? named?.[1] ?? null;
  const title = valueIsStatus ? (key?.text ?? '') : bare.slice(named?.[0].length ?? 0);
  if (id === null && title === '') return undefined;
  const at = key?.at ?? words?.at ?? node.span;
  const prefix = where.phase || !id ? undefined : idPrefix({ text: id, at });
  const phase = where.phase ?? prefix ?? null;
  const boxed: Status | undefined = box ? marks[box[1]?.toLowerCase() ?? ''] : undefined;
  const stated = valueIsStatus ? words : where.lane;
  return {
    id,
    title,
    status: boxed ?? byGlyph ?? (stated ? reading.status(stated.text) : 'unknown'),
    statusText: stated?.text ?? null,
    statusAt: valueIsStatus ? (words?.at ?? null) : null,
    at: reading.line(at),
    phase: phase ? toUnitId(phase.text) : null,
    phaseAt: prefix?.at ?? null,
    stage: where.stage,
    dependsOn: [],
    artifacts: [],
    evidence: [],
    form: 'yaml',
    markAt: null,
  };
}

const marks: Readonly<Record<string, Status>> = {
  ' ': 'planned',
  x: 'done',
  '~': 'partial',
  '-': 'partial',
  '/': 'in_progress',
  '!': 'blocked',
};

/** What is stated weighs more than the lane, the lane more than a `done: true` or a date of completion. */
function statusOf(reading: YamlReading, fields: Fields, lane: Words | null): { status: Status; words: Words | null } {
  const stated = wordsOf(fields, statusNames);
  if (stated) return { status: reading.status(stated.text), words: stated };
  if (lane) return { status: reading.status(lane.text), words: { text: lane.text, at: lane.at } };
  const entry = fieldOf(fields, doneNames);
  const words = toWords(entry?.value);
  const truth = toTruth(entry?.value);
  if (words && truth !== undefined) return { status: truth ? 'done' : 'planned', words };
  if (words && /^\d{4}-\d{2}-\d{2}/.test(words.text)) return { status: 'done', words: null };
  if (wordsOf(fields, ['completion_date', 'completed_at', 'finished_at', 'completed_on', 'done_at']))
    return { status: 'done', words: null };
  return { status: 'unknown', words: null };
}

/** The phase in an id like `T1-002`, `P2-T3`, `W3.1`. */
function idPrefix({ text, at }: Words): Words | undefined {
  const found = /^(?:TASK|T|PHASE|PH|P|WAVE|W)-?0*(\d{1,2})[-._][A-Z]{0,4}\d{1,4}[a-z]?$/i.exec(text);
  if (!found?.[1]) return undefined;
  const start = at.start + text.indexOf(found[1], 1);
  return { text: found[1], at: { start, end: start + found[1].length } };
}

/** `- Set up the repository: done by Tuesday`: a sentence that YAML takes for a map of one entry. */
function sentence(fields: Fields): Words | undefined {
  const [entry] = fields.size === 1 ? [...fields.values()] : [];
  const value = toWords(entry?.value);
  if (!entry || !value || !/\s/.test(entry.key.text)) return undefined;
  return { text: `${entry.key.text}: ${value.text}`, at: { start: entry.key.span.start, end: value.at.end } };
}
