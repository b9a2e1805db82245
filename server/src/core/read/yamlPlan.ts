import type { YamlEntry, YamlMap, YamlNode } from '../yaml.ts';
import { keyOf, readUnitName } from './unitName.ts';
import { isChecklist, readChecklist, readDeferred } from './yamlExtras.ts';
import { type Fields, fieldsOf, normalKey, toWords, wordsOf } from './yamlFields.ts';
import { isTaskList, isTaskMap } from './yamlForeign.ts';
import { isLane, toLane } from './yamlLanes.ts';
import { nowhere, toUnitId, type Where, type YamlReading } from './yamlReading.ts';
import { readTask, statusNames } from './yamlTask.ts';
import { readUnit } from './yamlUnits.ts';

const words = (list: string) => new Set(list.split(' '));
export const taskKeys = words(
  'tasks items stories user_stories todos todo_list work_items issues tickets queue work_queue task_list action_items features backlog_items cards work_packages assignments initial_backlog product_backlog sprint_backlog task_backlog',
);
export const phaseKeys = words('phases waves milestones sprints epics iterations roadmap_phases sub_phases subphases');
export const stageKeys = words('stages tracks workstreams streams slices');
export const wrapperKeys = words(
  'plan roadmap project implementation_plan execution_plan delivery_plan program work_queue agent_work_queue delivery board kanban project_plan development_plan schedule spec',
);
export const groupKeys = words('areas modules components domains sections groups categories teams lanes columns swimlanes');

/** Keys that tell what they list. */
const told = new Set([...taskKeys, ...phaseKeys, ...stageKeys, ...wrapperKeys, ...groupKeys]);

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
    if (/^deferred(?:_items|_tasks|_work)?$/.test(key)) readDeferred(reading, entry, where);
    else if (isChecklist(key, value)) readChecklist(reading, entry, where);
    else if (taskKeys.has(key) || (inUnit && key === 'steps')) readTasks(reading, entry, where, depth);
    else if (key === 'subtasks' && depth > 0 && value.kind === 'list')
      for (const item of value.items) readTask(reading, item, where);
    else if (key === 'steps' && holdSubtasks(value)) readSteps(reading, value, where, depth);
    else if (phaseKeys.has(key))
      readUnits(reading, where.phase && key !== 'sub_phases' && key !== 'subphases' ? 'stage' : 'phase', value, where, depth);
    else if (stageKeys.has(key) && key !== 'stages' && isWorkOnly(value)) readTasks(reading, entry, where, depth);
    else if (stageKeys.has(key)) readUnits(reading, 'stage', value, where, depth);
    else if (wrapperKeys.has(key) && value.kind === 'map') readPlan(reading, value, where, depth + 1);
    else if (groupKeys.has(key)) readGroups(reading, value, where, depth);
    else if (isLane(reading, key, fields)) readTasks(reading, entry, { ...where, lane: toLane(entry) }, depth);
    else if (value.kind === 'list' && wrapperKeys.has(key) && isTaskList(value.items)) readTopList(reading, value.items, where);
    else if (isPhaseKey(entry.key.text)) readNamed(reading, entry, where, depth);
    else if (value.kind === 'map' && isHorizon(key, value)) readPlan(reading, value, where, depth + 1);
  }
}

function readSteps(reading: YamlReading, value: YamlNode, where: Where, depth: number): void {
  if (value.kind === 'list') for (const item of value.items) if (item.kind === 'map') readPlan(reading, item, where, depth + 1);
}

/** Steps that only group the work of several agents: `- name: Foundation` / `  subtasks: […]`. */
function holdSubtasks(value: YamlNode): boolean {
  return (
    value.kind === 'list' &&
    value.items.some((item) => item.kind === 'map' && fieldsOf(item).get('subtasks')?.value.kind === 'list')
  );
}

/** `short_term: {tasks: …}`: work under the name of a time, not of a phase. */
function isHorizon(key: string, value: YamlMap): boolean {
  return horizon.test(key) && isGroup(fieldsOf(value));
}

const horizon =
  /^(?:(?:short|mid|medium|long|near)_?(?:term)?|immediate|now|next|later|current|upcoming|future|(?:this|next)_(?:week|month|quarter)|q[1-4](?:_\d{4})?|\d{4}_q[1-4]|(?:week|month|day)_?\d{1,3})(?:_(?:term|work|goals|plan))?$/;

/**
 * Reads the lists whose items have a name and a status of a plan, under whatever key: where no key tells anything, or where the items
 * themselves say which of the phases they belong to.
 */
