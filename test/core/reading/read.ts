import { join } from 'node:path';
import type { DocumentFacts, Project, Span } from '../../../server/src/core/index.ts';
import { defaultSettings, matcherOf, readDocument, type Settings, toSource } from '../../../server/src/core/index.ts';
import { loadProject } from '../../../server/src/host/load.ts';
import { nodeHost } from '../../../server/src/host/node.ts';

/** What one text says, and the words at a span of it. */
export interface Read extends DocumentFacts {
  readonly words: (span: Span | null | undefined) => string | undefined;
}

/** Reads a text as a document of its own. */
export function read(text: string, path = 'docs/plan.md', settings: Partial<Settings> = {}): Read {
  const facts = readDocument(toSource(path, text), { ...defaultSettings, ...settings });
  return { ...facts, words: (span) => (span ? text.slice(span.start, span.end) : undefined) };
}

/** Opens a folder of `test/fixtures`. */
export function openFixture(name: string): Promise<Project> {
  return open(join('test', 'fixtures', name));
}

/** Opens a folder of the repository. */
export function open(folder: string): Promise<Project> {
  const host = nodeHost(join(import.meta.dirname, '..', '..', '..', folder), (globs) => matcherOf(globs, true));
  return loadProject(host);
}

/** What one document of a project says. */
export function factsOf(project: Project, path: string): Read {
  const facts = project.facts(path);
  const source = project.sources.get(path);
  if (!facts || !source) throw new Error(`${path} was not read`);
  return { ...facts, words: (span) => (span ? source.text.slice(span.start, span.end) : undefined) };
}

/** Phases or stages as `id | title | status`. */
export function units(list: DocumentFacts['phases']): readonly string[] {
  return list.map(({ id, title, status }) => `${id} | ${title ?? '-'} | ${status?.status ?? '-'}`);
}

/** Gates as `phase | kind | label`, with their conditions. */
export function gates({ gates: list }: Pick<DocumentFacts, 'gates'>): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    list.map(({ phase, kind, label, items }) => [`${phase ?? '-'} | ${kind} | ${label}`, items.map(({ text }) => text)]),
  );
}

/** Scope lines as `phase + path`, `phase - path`, and prose in parentheses. */
export function scope({ scope: list }: Pick<DocumentFacts, 'scope'>): readonly string[] {
  return list.map(({ phase, mode, glob, text }) => `${phase ?? '-'} ${mode === 'in' ? '+' : '-'} ${glob ?? `(${text})`}`);
}

/** Tasks as `phase | id | title | status`. */
export function tasks({ tasks: list }: Pick<DocumentFacts, 'tasks'>): readonly string[] {
  return list.map(({ phase, id, title, status }) => `${phase ?? '-'} | ${id ?? '-'} | ${title} | ${status}`);
}
