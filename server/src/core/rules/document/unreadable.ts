/**
 * # A document could not be read
 *
 * The file is part of the plan by its name, but it is not UTF-8 text, it is larger than the limit, or it may not be opened. Nothing in it is
 * counted, and nothing is written to it. The rest of the plan is read as usual.
 *
 * ## What to do
 *
 * Save the file as UTF-8, split it, or leave it out with `documents.exclude` in `phasewise.yaml`.
 */
import type { ProblemRule } from '../rule.ts';

export const unreadable: ProblemRule = {
  id: 'document/unreadable',
  scope: 'document',
  code: 'unreadable',
  severity: 'warning',
  summary: 'A document of the plan could not be read.',
};
