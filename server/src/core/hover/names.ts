import { tasksById } from '../complete/references.ts';
import type { Phase, Place, Plan, Stage, Status, StatusStatement, Task } from '../model.ts';
import { nameAt } from '../navigate/find.ts';
import { finished, statusWords, tasksOf } from '../plan/current.ts';
import { keyOf } from '../read/unitName.ts';
import { plural } from '../verdict/requirement.ts';
import { gateVerdict } from '../verdict/verdict.ts';
import { type Card, type Line, type Part, type Pointed, short, some, wayTo } from './card.ts';

/** The phase, stage or task that is named at a place. */
export function nameCard(pointed: Pointed): Card | undefined {
  const { project, source, offset } = pointed;
  const found = nameAt(project, source.path, offset);
  if (!found) return undefined;
  const { plan, name } = found;
  const at = { start: name.start, end: name.end };
  const lines =
    name.kind === 'task'
      ? taskLines(name.id, plan, pointed)
      : name.kind === 'phase'
        ? phaseLines(name.key, plan, pointed)
        : stageLines(name.key, plan, pointed);
  return lines && { at: { start: offset < at.start ? headOf(source.text, offset) : at.start, end: at.end }, lines };
}

/** Where the word begins that holds a place: "Phase" in front of its number. */
function headOf(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && /\p{L}/u.test(text[start - 1] ?? '')) start -= 1;
  return start;
}

function phaseLines(key: string, plan: Plan, pointed: Pointed): readonly Line[] | undefined {
  const phase = plan.phases.find(({ id }) => keyOf(id) === key);
  if (!phase) return undefined;
  const { project } = pointed;
  const current = plan.current?.phase === phase.id ? plan.current : null;
  const verdict = gateVerdict(project, plan, phase);
  const missing = verdict.requirements.filter(({ state }) => state === 'fail' || state === 'not-run');
  const gate =
    hasGate(phase) && phase.status !== 'signed_off'
      ? [
          missing.length === 0
            ? ['Gate: nothing is missing']
            : [
                'Gate: ',
                missing
                  .slice(0, 3)
                  .map(({ text }) => text)
                  .join('; '),
              ],
        ]
      : [];
  const scope = phase.scope.filter(({ mode, glob }) => mode === 'in' && glob !== null);
  return [
    [...heading('Phase', phase), ...standing(phase.status === 'unknown' ? phase.derived : phase.status, phase.statement)],
    ...(current ? [[`The current phase: ${current.reason}`]] : []),
    ...(phase.dependsOn.length > 0
      ? [
          waits(
            phase.dependsOn.map(({ id }) => id),
            (id) => statusOf(plan, id),
            'phase ',
          ),
        ]
      : []),
    ...workLine(phase),
    ...(scope.length > 0 ? [['Scope: ', ...some(scope, 4, ({ glob }) => [{ code: glob ?? '' }])]] : []),
    ...gate,
    ...signoffLine(phase),
    ...(phase.tag === null ? [] : [['Tag: ', { code: phase.tag }]]),
    placeLine(phase.source, phase.mentions, pointed),
  ];
}

function signoffLine({ signoffs }: Phase): readonly Line[] {
  const last = signoffs.at(-1);
  if (last?.outcome !== 'approved') return [];
  const by = last.actor === null ? '' : ` by ${short(last.actor, 60)}`;
  const on = last.date === null ? '' : ` on ${short(last.date, 30)}`;
  return by + on === '' ? [] : [[`Signed off${by}${on}`]];
}

function hasGate(phase: Phase): boolean {
  return phase.gates.length > 0 || phase.tasks.length > 0 || phase.checklist.length > 0;
}

function stageLines(key: string, plan: Plan, pointed: Pointed): readonly Line[] | undefined {
  const [owner, id] = [key.slice(0, key.indexOf('/')), key.slice(key.indexOf('/') + 1)];
  const phase = plan.phases.find((one) => keyOf(one.id) === owner);
  const isMeant = (stage: Stage) => keyOf(stage.id) === id;
  const stage = phase?.stages.find(isMeant) ?? plan.stages.find(isMeant);
  if (!stage) return undefined;
  const of = phase ? [[`A stage of phase ${phase.id}${phase.title === null ? '' : ` (${short(phase.title, 60)})`}`]] : [];
  return [
    [...heading('Stage', stage), ...standing(stage.status, stage.statement)],
    ...of,
    ...workLine(stage),
    placeLine(stage.source, stage.mentions, pointed),
  ];
}

