import type { DocumentFacts, Phase, Plan, Status, StatusStatement } from '../model.ts';
import { oncePer } from '../once.ts';
import { finished, statusWords } from '../plan/current.ts';
import { mayFollow, nextOf } from '../plan/transitions.ts';
import { toStatus } from '../read/status.ts';
import { keyOf } from '../read/unitName.ts';
import { type Asked, type Completion, into, type Slot, type Subject, typedIn } from './completion.ts';

/** The statuses that may be written at a place, in the plan's own words, the next ones on the way first. */
export function offerStatus(asked: Asked, slot: Slot): readonly Completion[] {
  const { plan, project, facts } = asked;
  const isTask = slot.about?.kind === 'task';
  const was = slot.about && statusOf(asked, slot.about);
  const used = usedWords(plan, facts, isTask);
  const signs = used.has('ready') || used.has('signed_off');
  const whole = asked.source.text.slice(slot.at.start, slot.at.end);
  const now = toStatus(whole, project.settings.statuses);
  const house = [...project.settings.statuses].map(([word, status]) => ({ word, status }));
  return legal(was, isTask, signs).flatMap((status) => {
    const own = [...(used.get(status) ?? []), ...house.filter((one) => one.status === status).map(({ word }) => word)];
    const words = own.length > 0 ? oneSpelling(own) : usual(status, facts, used);
    return words.map((word) => ({
      label: word,
      kind: 'status' as const,
      detail: `${statusWords[status]}${why(status, was, slot.about)}`,
      edit: into(slot, asked, word),
      // Over a status that stands there already every other one is offered, whatever it begins with.
      ...(now ? { filter: `${typedIn(slot, asked)} ${word}` } : {}),
    }));
  });
}

function why(status: Status, was: Status | undefined, about: Subject | undefined): string {
  if (was === undefined || was === 'unknown' || !about) return '';
  const whose = about.id === null ? `the ${about.kind}` : `${about.kind} ${about.id}`;
  return status === was ? ` · ${whose} is that already` : ` · ${whose} was ${statusWords[was]}`;
}

/** The statuses that a thing may take, the next ones on the way first, the one it has last; where nothing is known of it, all. */
function legal(was: Status | undefined, isTask: boolean, signs: boolean): readonly Status[] {
  if (was === undefined || was === 'unknown') return order;
  // A plan without sign-off, and most tasks, may be done at once; what is signed off is locked.
  const free = isTask ? was !== 'signed_off' : !signs;
  const next = free ? order.filter((to) => to !== was) : nextOf(was).filter((to) => mayFollow(was, to));
  return [...(free && finished.has(was) ? next : byWay(was, next)), was];
}

/** What lies ahead comes before what lies behind. */
function byWay(was: Status, next: readonly Status[]): readonly Status[] {
  const ahead = (to: Status) => order.indexOf(to) > order.indexOf(was);
  return [...next.filter(ahead), ...next.filter((to) => !ahead(to))];
}

const order: readonly Status[] = ['planned', 'in_progress', 'blocked', 'ready', 'done', 'signed_off', 'deferred', 'removed'];

/** Where a thing stood before the text was edited; else what the plan says of it elsewhere. */
function statusOf({ project, plan, facts }: Asked, about: Subject): Status | undefined {
  if (about.id === null) return undefined;
  const earlier = stated(project.earlier(facts.path), about);
  if (earlier) return earlier;
  const key = keyOf(about.id);
  if (about.kind === 'phase') return plan?.phases.find((phase) => keyOf(phase.id) === key)?.status;
  return undefined;
}

function stated(facts: DocumentFacts | undefined, { kind, id, phase }: Subject): Status | undefined {
  if (!facts || id === null) return undefined;
  const key = keyOf(id);
  if (kind === 'task') return facts.tasks.find((task) => task.id === id && task.statusText !== null)?.status;
  const units = kind === 'phase' ? facts.phases : facts.stages;
  return units.find((unit) => keyOf(unit.id) === key && (kind === 'phase' || unit.phase === phase))?.status?.status;
}

