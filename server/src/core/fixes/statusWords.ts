import type { Finding, Fix, Place, Plan, StatusStatement } from '../model.ts';
import { planOf } from '../plan/plan.ts';
import type { Project } from '../project.ts';

/** "One of them is out of date": the words of the other statement, where both stand as words. */
export function sayTheSame(project: Project, { at, related }: Finding): readonly Fix[] {
  const said = statementsOf(project, at.path);
  const own = said?.at(at);
  const [other] = (related ?? []).flatMap((place) => said?.at(place.at) ?? []);
  if (!own || !other || !isWords(own) || !isWords(other)) return [];
  return [
    { title: `Write "${other.text}" here too`, edits: [{ ...own.at, text: other.text }] },
    { title: `Write "${own.text}" in ${other.at.path} too`, edits: [{ ...other.at, text: own.text }] },
  ];
}

/** A claim that nothing proves goes back to where the work is, in the word that the plan has for it. */
export function takeStatusBack(project: Project, { at }: Finding): readonly Fix[] {
  const said = statementsOf(project, at.path);
  const own = said?.at(at);
  if (!own || !isWords(own)) return [];
  const text =
    said?.underWay ??
    (/^[a-z]+(?:[-_][a-z]+)+$/.test(own.text) ? 'in-progress' : /^[a-z]/.test(own.text) ? 'in progress' : 'In progress');
  return [{ title: `Take it back to "${text}"`, edits: [{ ...own.at, text }] }];
}

/** What a plan says of how far it is. */
interface Statements {
  /** What is said where something begins. */
  readonly at: (place: Place) => StatusStatement | undefined;
  /** The word that the plan has for what is under way. */
  readonly underWay: string | undefined;
}

/** Thousands of findings ask about one plan. */
const remembered = new WeakMap<Plan, Statements>();

function statementsOf({ plans }: Project, path: string): Statements | undefined {
  const plan = planOf(plans, path);
  const known = plan && remembered.get(plan);
  if (!plan || known) return known;
  const said = toStatements(plan);
  remembered.set(plan, said);
  return said;
}

function toStatements({ phases, stages }: Plan): Statements {
  const all = [
    ...phases.flatMap((phase) => [...phase.statements, ...phase.stages.flatMap(({ statement }) => statement ?? [])]),
    ...stages.flatMap(({ statement }) => statement ?? []),
  ];
  const byPlace = new Map<string, StatusStatement>();
  for (const one of all) {
    const key = keyOf(one.at);
    if (!byPlace.has(key)) byPlace.set(key, one);
  }
  const underWay = all.find(({ status, form }) => status === 'in_progress' && form !== 'item')?.text;
  return { at: (place) => byPlace.get(keyOf(place)), underWay };
}

function keyOf({ path, start }: Place): string {
  return `${start} ${path}`;
}

/** Neither a box nor a column of a board, and nothing that only a picture says. */
function isWords({ form, text, at }: StatusStatement): boolean {
  return form !== 'item' && form !== 'board' && form !== 'diagram' && at.end - at.start === text.length;
}
