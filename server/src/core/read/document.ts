import { withinBudget } from '../markdown.ts';
import type { DocumentFacts } from '../model.ts';
import type { Settings } from '../settings.ts';
import type { Source } from '../source.ts';
import { limitGates, tooMuchMarkup } from './limits.ts';
import { readMarkdownDocument } from './markdownDocument.ts';
import { readYamlDocument } from './yamlDocument.ts';

/**
 * What one document says on its own. Never throws because of what the text holds.
 * @param edited it was read before, and may be read again after the next key: what helps then is remembered
 */
export function readDocument(source: Source, settings: Settings, edited = false): DocumentFacts {
  const read = /\.ya?ml$/i.test(source.path) ? readYamlDocument : readMarkdownDocument;
  const { result, refused } = withinBudget(() => read(source, settings, edited));
  const { gates, problems } = limitGates(result.gates, source);
  const beyond = [...problems, ...(refused === undefined ? [] : [tooMuchMarkup(source, refused)])];
  return beyond.length === 0 ? result : { ...result, gates, problems: [...result.problems, ...beyond] };
}

/** Facts of a document that could not be read at all; `why` follows the file's name in a sentence. */
export function unreadableDocument(path: string, why: string): DocumentFacts {
  const at = { path, start: 0, end: 0 };
  return { ...noFacts(path), problems: [{ code: 'unreadable', message: `${path} ${why}.`, at }] };
}

/** Facts of a document that says nothing. */
export function noFacts(path: string): DocumentFacts {
  return {
    path,
    kind: 'none',
    title: null,
    phases: [],
    stages: [],
    scope: [],
    gates: [],
    emptyGates: [],
    tasks: [],
    checklist: [],
    evidence: [],
    signoffs: [],
    attempts: [],
    deferred: [],
    disables: [],
    problems: [],
  };
}
