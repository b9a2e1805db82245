import type { DocumentFacts, Plan, Status, Unit } from '../model.ts';
import { numberOfTask, vocabularyOf } from '../navigate/vocabulary.ts';
import type { Project } from '../project.ts';
import { keyOf } from '../read/unitName.ts';
import { writtenLike } from './numbering.ts';

/** A phase that is to be written, and the one whose form it takes. */
export interface NewPhase {
  readonly id: string;
  readonly title: string;
  /** The phase before it, which it waits for; null in the first place. */
  readonly after: string | null;
  /** The id, in the plan as it is, of the phase that is copied in form. */
  readonly like: string;
}

/** The word that a document has for what nobody began; null where its phases state nothing. */
export function plannedWord(facts: DocumentFacts, like: Unit, plan: Plan): string | null {
  const own = [...facts.phases].flatMap((unit) => (unit.status ? [unit.status, ...unit.otherStatuses] : unit.otherStatuses));
  if (!own.some(({ form }) => form !== 'item' && form !== 'board')) return null;
  const all = [...own, ...plan.phases.flatMap(({ statements }) => statements)];
  const isPlanned = ({ status, text }: { readonly status: Status; readonly text: string }) =>
    status === 'planned' && /\p{L}{3}/u.test(text);
  const word = own.find((one) => one.form === like.form && isPlanned(one)) ?? own.find(isPlanned) ?? all.find(isPlanned);
  if (word) return word.text;
  const some = own[0]?.text ?? '';
  return /^[a-z]/.test(some) ? (/[-_]/.test(some) ? `not${some.includes('_') ? '_' : '-'}started` : 'planned') : 'Not Started';
}

/** The id of the first task of a new phase, made like those of the plan; undefined where they carry no number of a phase. */
export function firstTaskId(project: Project, plan: Plan, { id, like }: NewPhase, facts: DocumentFacts): string | undefined {
  const { families } = vocabularyOf(project, plan);
  const tasks = facts.tasks.filter((task) => task.id !== null);
  const one = tasks.find(({ phase }) => phase !== null && keyOf(phase) === keyOf(like)) ?? tasks[0];
  const named = one?.id ? numberOfTask(one.id) : undefined;
  if (!one?.id || !named || !families.has(named.family)) return undefined;
  const rest = one.id.slice(named.at + named.number.length);
  return `${named.family}${writtenLike(named.number, id)}${rest.replace(/(?<!\d)\d{1,9}$/, (digits) => '1'.padStart(digits.length, '0'))}`;
}
