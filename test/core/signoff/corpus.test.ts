import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  deferWork,
  type Edit,
  gateVerdict,
  moveStatus,
  type Phase,
  type Plan,
  Project,
  phaseOf,
  recordAttempt,
  signOff,
} from '../../../server/src/core/index.ts';
import { ada } from './ceremony.ts';

const folder = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'corpus');
const documents = existsSync(folder) ? readdirSync(join(folder, 'docs'), { recursive: true, encoding: 'utf8' }) : [];
const paths = documents.filter((name) => /\.(?:md|ya?ml)$/.test(name)).sort();

/** Phases of a plan that are looked at; with other line ends the first ones say enough. */
const mostOf: Readonly<Record<string, number>> = { 'as they are': process.env.FUZZ_RUNS ? 100 : 4 };

const lineEnds = {
  'as they are': (text: string) => text,
  CRLF: (text: string) => text.replace(/\r?\n/g, '\r\n'),
  'with a byte order mark': (text: string) => `\uFEFF${text.replace(/^\uFEFF/, '')}`,
};

type Answer = readonly Edit[] | { readonly refused: string };
const actions: Readonly<Record<string, (project: Project, plan: Plan, phase: Phase) => Answer>> = {
  'sign off': (project, plan, phase) =>
    signOff(project, plan, phase, { ...ada, role: 'Owner', override: 'it is a test' }, gateVerdict(project, plan, phase)),
  begin: (project, plan, phase) => moveStatus(project, plan, phase, 'in_progress'),
  finish: (project, plan, phase) => moveStatus(project, plan, phase, 'done'),
  fail: (project, _, phase) =>
    recordAttempt(project, phase, { ...ada, outcome: 'fail', items: [{ step: 'A step', note: 'it fell' }], note: null }),
  'put off': (project, plan, phase) => {
    const task = [...phase.tasks, ...phase.stages.flatMap((stage) => stage.tasks)].find(({ status }) => status === 'planned');
    return task
      ? deferWork(project, plan, phase, { what: task.id ?? task.title, to: null, why: 'no time' })
      : { refused: 'none' };
  },
};

/** What is wrong after an action; nothing where all is well. */
function faults(name: string, project: Project, plan: Plan, phase: Phase, edits: readonly Edit[]): readonly string[] {
  const wrong: string[] = [];
  const path = edits[0]?.path ?? '';
  const text = project.sources.get(path)?.text ?? '';
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  for (const [index, { start, end }] of sorted.entries()) {
    if (start < 0 || end > text.length || start > end) wrong.push('an edit outside of the text');
    if (index > 0 && start < (sorted[index - 1] as Edit).end) wrong.push('edits that meet');
  }
  const after = project.with([{ path, text: applyEdits(path, text, edits) }]);
  const now = after.plans.find((one) => phaseOf(one, phase.id));
  const own = now && phaseOf(now, phase.id);
  const ids = (one: Plan | undefined) => one?.phases.map(({ id }) => id).join(' ');
  if (!own || !now) return [...wrong, 'the phase is gone'];
  if (ids(now) !== ids(plan)) wrong.push(`other phases: ${ids(plan)} → ${ids(now)}`);
  if (
    name === 'sign off' &&
    !own.signoffs.some((one) => one.actor === ada.actor && one.commit === ada.commit && one.date === ada.date)
  )
    wrong.push('the sign-off is not read back');
  const waits = own.signoffs.some(({ outcome }) => outcome === 'pending');
  if (name === 'sign off' && own.derived !== 'signed_off' && own.derived !== 'done' && !waits) wrong.push(`it is ${own.derived}`);
  if (name === 'begin' && own.status !== 'in_progress') wrong.push(`it is ${own.status}`);
  if (name === 'finish' && own.status !== 'done') wrong.push(`it is ${own.status}`);
  if (name === 'fail' && own.attempts.at(-1)?.failed[0]?.note !== 'it fell') wrong.push('the attempt is not read back');
  if (name !== 'put off' && own.gates.flatMap(({ items }) => items).length !== phase.gates.flatMap(({ items }) => items).length)
    wrong.push('other conditions');
  const tasks = (one: Plan) => one.phases.flatMap((each) => each.tasks).length + one.tasks.length;
  if (tasks(now) !== tasks(plan) + (name === 'put off' ? 1 : 0)) wrong.push(`${tasks(now) - tasks(plan)} more tasks`);
  return wrong;
}

describe.skipIf(paths.length === 0).each(Object.entries(lineEnds))('real documents %s', (ends, write) => {
  const most = mostOf[ends] ?? 1;
  it.each(Object.entries(actions))('%s', { timeout: 120_000 }, (name, act) => {
    const wrong: string[] = [];
    let done = 0;
    for (const file of paths) {
      const text = write(readFileSync(join(folder, 'docs', file), 'utf8'));
      const project = Project.empty
        .with([{ path: `docs/${file}`, text }])
        .tagged([])
        .on('2026-03-01');
      for (const plan of project.plans)
        for (const phase of plan.phases.slice(0, most)) {
          const edits = act(project, plan, phase);
          if ('refused' in edits || plan.phases.filter(({ id }) => id === phase.id).length > 1) continue;
          done += 1;
          for (const fault of faults(name, project, plan, phase, edits)) wrong.push(`${file} phase ${phase.id}: ${fault}`);
        }
    }
    expect(done).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
});