function taskLines(id: string, plan: Plan, pointed: Pointed): readonly Line[] | undefined {
  const all = tasksById(plan);
  // Ids without a letter are told apart by where they stand.
  const task: Task | undefined = /[a-z]/i.test(id)
    ? all.get(id.toLowerCase())
    : (pointed.facts.tasks.find((one) => one.id === id && one.at.start <= pointed.offset && pointed.offset <= one.at.end) ??
      pointed.facts.tasks.find((one) => one.id === id));
  if (!task) return undefined;
  const status = (other: string) => all.get(other.toLowerCase())?.status;
  const waiting = [...all.values()].filter((one) => one.dependsOn.some((reference) => reference.id === id));
  const home = plan.phases.find((phase) => task.phase !== null && keyOf(phase.id) === keyOf(task.phase));
  return [
    [{ strong: `Task ${id}` }, ` ${short(task.title)}`, ` · ${said(task.status, task.statusText)}`],
    ...(home ? [[`Of phase ${home.id}${home.title === null ? '' : ` (${short(home.title, 60)})`}`]] : []),
    ...(task.dependsOn.length > 0
      ? [
          waits(
            task.dependsOn.map((reference) => reference.id),
            status,
            '',
          ),
        ]
      : []),
    ...(waiting.length > 0 ? [['Awaited by ', ...some(waiting, 4, (one) => [one.id])]] : []),
    ...(task.artifacts.length > 0 ? [['Leaves ', ...some(task.artifacts, 3, (one) => [{ code: short(one, 80) }])]] : []),
    placeLine(task.at, [], pointed),
  ];
}

function heading(kind: string, { id, title }: { readonly id: string; readonly title: string | null }): readonly Part[] {
  return [{ strong: `${kind} ${id}` }, title === null ? '' : ` ${short(title)}`];
}

function standing(status: Status, statement: StatusStatement | null): readonly Part[] {
  return [` · ${said(status, statement?.text ?? null)}`];
}

/** "done", and the author's own words where they are others: "in progress (“WIP”)". */
function said(status: Status, words: string | null): string {
  const meaning = statusWords[status];
  return words === null || words.toLowerCase().replace(/[-_ ]/g, '') === meaning.replace(/[- ]/g, '')
    ? meaning
    : `${meaning} (“${short(words, 60)}”)`;
}

function waits(ids: readonly string[], status: (id: string) => Status | undefined, word: string): Line {
  return [
    'Waits for ',
    ...some(ids, 5, (id) => {
      const its = status(id);
      return [
        `${word}${short(id, 40)}${its === undefined ? ' (not in this plan)' : its === 'unknown' ? '' : ` (${statusWords[its]})`}`,
      ];
    }),
  ];
}

function statusOf(plan: Plan, id: string): Status | undefined {
  return plan.phases.find((phase) => keyOf(phase.id) === keyOf(id))?.derived;
}

/** "3 of 5 tasks done · 1 of 2 manual tests passed · 4 stages". */
function workLine(unit: Phase | Stage): readonly Line[] {
  const tasks = 'scope' in unit ? tasksOf(unit) : unit.tasks;
  const done = tasks.filter(({ status }) => finished.has(status)).length;
  const passed = unit.checklist.filter(({ result, mark }) => (result ? result.outcome === 'pass' : mark === 'done')).length;
  const parts = [
    ...(tasks.length > 0 ? [`${done} of ${tasks.length} tasks done`] : []),
    ...('stages' in unit && unit.stages.length > 0 ? [`${unit.stages.length} ${plural(unit.stages.length, 'stage')}`] : []),
    ...(unit.checklist.length > 0 ? [`${passed} of ${unit.checklist.length} manual tests passed`] : []),
  ];
  return parts.length > 0 ? [[parts.join(' · ')]] : [];
}

/** Where it is defined, and how many other lines of the plan speak of it. */
function placeLine(at: Place, mentions: readonly Place[], pointed: Pointed): Line {
  const places = new Set(mentions.filter(({ path }) => path !== at.path).map(({ path }) => path)).size;
  return ['Defined in ', wayTo(at, pointed), places > 0 ? ` · also in ${places} other ${plural(places, 'document')}` : ''];
}
