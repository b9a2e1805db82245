import type { YamlEntry, YamlMap, YamlNode } from '../yaml.ts';
import { type Fields, fieldsOf, normalKey, toWords } from './yamlFields.ts';
import { isTaskList } from './yamlForeign.ts';
import { isLane, toLane } from './yamlLanes.ts';
import { toUnitId, type Where, type YamlReading } from './yamlReading.ts';
import { readTask } from './yamlTask.ts';
import { readUnit } from './yamlUnits.ts';

const words = (list: string) => new Set(list.split(' '));
const taskKeys = words(
  'tasks items stories user_stories todos todo_list work_items issues tickets queue work_queue task_list action_items features backlog_items work jobs_to_do',
);
const phaseKeys = words('phases waves milestones sprints epics iterations roadmap_phases sub_phases subphases');
const stageKeys = words('stages tracks workstreams streams');
const wrapperKeys = words(
  'plan roadmap project implementation_plan execution_plan delivery_plan program work_queue agent_work_queue delivery board kanban project_plan development_plan schedule spec',
);
const groupKeys = words('areas modules components domains sections groups categories teams lanes columns swimlanes');

/** Deeper than this nobody nests a plan; it also bounds hostile input. */
const deepest = 8;

/** Reads the phases, stages and tasks that a map holds, under whatever keys people put them. */
export function readPlan(reading: YamlReading, map: YamlMap, where: Where, depth = 0): void {
  if (depth > deepest) return;
  const fields = fieldsOf(map);
  const inUnit = where.phase !== null || where.stage !== null;
  for (const [key, entry] of fields) {
    const { value } = entry;
    if (value.kind === 'scalar') continue;
    if (taskKeys.has(key) || (inUnit && key === 'steps')) readTasks(reading, entry, where, depth);
    else if (phaseKeys.has(key))
      readUnits(reading, where.phase && key !== 'sub_phases' && key !== 'subphases' ? 'stage' : 'phase', value, where, depth);
    else if (stageKeys.has(key)) readUnits(reading, 'stage', value, where, depth);
    else if (wrapperKeys.has(key) && value.kind === 'map') readPlan(reading, value, where, depth + 1);
    else if (groupKeys.has(key)) readGroups(reading, value, where, depth);
    else if (isLane(reading, key, fields)) readTasks(reading, entry, { ...where, lane: toLane(entry) }, depth);
    else if (value.kind === 'list' && wrapperKeys.has(key) && isTaskList(value.items))
      for (const item of value.items) readTask(reading, item, where);
  }
}

/** The items of a top-level list: phases where they contain tasks, else tasks. */
export function readTopList(reading: YamlReading, items: readonly YamlNode[], where: Where): void {
  const isPhase = (node: YamlNode) =>
    node.kind === 'map' && [...fieldsOf(node).keys()].some((key) => taskKeys.has(key)) && !fieldsOf(node).has('depends_on');
  if (items.some(isPhase)) for (const item of items) readInside(reading, 'phase', item, where, 0);
  else for (const item of items) readTask(reading, item, where);
}

/** Reads a phase or stage and what it contains. */
export function readInside(
  reading: YamlReading,
  kind: 'phase' | 'stage',
  node: YamlNode,
  where: Where,
  depth: number,
  key?: YamlEntry['key'],
): void {
  const inside = readUnit(reading, kind, node, where, key && { text: key.text, at: key.span });
  if (inside && node.kind === 'map') readPlan(reading, node, inside, depth + 1);
}

function readUnits(reading: YamlReading, kind: 'phase' | 'stage', value: YamlNode, where: Where, depth: number): void {
  if (value.kind === 'list') for (const item of value.items) readInside(reading, kind, item, where, depth);
  if (value.kind === 'map') for (const entry of value.entries) readInside(reading, kind, entry.value, where, depth, entry.key);
}

/** A list of tasks, tasks by id, tasks by lane, or tasks by phase. */
function readTasks(reading: YamlReading, { value }: YamlEntry, where: Where, depth: number): void {
  // Inside a phase or a lane any list of tasks is believed; elsewhere its items have to look planned.
  const believed = where.phase !== null || where.stage !== null || where.lane !== null;
  if (value.kind === 'list') {
    if (believed || isTaskList(value.items)) for (const item of value.items) readTask(reading, item, where);
    return;
  }
  if (value.kind !== 'map') return;
  const fields = fieldsOf(value);
  for (const entry of value.entries) {
    const key = normalKey(entry.key.text);
    const at = { text: entry.key.text, at: entry.key.span };
    if (entry.value.kind === 'list') {
      if (taskKeys.has(key)) readTasks(reading, entry, where, depth + 1);
      else if (isLane(reading, key, fields)) readTasks(reading, entry, { ...where, lane: toLane(entry) }, depth + 1);
      else if (toUnitId(entry.key.text) !== entry.key.text || phaseLike(entry.key.text)) readInsideList(reading, entry, where);
      else readTasks(reading, entry, where, depth + 1);
    } else if (entry.value.kind === 'map' && isLane(reading, key, fields) && depth < deepest)
      readTasks(reading, entry, { ...where, lane: toLane(entry) }, depth + 1);
    else if (entry.value.kind === 'map' && isGroup(fieldsOf(entry.value)))
      readInside(reading, 'phase', entry.value, where, depth, entry.key);
    else if (entry.value.kind !== 'null' && !(entry.value.kind === 'scalar' && reading.status(entry.value.text) === 'unknown'))
      readTask(reading, entry.value, where, at);
  }
}

/** `phase_1: [task, task]` */
function readInsideList(reading: YamlReading, { key, value }: YamlEntry, where: Where): void {
  const inside = readUnit(reading, 'phase', { kind: 'map', span: value.span, entries: [] }, where, {
    text: key.text,
    at: key.span,
  });
  if (inside && value.kind === 'list') for (const item of value.items) readTask(reading, item, inside);
}

function readGroups(reading: YamlReading, value: YamlNode, where: Where, depth: number): void {
  const parts = value.kind === 'map' ? value.entries : [];
  for (const { key, value: part } of parts) {
    if (part.kind === 'map') readPlan(reading, part, where, depth + 1);
    else if (part.kind === 'list' && isTaskList(part.items)) {
      const status = reading.status(key.text);
      const lane = status === 'unknown' ? where.lane : { text: key.text, at: key.span };
      for (const item of part.items) readTask(reading, item, { ...where, lane });
    }
  }
  if (value.kind !== 'list') return;
  for (const part of value.items) {
    if (part.kind !== 'map') continue;
    // A column of a board: its name is the status of its cards.
    const name = toWords(fieldsOf(part).get('name')?.value ?? fieldsOf(part).get('title')?.value);
    const lane = name && reading.status(name.text) !== 'unknown' ? name : where.lane;
    readPlan(reading, part, { ...where, lane }, depth + 1);
  }
}

function isGroup(fields: Fields): boolean {
  return [...fields.keys()].some((key) => taskKeys.has(key));
}

function phaseLike(key: string): boolean {
  return /^(?:phase|wave|milestone|sprint|stage|m|w)[\s_-]?\d/i.test(key);
}
