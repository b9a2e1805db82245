import { unitNames } from '../gate/delegation.ts';
import { toVocabulary, type Vocabulary } from '../gate/names.ts';
import { putDefined, putSuites } from '../gate/suites.ts';
import type { CheckItem, DocumentFacts, Gate, Task, Unit } from '../model.ts';
import { differingStretches } from '../share.ts';
import { ownText } from '../source.ts';

/**
 * What the tasks, manual tests and titles of a folder name: suites and tools with their commands; and which lists of conditions there are.
 * What a gate says itself does not count: there only its neighbours answer. Names are counted line by line, and
 * a document that was edited is compared with what it was, so that a keystroke costs what it changed.
 */
export class PlanNames {
  private readonly counts = new Map<string, number>();
  private known: { readonly own: readonly string[]; readonly vocabulary: Vocabulary } | undefined;
  private changed = false;

  /**
   * Takes documents that are gone and documents that came; one that was edited is in both.
   * @param own names from the configuration
   * @returns the same object as before as long as no name came or went
   */
  update(left: readonly DocumentFacts[], came: readonly DocumentFacts[], own: readonly string[]): Vocabulary {
    const before = new Map(left.map((document) => [document.path, document]));
    for (const document of came) {
      this.compare(before.get(document.path), document);
      before.delete(document.path);
    }
    for (const document of before.values()) this.compare(document, undefined);
    if (this.known?.own === own && !this.changed) return this.known.vocabulary;
    this.changed = false;
    const all = [...this.counts.keys()];
    const lists = all.filter((name) => name.startsWith(LIST)).map((name) => name.slice(LIST.length));
    const vocabulary = toVocabulary([...all.filter((name) => !name.startsWith(LIST)), ...own], lists);
    this.known = { own, vocabulary };
    return vocabulary;
  }

  private compare(old: DocumentFacts | undefined, now: DocumentFacts | undefined): void {
    const put = (by: number) => (name: string) => this.count(name, by);
    const swap = <T>(
      a: readonly T[] = [],
      b: readonly T[] = [],
      same: (a: T, b: T) => boolean,
      read: (one: T, put: Put) => void,
    ) => {
      const [gone, came] = differingStretches(a, b, same);
      for (const one of came) read(one, put(1));
      for (const one of gone) read(one, put(-1));
    };
    swap(old?.gates, now?.gates, sameGate, readGate);
    swap(old?.tasks, now?.tasks, sameTask, readTask);
    swap(old?.checklist, now?.checklist, (a, b) => a.title === b.title && a.command === b.command, readCheck);
    const sameTitle = (a: Titled, b: Titled) => a.title === b.title;
    swap(old?.phases, now?.phases, sameTitle, readTitle);
    swap(old?.stages, now?.stages, sameTitle, readTitle);
  }

  private count(name: string, by: number): void {
    const before = this.counts.get(name) ?? 0;
    if (before === 0 || before + by === 0) this.changed = true;
    if (before + by === 0) this.counts.delete(name);
    else this.counts.set(before === 0 ? ownText(name) : name, before + by);
  }
}

type Put = (name: string) => void;
type Titled = Pick<Unit, 'title'>;

/** Marks the name of a list among the names; no name of a suite begins with it. */
const LIST = '\0';

function sameGate(a: Gate, b: Gate): boolean {
  return a === b || (a.phase === b.phase && a.stage === b.stage && a.items.length === b.items.length);
}

function sameTask(a: Task, b: Task): boolean {
  return a === b || (a.title === b.title && a.phase === b.phase && a.stage === b.stage);
}

function readGate({ phase, stage, items }: Gate, put: Put): void {
  if (items.length < 2) return;
  putList('', phase, stage, put);
}

function readTask({ phase, stage, title }: Task, put: Put): void {
  putList('tasks of ', phase, stage, put);
  putDefined(title, put);
  putSuites(title, put);
}

function readCheck({ title, command }: CheckItem, put: Put): void {
  putDefined(command === null ? title : `${title}: \`${command}\``, put);
  putSuites(title, put);
}

function readTitle({ title }: Titled, put: Put): void {
  if (title !== null) putSuites(title, put);
}

function putList(what: '' | 'tasks of ', phase: string | null, stage: string | null, put: Put): void {
  for (const unit of unitNames(phase, stage)) put(LIST + what + unit);
}
