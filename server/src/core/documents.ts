import type { LayeredMap } from './layeredMap.ts';
import type { DocumentFacts, Unit } from './model.ts';
import { readDocument } from './read/document.ts';
import { readEditedYaml } from './read/yamlEdited.ts';
import type { Settings } from './settings.ts';
import { isSameList, share, shareList } from './share.ts';
import type { Source } from './source.ts';

/** The texts of a folder and what decides how they are read. */
export interface Texts {
  readonly sources: LayeredMap<Source>;
  /** Facts of files that have no text. */
  readonly unreadable: LayeredMap<DocumentFacts>;
  readonly settings: Settings;
  /** Whether a file may be part of a plan. */
  readonly isDocument: (path: string, settings: Settings) => boolean;
}

interface Read {
  readonly statuses: Settings['statuses'];
  readonly facts: DocumentFacts;
}

/** What each text says, as long as somebody holds the text. */
const remembered = new WeakMap<Source, Read>();

/** A text that says it, for what is read again after an edit. */
const saidBy = new WeakMap<DocumentFacts, Source>();

/**
 * What one text says; a text is read once.
 * @param before what the document said until now: facts that are the same stay the same objects
 */
export function readSource(source: Source, settings: Settings, before: DocumentFacts | undefined): DocumentFacts {
  const known = remembered.get(source);
  if (known?.statuses === settings.statuses) return known.facts;
  const facts = readAgain(source, settings, before) ?? shareFacts(before, readDocument(source, settings, before !== undefined));
  remembered.set(source, { statuses: settings.statuses, facts });
  saidBy.set(facts, source);
  return facts;
}

/** A task list of which some items were edited; what did not change in it is the same object already. */
function readAgain(source: Source, settings: Settings, facts: DocumentFacts | undefined): DocumentFacts | undefined {
  const old = facts && saidBy.get(facts);
  if (!old || remembered.get(old)?.statuses !== settings.statuses || !/\.ya?ml$/i.test(source.path)) return undefined;
  return readEditedYaml({ source: old, facts }, source, settings);
}

function shareFacts(before: DocumentFacts | undefined, after: DocumentFacts): DocumentFacts {
  if (!before || before === after) return after;
  const shared: Record<string, unknown> = {};
  let all = true;
  for (const key of Object.keys(after) as (keyof DocumentFacts)[]) {
    const [old, now]: readonly unknown[] = [before[key], after[key]];
    // The extent of a unit changes with every word in its section, its name and status hardly ever.
    if (key === 'phases' || key === 'stages') shared[key] = shareUnits(old as readonly Unit[], now as readonly Unit[]);
    else shared[key] = Array.isArray(old) && Array.isArray(now) ? shareList(old, now) : now;
    all &&= shared[key] === old;
  }
  return all ? before : (shared as unknown as DocumentFacts);
}

function shareUnits(before: readonly Unit[], after: readonly Unit[]): readonly Unit[] {
  const shared = after.map((unit, index) => {
    const old = before[index];
    return old?.at.start === unit.at.start ? share(old, unit) : unit;
  });
  return isSameList(before, shared) ? before : shared;
}

/**
 * The documents of a folder that say something, in the order of their paths. It remembers the last answer and reads only what is
 * different from it.
 */
export class DocumentList {
  private texts: Texts | undefined;
  private documents: readonly DocumentFacts[] = [];

  /** What a document said in the last answer. */
  last(path: string): DocumentFacts | undefined {
    return documentAt(this.documents, path);
  }

  update(texts: Texts): readonly DocumentFacts[] {
    const before = this.texts;
    if (before === texts) return this.documents;
    this.texts = texts;
    const same =
      before && before.settings.documents === texts.settings.documents && before.settings.statuses === texts.settings.statuses;
    const paths = same ? changesBetween(before, texts) : undefined;
    const documents = !paths || paths.size > mostSingly ? this.all(texts) : this.some(texts, paths);
    const unchanged =
      documents.length === this.documents.length && documents.every((document, index) => document === this.documents[index]);
    if (!unchanged) this.documents = documents;
    return this.documents;
  }

  private all(texts: Texts): readonly DocumentFacts[] {
    const old = new Map(this.documents.map((document) => [document.path, document]));
    const paths = [...texts.sources.keys(), ...[...texts.unreadable.keys()].filter((path) => !texts.sources.has(path))].sort();
    return paths.flatMap((path) => factsAt(path, texts, old.get(path)) ?? []).filter(saysSomething);
  }

  private some(texts: Texts, paths: ReadonlySet<string>): readonly DocumentFacts[] {
    const documents = [...this.documents];
    for (const path of paths) {
      const index = search(documents, path);
      const old = documents[index]?.path === path ? documents[index] : undefined;
      const facts = factsAt(path, texts, old);
      const now = facts && saysSomething(facts) ? [facts] : [];
      documents.splice(index, old ? 1 : 0, ...now);
    }
    return documents;
  }
}

/** With more changes than this the list is made anew. */
const mostSingly = 100;

function changesBetween(before: Texts, after: Texts): ReadonlySet<string> {
  return new Set([...after.sources.differences(before.sources), ...after.unreadable.differences(before.unreadable)]);
}

function factsAt(path: string, { sources, unreadable, settings, isDocument }: Texts, before: DocumentFacts | undefined) {
  const none = unreadable.get(path);
  if (none) return none;
  const source = sources.get(path);
  return source && isDocument(path, settings) ? readSource(source, settings, before) : undefined;
}

/** A document that says nothing is left alone, unless something is wrong with it. */
function saysSomething(facts: DocumentFacts): boolean {
  return facts.kind !== 'none' || facts.problems.length > 0;
}

/** A document by its path. @param documents in the order of their paths */
export function documentAt(documents: readonly DocumentFacts[], path: string): DocumentFacts | undefined {
  const found = documents[search(documents, path)];
  return found?.path === path ? found : undefined;
}

/** The index of the first document whose path is not before this one. */
function search(documents: readonly DocumentFacts[], path: string): number {
  let low = 0;
  let high = documents.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((documents[middle]?.path ?? '') < path) low = middle + 1;
    else high = middle;
  }
  return low;
}
