import type { YamlMap, YamlNode } from '../yaml.ts';
import { type Fields, fieldsOf, toWords } from './yamlFields.ts';

/** Keys that people give to a piece of planned work. */
const planned = new Set(
  'status state phase phase_id wave milestone sprint epic depends_on dependencies blocked_by acceptance acceptance_criteria priority owner assignee assigned_to estimate estimated_hours effort done completed passes deliverables artifacts outputs files_expected owned_paths requirement_id requirements evidence due due_date story_points subtasks owner_model reviewer created_at claimed_by goal scope'.split(
    ' ',
  ),
);

/** Keys that machines run: builds, playbooks, jobs, crews of agents. */
const run = new Set(
  'cmds cmd run uses script scripts schedule cron interval interval_minutes interval_seconds interval_hours every expected_output image hosts become register when notify shell command commands trigger handler function module entrypoint task_id_fn provisioner_id worker_type dataset dataset_name metric metrics doc_to_text arrival_rate robot_task_name args target url method endpoint queue_name enabled with_items loop tags_to_run executor params input inputs silent sources generates prompt'.split(
    ' ',
  ),
);

/** Whether a document belongs to a tool that runs it: what it calls tasks or phases is none of ours. */
export function isForeign(node: YamlNode): boolean {
  if (node.kind === 'list') return isPlaybook(node.items);
  if (node.kind !== 'map') return false;
  const fields = fieldsOf(node);
  const has = (...keys: string[]) => keys.every((key) => fields.has(key));
  // Kubernetes and Tekton, App Engine, Compose, GitHub and GitLab, Taskfile, CodeBuild, Serverless, OpenAPI, Docker Bake.
  if (
    has('api_version', 'kind') ||
    has('runtime', 'handlers') ||
    has('services') ||
    has('on', 'jobs') ||
    has('jobs', 'workflows') ||
    has('openapi') ||
    has('swagger')
  )
    return true;
  if (
    listsWords(fields, 'stages') &&
    (has('image') ||
      has('variables') ||
      has('before_script') ||
      [...fields.values()].some(({ value }) => hasKey(value, 'script')))
  )
    return true;
  const tasks = fields.get('tasks')?.value;
  if (
    tasks?.kind === 'map' &&
    has('version') &&
    tasks.entries.some(
      ({ value }) => value.kind === 'list' || hasKey(value, 'cmds') || hasKey(value, 'cmd') || hasKey(value, 'deps'),
    )
  )
    return true;
  const phases = fields.get('phases')?.value;
  if (phases && childrenOf(phases).some((child) => hasKey(child, 'commands') || hasKey(child, 'arrivalRate'))) return true;
  const stages = fields.get('stages')?.value;
  if (stages && childrenOf(stages).some((child) => hasKey(child, 'jobs') || hasKey(child, 'script'))) return true;
  if (has('trigger') || has('pool') || has('workflow_dispatch')) return true;
  if (['tasks', 'items', 'jobs', 'steps', 'queue'].some((key) => isRunList(childrenOf(fields.get(key)?.value)))) return true;
  // CrewAI names its tasks at the top level.
  return (
    node.entries.length > 0 &&
    node.entries.every(({ value }) => hasKey(value, 'expected_output') || hasKey(value, 'expectedOutput'))
  );
}

/** Whether the items of a list are pieces of planned work. */
export function isTaskList(items: readonly YamlNode[]): boolean {
  if (items.length === 0 || isRunList(items)) return false;
  const maps = items.filter((item) => item.kind === 'map').map(fieldsOf);
  return maps.filter(isWork).length * 2 >= items.length;
}

/** Whether the entries of a map are pieces of planned work under their ids. */
export function isTaskMap(map: YamlMap): boolean {
  const maps = map.entries.flatMap(({ value }) => (value.kind === 'map' ? [fieldsOf(value)] : []));
  const work = maps.filter((fields) => fields.has('title') || [...fields.keys()].some((key) => planned.has(key)));
  return work.length * 2 >= map.entries.length && !isRunList(map.entries.map(({ value }) => value));
}

/** A title with something that plans it, or an id with a title. */
function isWork(fields: Fields): boolean {
  const named =
    fields.has('title') || fields.has('name') || fields.has('description') || fields.has('summary') || fields.has('task');
  return [...fields.keys()].some((key) => planned.has(key))
    ? named || fields.has('id')
    : (fields.has('id') && named) || fields.has('title');
}

/** Most items are run by something, and few say where they stand. */
function isRunList(items: readonly YamlNode[]): boolean {
  const maps = items.filter((item) => item.kind === 'map').map(fieldsOf);
  if (maps.length === 0) return false;
  const machine = maps.filter((fields) => [...fields.keys()].some((key) => run.has(key))).length;
  const stated = maps.filter(
    (fields) => isStatus(fields) || fields.has('phase') || fields.has('depends_on') || fields.has('acceptance_criteria'),
  ).length;
  const timed = maps.filter((fields) =>
    ['schedule', 'cron', 'interval', 'interval_minutes', 'interval_seconds', 'expected_output'].some((key) => fields.has(key)),
  ).length;
  return timed * 2 >= maps.length || (machine * 2 >= maps.length && stated * 2 < maps.length);
}

function isStatus(fields: Fields): boolean {
  return toWords(fields.get('status')?.value ?? fields.get('state')?.value) !== undefined && !fields.has('enabled');
}

/** A list of plays, or of tasks whose keys are modules (`ansible.builtin.copy`, `apt`) beside a `name`. */
function isPlaybook(items: readonly YamlNode[]): boolean {
  const maps = items.filter((item): item is YamlMap => item.kind === 'map');
  if (maps.length === 0) return false;
  const ansible = maps.filter((map) => {
    const fields = fieldsOf(map);
    if (
      [
        'hosts',
        'become',
        'register',
        'import_playbook',
        'include_tasks',
        'import_tasks',
        'block',
        'with_items',
        'notify',
        'include_role',
      ].some((key) => fields.has(key))
    )
      return true;
    const others = map.entries.filter(({ key }) => !/^(?:name|when|tags|loop|vars|changed_when|failed_when)$/.test(key.text));
    return (
      fields.has('name') &&
      others.length === 1 &&
      (others[0]?.key.text.includes('.') ||
        others[0]?.value.kind === 'map' ||
        /^(?:shell|command|debug|copy|apt|yum|file|service|template|set_fact)$/.test(others[0]?.key.text ?? ''))
    );
  });
  return ansible.length * 2 >= maps.length || isRunList(items);
}

function childrenOf(node: YamlNode | undefined): readonly YamlNode[] {
  if (node?.kind === 'list') return node.items;
  return node?.kind === 'map' ? node.entries.map(({ value }) => value) : [];
}

function hasKey(node: YamlNode, key: string): boolean {
  return node.kind === 'map' && node.entries.some((entry) => entry.key.text === key);
}

function listsWords(fields: Fields, key: string): boolean {
  const value = fields.get(key)?.value;
  return value?.kind === 'list' && value.items.every((item) => item.kind === 'scalar');
}