export function readUntold(reading: YamlReading, map: YamlMap, ofPhase = false): void {
  const known = new Set(reading.facts.phases.map(({ id }) => keyOf(id)));
  const belongs = (item: YamlNode) => {
    const phase = item.kind === 'map' ? toWords(fieldsOf(item).get('phase')?.value) : undefined;
    return phase !== undefined && known.has(keyOf(toUnitId(phase.text)));
  };
  for (const [key, { value }] of fieldsOf(map)) {
    if (
      value.kind !== 'list' ||
      (ofPhase && (told.has(key) || !value.items.every(belongs))) ||
      /risk|issue|decision|user|member|environment|metric|history|changelog|question|dependenc/.test(key)
    )
      continue;
    const stated = value.items.filter((item) => {
      const status = item.kind === 'map' ? wordsOf(fieldsOf(item), statusNames) : undefined;
      return status !== undefined && reading.status(status.text) !== 'unknown';
    });
    if (stated.length * 2 > value.items.length && isTaskList(value.items)) readTopList(reading, value.items, nowhere);
  }
}

/** The items of a list without a telling key: phases where they contain tasks or each is a phase of its own, else tasks. */
export function readTopList(reading: YamlReading, items: readonly YamlNode[], where: Where): void {
  const maps = items.flatMap((item) => (item.kind === 'map' ? [fieldsOf(item)] : []));
  const contain = maps.some((fields) => isGroup(fields) && !fields.has('depends_on'));
  const phases = new Set(maps.flatMap((fields) => toWords(fields.get('phase')?.value)?.text ?? []));
  const own = phases.size === items.length && !maps.some((fields) => fields.has('id') || fields.has('task'));
  if (contain || own) for (const item of items) readInside(reading, 'phase', item, where, 0);
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
  if (value.kind !== 'map' || depth > deepest) return;
  const fields = fieldsOf(value);
  const plausible = believed || isTaskMap(value);
  for (const entry of value.entries) {
    const key = normalKey(entry.key.text);
    const collects = entry.value.kind === 'list' || entry.value.kind === 'map';
    if (collects && isLane(reading, key, fields)) readTasks(reading, entry, { ...where, lane: toLane(entry) }, depth + 1);
    else if (collects && isPhaseKey(entry.key.text)) readNamed(reading, entry, where, depth);
    else if (entry.value.kind === 'list') readTasks(reading, entry, where, depth + 1);
    else if (entry.value.kind === 'map' && isGroup(fieldsOf(entry.value)))
      readInside(reading, 'phase', entry.value, where, depth, entry.key);
    else if (
      entry.value.kind === 'map'
        ? plausible
        : entry.value.kind === 'scalar' && (believed || reading.status(entry.value.text) !== 'unknown')
    )
      readTask(reading, entry.value, where, { text: entry.key.text, at: entry.key.span });
  }
}

/** `phase_1: {title, tasks}` or `phase_1: [task, task]` */
function readNamed(reading: YamlReading, { key, value }: YamlEntry, where: Where, depth: number): void {
  if (value.kind === 'map') readInside(reading, 'phase', value, where, depth, key);
  if (value.kind !== 'list') return;
  const inside = readUnit(reading, 'phase', { kind: 'map', span: value.span, entries: [] }, where, {
    text: key.text,
    at: key.span,
  });
  if (inside) for (const item of value.items) readTask(reading, item, inside);
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
  if (isWorkOnly(value)) for (const item of value.items) readTask(reading, item, where);
  else
    for (const part of value.items) {
      if (part.kind !== 'map') continue;
      // A column of a board: its name is the status of its cards.
      const name = toWords(fieldsOf(part).get('name')?.value ?? fieldsOf(part).get('title')?.value);
      const lane = name && reading.status(name.text) !== 'unknown' ? name : where.lane;
      readPlan(reading, part, { ...where, lane }, depth + 1);
    }
}

/** A list of workstreams or the like that contain no tasks is a list of tasks. */
function isWorkOnly(value: YamlNode): boolean {
  return (
    value.kind === 'list' &&
    isTaskList(value.items) &&
    !value.items.some((item) => item.kind === 'map' && isGroup(fieldsOf(item)))
  );
}

function isGroup(fields: Fields): boolean {
  return [...fields.keys()].some((key) => taskKeys.has(key));
}

/** Whether a key names a phase: `phase_2`. */
export function isPhaseKey(key: string): boolean {
  const name = readUnitName(key.replace(/_/g, ' '));
  return name !== undefined && name.kind === 'phase' && name.lead === '';
}
