import type { DocumentFacts } from '../model.ts';
import type { Settings } from '../settings.ts';
import type { Source } from '../source.ts';
import { noFacts } from './document.ts';

/** What a Markdown document says. */
export function readMarkdownDocument(source: Source, _settings: Settings): DocumentFacts {
  return noFacts(source.path);
}
