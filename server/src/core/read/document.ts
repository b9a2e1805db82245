import { withinBudget } from '../markdown.ts';
import type { DocumentFacts } from '../model.ts';
import type { Settings } from '../settings.ts';
import type { Source } from '../source.ts';
import { limitGates, tooMuchMarkup } from './limits.ts';
import { sayMarkdown } from './markdownDocument.ts';
import type { Said } from './said.ts';
import { sayYaml } from './yamlDocument.ts';

/** What one document says on its own. Never throws because of what the text holds. */
export function readDocument(source: Source, settings: Settings): DocumentFacts {
  return sayDocument(source, settings).facts;
}

/** The same, with what helps to read the next version. @param before what the document said last; it is being edited */
export function sayDocument(source: Source, settings: Settings, before?: Said): Said {
  const say = /\.ya?ml$/i.test(source.path) ? sayYaml : sayMarkdown;
  const { result, refused } = withinBudget(() => say(source, settings, before));
  const { gates, problems } = limitGates(result.facts.gates, source);
  const beyond = [...problems, ...(refused === undefined ? [] : [tooMuchMarkup(source, refused)])];
  if (beyond.length === 0) return result;
  // What was cut off stands at offsets into the text.
  if (result.layout) return sayDocument(source, settings);
  const { facts } = result;
  return { source, facts: { ...facts, gates, problems: [...facts.problems, ...beyond] } };
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
