import type { Place, Plan } from '../model.ts';
import type { Project } from '../project.ts';
import { keyOf } from '../read/unitName.ts';
import { lineAt, lineSpan } from '../source.ts';
import { documentsOf, type Name, namesIn, namesOf } from './names.ts';

/** A name under the cursor and the plan it is one of. */
export interface FoundName {
  readonly plan: Plan;
  readonly name: Name;
}

/** The plan whose phases, stages and tasks a document names. */
export function planNaming(project: Project, path: string): Plan | undefined {
  return project.plans.find((one) => documentsOf(project, one).includes(path));
}

/**
 * The phase, stage or task that is named at a place: on its id, on the word before it ("Phase"), or undefined.
 * @param offset 0-based offset into the document
 */
export function nameAt(project: Project, path: string, offset: number): FoundName | undefined {
  const text = project.sources.get(path)?.text;
  const plan = planNaming(project, path);
  if (text === undefined || !plan) return undefined;
  const names = namesIn(project, plan, path).filter(({ role }) => role !== 'carried');
  const on = names.find(({ start, end }) => start <= offset && offset <= end);
  if (on) return { plan, name: on };
  const next = names.find(({ start }) => start > offset);
  const before = next && next.kind !== 'task' && next.start - offset < 24 ? text.slice(offset, next.start) : undefined;
  return next && before !== undefined && /^\p{L}{1,20}[ _:#*-]{0,4}$/u.test(before) ? { plan, name: next } : undefined;
}

/** The places that say what a thing is: of a phase the one that the plan shows first, of a task those of its register. */
export function definitionsOf(project: Project, { plan, name }: FoundName): readonly Place[] {
  const all = sameNames(project, { plan, name }).filter(({ role }) => role === 'definition');
  if (name.kind === 'task') {
    const home = all.find(({ path }) => /\.ya?ml$/i.test(path)) ?? all[0];
    return all.filter(({ path }) => path === home?.path);
  }
  const source = name.kind === 'phase' ? plan.phases.find(({ id }) => keyOf(id) === name.key)?.source : undefined;
  if (!source) return all;
  const isSource = (one: Place) => one.path === source.path && source.start <= one.start && one.end <= source.end;
  const first = all.filter(isSource);
  return [...(first.length > 0 ? first : [source]), ...all.filter((one) => !isSource(one))];
}

/** Every place of the plan that names the same thing, in the order of its documents. */
export function sameNames(project: Project, { plan, name }: FoundName): readonly Name[] {
  return namesOf(project, plan).filter((one) => isSame(one, name));
}

/** The places in one document that name the same thing. */
export function sameNamesIn(project: Project, { plan, name }: FoundName, path: string): readonly Name[] {
  return namesIn(project, plan, path).filter((one) => isSame(one, name));
}

function isSame(one: Name, name: Name): boolean {
  return one.kind === name.kind && one.key === name.key && one.role !== 'carried';
}

/**
 * The phase or stage whose title stands at a place: in a line that defines it, behind its number.
 * @param offset 0-based offset into the document
 */
export function titleAt(project: Project, path: string, offset: number): FoundName | undefined {
  const source = project.sources.get(path);
  const plan = project.plans.find((one) => one.documents.includes(path));
  if (!source || !plan) return undefined;
  const line = lineSpan(source, lineAt(source, offset));
  const name = namesIn(project, plan, path).findLast(
    ({ role, kind, start, end }) => role === 'definition' && kind !== 'task' && line.start <= start && end <= offset,
  );
  return name && { plan, name };
}
