import { LayeredMap } from './layeredMap.ts';
import type { Layout } from './layout.ts';
import type { DocumentFacts, Unit } from './model.ts';
import { sayDocument } from './read/document.ts';
import type { Said } from './read/said.ts';
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
  readonly said: Said;
}

/** What each text says, as long as somebody holds the text. */
const remembered = new WeakMap<Source, Read>();

/**
 * What one text says; a text is read once.
 * @param before what the document said until now: facts that are the same stay the same objects
 */
export function readSource(source: Source, settings: Settings, before: Said | undefined): Said {
  const { statuses } = settings;
  const known = remembered.get(source);
  if (known?.statuses === statuses) return known.said;
  // With other words for a status, nothing of what was read holds; what was kept for somebody's edits goes when it is closed.
  const closed = before?.source.isOpen && !source.isOpen;
  const same = before && !closed && remembered.get(before.source)?.statuses === statuses;
  const now = sayDocument(source, settings, same ? before : undefined);
  const said = { ...now, facts: shareFacts(before?.facts, now.facts) };
  remembered.set(source, { statuses, said });
  return said;
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

/** What the documents of a folder say. */
export interface Documents {
  /** Those that say something, in the order of their paths. */
  readonly list: readonly DocumentFacts[];
  /** By path: how places are counted in documents in which they are not the offsets. */
  readonly layouts: LayeredMap<Layout>;
}

/**
 * The documents of a folder that say something. It remembers the last answer and reads only what is different from it.
 */
export class DocumentList {
  private texts: Texts | undefined;
  private documents: Documents = { list: [], layouts: LayeredMap.of() };

  /** What a document said in the last answer. */
  last(path: string): Said | undefined {
    const source = this.texts?.sources.get(path);
    return source && remembered.get(source)?.said;
  }

  update(texts: Texts): Documents {
    const before = this.texts;
    if (before === texts) return this.documents;
    const same =
      before && before.settings.documents === texts.settings.documents && before.settings.statuses === texts.settings.statuses;
    const paths = same ? changesBetween(before, texts) : undefined;
    const { list, layouts } = !paths || paths.size > mostSingly ? this.all(texts) : this.some(texts, paths);
    this.texts = texts;
    const unchanged = isSameList(list, this.documents.list);
    this.documents = { list: unchanged ? this.documents.list : list, layouts };
    return this.documents;
  }

  private all(texts: Texts): Documents {
    const paths = [...texts.sources.keys(), ...[...texts.unreadable.keys()].filter((path) => !texts.sources.has(path))].sort();
    const list: DocumentFacts[] = [];
    const layouts: [string, Layout][] = [];
    for (const path of paths) {
      const said = saidAt(path, texts, this.last(path));
      if (!said || !saysSomething(said.facts)) continue;
      list.push(said.facts);
      if (said.layout) layouts.push([path, said.layout]);
    }
    return { list, layouts: LayeredMap.of(layouts) };
  }

  private some(texts: Texts, paths: ReadonlySet<string>): Documents {
    const list = [...this.documents.list];
    const layouts = new Map<string, Layout | undefined>();
    for (const path of paths) {
      const index = search(list, path);
      const said = saidAt(path, texts, this.last(path));
      const now = said && saysSomething(said.facts) ? [said.facts] : [];
      list.splice(index, list[index]?.path === path ? 1 : 0, ...now);
      layouts.set(path, said?.layout);
    }
    return { list, layouts: this.documents.layouts.with(layouts) };
  }
}

/** With more changes than this the list is made anew. */
const mostSingly = 100;

function changesBetween(before: Texts, after: Texts): ReadonlySet<string> {
  return new Set([...after.sources.differences(before.sources), ...after.unreadable.differences(before.unreadable)]);
}

function saidAt(path: string, { sources, unreadable, settings, isDocument }: Texts, before: Said | undefined) {
  const none = unreadable.get(path);
  if (none) return { facts: none, layout: undefined };
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
