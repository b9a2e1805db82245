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
import type { ProblemRule } from '../rule.ts';

export const notRead: ProblemRule = {
  id: 'document/not-read',
  scope: 'document',
  code: 'not-read',
  severity: 'warning',
  summary: 'Part of a document lies beyond a limit and was not read.',
};
