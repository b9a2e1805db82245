import { normalKey } from './read/yamlFields.ts';
import { groupKeys, isPhaseKey, phaseKeys, stageKeys, taskKeys, wrapperKeys } from './read/yamlPlan.ts';
import { artifactNames, dependsNames, phaseNames, stageNames, statusNames } from './read/yamlTask.ts';

/** What a map in a YAML plan describes. */
export type Holder = 'file' | 'task' | 'phase' | 'stage' | 'test' | 'scope' | 'signoff' | 'deferral';

/** What kind of words a key takes; the others are free text. */
export type KeyWords = 'status' | 'phase' | 'stage' | 'task' | 'path' | 'evidence' | 'command' | 'condition' | 'truth';

/** One key of a YAML plan: the schema, completion and hover are made from these rows. */
export interface PlanKey {
  readonly key: string;
  /** In which maps it stands. */
  readonly of: readonly Holder[];
  /** One line of text, a list (or one line, or lines by name), a map, or a list of maps. */
  readonly shape: 'line' | 'list' | 'map' | Holder;
  readonly words?: KeyWords;
  /** The words themselves, where there are only a few. */
  readonly values?: readonly string[];
  /** Other names that are read as the same. */
  readonly also?: readonly string[];
  readonly doc: string;
}

const unit = ['phase', 'stage'] as const;
const work = ['task', ...unit] as const;
const others = (names: Iterable<string>, key: string) => [...names].filter((name) => name !== key);

/** The keys of `tasks.yaml` and of every other YAML document of a plan. What is not listed is free: nothing else is read from it. */
export const planKeys: readonly PlanKey[] = [
  { key: 'tasks', of: ['file', ...unit], shape: 'task', also: others(taskKeys, 'tasks'), doc: 'The tasks: a list, tasks by their id, or lists by lane (`in_progress: […]`).' },
  { key: 'phases', of: ['file'], shape: 'phase', also: others(phaseKeys, 'phases'), doc: 'The phases in the order in which they are worked on.' },
  { key: 'stages', of: ['file', 'phase'], shape: 'stage', also: others(stageKeys, 'stages'), doc: 'The steps inside a phase, in their order.' },
  { key: 'statuses', of: ['file'], shape: 'map', also: ['status_legend', 'status_definitions', 'status_values', 'legend', 'states'], doc: 'Status words of this file and what they mean: `parked: deferred until the next phase`.' },
  { key: 'id', of: ['task', ...unit, 'test'], shape: 'line', doc: 'Its name in the whole plan, for example `T0-001`; a phase or stage has its number.' },
  { key: 'title', of: ['task', ...unit, 'test'], shape: 'line', also: ['name', 'summary'], doc: 'What it is, in one line.' },
  { key: 'status', of: work, shape: 'line', words: 'status', also: others(statusNames, 'status'), doc: 'Where it stands. Words of your own get a meaning under `statuses`, here or in phasewise.yaml.' },
  { key: 'phase', of: ['task'], shape: 'line', words: 'phase', also: others(phaseNames, 'phase'), doc: 'The number of the phase it belongs to.' },
  { key: 'stage', of: ['task'], shape: 'line', words: 'stage', also: others(stageNames, 'stage'), doc: 'The stage it belongs to.' },
  { key: 'depends_on', of: ['task'], shape: 'list', words: 'task', also: others(dependsNames, 'depends_on'), doc: 'Ids of the tasks it waits for.' },
  { key: 'depends_on', of: unit, shape: 'list', words: 'phase', also: others(dependsNames, 'depends_on'), doc: 'The phases it waits for.' },
  { key: 'goal', of: work, shape: 'line', also: ['objective', 'description'], doc: 'What is different when it is done.' },
  { key: 'owner', of: work, shape: 'line', also: ['assignee', 'assigned_to', 'owner_model'], doc: 'Who does it.' },
  { key: 'estimate', of: work, shape: 'line', also: ['duration', 'effort'], doc: 'How long it takes, as written: `2-3 days`.' },
  { key: 'started', of: work, shape: 'line', doc: 'The day it was begun.' },
  { key: 'finished', of: work, shape: 'line', also: ['completed_at', 'completion_date', 'finished_at'], doc: 'The day it was done.' },
  { key: 'artifacts', of: ['task'], shape: 'list', words: 'path', also: others(artifactNames, 'artifacts'), doc: 'What it leaves behind: paths or names.' },
  { key: 'owned_paths', of: work, shape: 'list', words: 'path', also: ['owned_files', 'files', 'paths', 'files_modified', 'files_to_modify', 'files_to_create', 'allowed_paths'], doc: 'What it may change: paths, folders or globs.' },
  { key: 'excluded_paths', of: work, shape: 'list', words: 'path', also: ['forbidden_paths', 'do_not_touch', 'protected_paths'], doc: 'What it must not change.' },
  { key: 'scope', of: work, shape: 'scope', words: 'path', doc: 'What may change: a list of paths or globs, or `include` and `exclude`.' },
  { key: 'include', of: ['scope'], shape: 'list', words: 'path', also: ['included', 'in', 'in_scope', 'allowed'], doc: 'Paths, folders or globs that may change.' },
  { key: 'exclude', of: ['scope'], shape: 'list', words: 'path', also: ['excluded', 'out', 'out_of_scope', 'forbidden'], doc: 'Paths, folders or globs that may not.' },
  { key: 'acceptance_criteria', of: ['task', ...unit], shape: 'list', words: 'condition', also: ['acceptance', 'done_when', 'definition_of_done'], doc: 'When it is done; each line decidable by somebody else.' },
  { key: 'exit_criteria', of: unit, shape: 'list', words: 'condition', also: ['gates', 'success_criteria', 'completion_criteria'], doc: 'The conditions of its gate; each line decidable by somebody else.' },
  { key: 'validation_commands', of: work, shape: 'list', words: 'command', doc: 'Commands that have to exit with 0.' },
  { key: 'checklist', of: ['file', ...unit], shape: 'test', also: ['manual_checklist', 'manual_tests', 'checks', 'smoke_tests', 'uat'], doc: 'Manual tests: what to do and what to see.' },
  { key: 'command', of: ['test'], shape: 'line', words: 'command', also: ['cmd', 'run'], doc: 'The command to run. It never runs by itself.' },
  { key: 'expected', of: ['test'], shape: 'line', also: ['expect', 'expected_result', 'expected_output'], doc: 'What there is to see when it is right.' },
  { key: 'result', of: ['test'], shape: 'line', values: ['pass', 'fail', 'skip', 'blocked'], also: ['outcome'], doc: 'What was seen: pass, fail, skip or blocked.' },
  { key: 'evidence', of: work, shape: 'list', words: 'evidence', also: ['proof', 'evidence_links', 'test_evidence'], doc: 'What proves that it is done: files, commits, links.' },
  { key: 'signoff', of: ['phase'], shape: 'signoff', also: ['sign_off', 'approval', 'approvals'], doc: 'Who approved it, and when.' },
  { key: 'by', of: ['signoff'], shape: 'line', also: ['actor', 'approved_by', 'reviewer', 'approver'], doc: 'Who approved it.' },
  { key: 'date', of: ['signoff'], shape: 'line', also: ['on', 'approved_at', 'signed_at'], doc: 'When, as `2026-12-01`.' },
  { key: 'decision', of: ['signoff'], shape: 'line', values: ['approved', 'rejected'], also: ['verdict'], doc: '`approved` or `rejected`.' },
  { key: 'correlation_id', of: ['signoff'], shape: 'line', doc: 'Where the approval is recorded elsewhere.' },
  { key: 'commit', of: ['signoff'], shape: 'line', doc: 'The commit that was approved.' },
  { key: 'override', of: ['signoff'], shape: 'line', doc: 'Why it was approved although something was missing.' },
  { key: 'deferred', of: ['file', ...unit], shape: 'deferral', also: ['deferred_items', 'deferred_tasks'], doc: 'Work moved to a later phase.' },
  { key: 'task', of: ['deferral'], shape: 'line', words: 'task', doc: 'What was moved.' },
  { key: 'to', of: ['deferral'], shape: 'line', words: 'phase', also: ['to_phase', 'moved_to', 'target'], doc: 'The phase it was moved to.' },
  { key: 'deferred_to', of: ['task'], shape: 'line', words: 'phase', also: ['moved_to', 'postponed_to'], doc: 'The phase it was moved to.' },
  { key: 'notes', of: work, shape: 'line', doc: 'Anything else.' },
]; // biome-ignore format: one row a line