/** How often a word is used, in the document that is written and in all. */
interface Use {
  readonly here: number;
  readonly all: number;
}

/** The words that a plan uses for each status: those of the document first, then the most frequent. */
function usedWords(plan: Plan | undefined, facts: DocumentFacts, isTask: boolean): ReadonlyMap<Status, readonly string[]> {
  const uses = new Map<Status, Map<string, Use>>();
  const count = ({ status, text, at }: Said) => {
    const own = uses.get(status) ?? new Map<string, Use>();
    const { here, all } = own.get(text) ?? { here: 0, all: 0 };
    uses.set(status, own.set(text, { here: here + (at.path === facts.path ? 1 : 0), all: all + 1 }));
  };
  if (isTask)
    facts.tasks
      .flatMap(({ status, statusText, at }) => (statusText === null ? [] : [{ status, text: statusText, at }]))
      .filter(isWord)
      .forEach(count);
  else {
    for (const phase of plan?.phases ?? []) saidOfPhase(phase).forEach(count);
    saidOfStages(plan).forEach(count);
  }
  const most = (words: ReadonlyMap<string, Use>) =>
    [...words].sort(([, a], [, b]) => b.here - a.here || b.all - a.all).map(([word]) => word);
  return new Map([...uses].map(([status, words]) => [status, oneSpelling(most(words)).slice(0, mostWords)]));
}

const mostWords = 4;
const longestWords = 40;

type Said = Pick<StatusStatement, 'status' | 'text' | 'at'>;

/** A remark behind the status ("done (in March)") is no word of the plan. */
function isWord({ status, text }: Said): boolean {
  return status !== 'unknown' && text.length <= longestWords && !/[^\p{L}\p{M}\p{Extended_Pictographic}' _-]/u.test(text);
}

function inWords(statements: readonly StatusStatement[]): readonly Said[] {
  return statements.filter((one) => one.form !== 'item' && one.form !== 'board' && one.form !== 'diagram' && isWord(one));
}

const saidOfPhase = oncePer((phase: Phase) => [...inWords(phase.statements), ...saidOfStages(phase)]);

function saidOfStages(of: Pick<Plan, 'stages'> | undefined): readonly Said[] {
  return inWords((of?.stages ?? []).flatMap(({ statement }) => statement ?? []));
}

/** `In Progress`, `in progress` and `in-progress` are one word; the first one counts. */
function oneSpelling(words: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const bare = (word: string) => word.toLowerCase().replace(/[\s_-]+/g, ' ');
  return words.filter((word) => !seen.has(bare(word)) && seen.add(bare(word)));
}

/** Words for a status that the plan has none for yet, spelled as its others are; none for what only plans of another kind know. */
function usual(status: Status, { path }: DocumentFacts, used: ReadonlyMap<Status, readonly string[]>): readonly string[] {
  const words = common[status];
  if (words === undefined || (status === 'signed_off' && !used.has('ready')) || (status === 'ready' && !used.has('signed_off')))
    return [];
  const all = [...used.values()].flat();
  const joint = all.map((word) => /[a-z]([_-])[a-z]/i.exec(word)?.[1]).find((found) => found !== undefined);
  const isYaml = /\.ya?ml$/i.test(path);
  const small = all.length > 0 ? all.every((word) => word === word.toLowerCase()) : isYaml;
  const titled = all.some((word) => /^\p{Lu}\S* \p{Lu}/u.test(word));
  const spelled = small ? words : titled ? words.replace(/\b[a-z]/g, (first) => first.toUpperCase()) : capital(words);
  return [spelled.replaceAll(' ', joint ?? (isYaml && all.every((word) => !word.includes(' ')) ? '-' : ' '))];
}

const common: Readonly<Partial<Record<Status, string>>> = {
  planned: 'not started',
  in_progress: 'in progress',
  blocked: 'blocked',
  ready: 'ready for signoff',
  done: 'done',
  signed_off: 'signed off',
  deferred: 'deferred',
};

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
