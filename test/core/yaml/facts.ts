import type { DocumentFacts, Span } from '../../../server/src/core/model.ts';
import { readYamlDocument } from '../../../server/src/core/read/yamlDocument.ts';
import { defaultSettings, type Settings } from '../../../server/src/core/settings.ts';
import { lineAt, toSource } from '../../../server/src/core/source.ts';

/** The facts of a YAML text, with ways to say where something stands. */
export interface Read extends DocumentFacts {
  /** The words at a span. */
  readonly at: (span: Span | null | undefined) => string | undefined;
  /** The 1-based line of a span. */
  readonly lineOf: (span: Span) => number;
}

export function read(text: string, options: { path?: string; settings?: Partial<Settings> } = {}): Read {
  const source = toSource(options.path ?? 'tasks/tasks.yaml', text);
  const facts = readYamlDocument(source, { ...defaultSettings, ...options.settings });
  return {
    ...facts,
    at: (span) => (span ? text.slice(span.start, span.end) : undefined),
    lineOf: (span) => lineAt(source, span.start) + 1,
  };
}

/** Tasks as `id title status phase`, for a look at all of them. */
export function rows({ tasks }: DocumentFacts): readonly string[] {
  return tasks.map(({ id, title, status, phase }) => [id ?? '-', title, status, phase ?? '-'].join(' | '));
}

/** Phases or stages as `id | title | status`. */
export function units(list: DocumentFacts['phases']): readonly string[] {
  return list.map(({ id, title, status }) => [id, title ?? '-', status?.status ?? '-'].join(' | '));
}