/** The row of a key in a map, by any of its names. */
export function planKeyOf(name: string, of: Holder): PlanKey | undefined {
  const key = normalKey(name);
  return planKeys.find((row) => row.of.includes(of) && (row.key === key || row.also?.includes(key)));
}

/**
 * What the map describes that stands below some keys; undefined where the plan knows nothing of it.
 * @param keys from the root on; `[]` for an item of a list
 * @param root what the file itself is: a list of tasks, one phase …
 */
export function holderOf(keys: readonly string[], root: Holder = 'file'): Holder | undefined {
  let holder: Holder | undefined = root;
  /** What the items of the list or map are that was just opened. */
  let items: Holder | undefined = root === 'file' ? 'task' : undefined;
  for (const name of keys) {
    const key = normalKey(name);
    const row: PlanKey | undefined = holder && planKeyOf(key, holder);
    const opens: Holder | undefined =
      row && row.shape !== 'line' && row.shape !== 'list' && row.shape !== 'map' ? row.shape : undefined;
    if (name === '[]') {
      holder = items;
    } else if (opens === 'signoff' || opens === 'scope') {
      holder = opens;
      items = opens;
    } else if (opens) {
      holder = undefined;
      items = opens;
    } else if (holder === 'file' && (key === 'phase' || isPhaseKey(name))) {
      holder = 'phase';
      items = 'task';
    } else if (holder === 'file' && wrapperKeys.has(key)) items = 'task';
    else if (holder === 'file' && groupKeys.has(key)) {
      holder = undefined;
      items = 'file';
    } else if (holder === undefined && items !== undefined) {
      // Tasks by id, by lane or by phase.
      holder = isPhaseKey(name) && items === 'task' ? 'phase' : items;
    } else {
      holder = undefined;
      items = undefined;
    }
  }
  return holder;
}
