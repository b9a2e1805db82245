/**
 * # Part of this document was not read
 *
 * The document goes beyond a limit that keeps the editor alive: a line is too long, lists are nested too deeply, or there is too much of it.
 * What lies beyond the limit is not counted. The finding stands where reading stopped.
 *
 * ## What to do
 *
 * Split the document or the line. If the text is generated, leave the file out with `documents.exclude` in `phasewise.yaml`.
 */
import { problemRule } from './problems.ts';

export const notRead = problemRule(
  'document/not-read',
  'not-read',
  'warning',
  'Part of a document lies beyond a limit and was not read.',
);
