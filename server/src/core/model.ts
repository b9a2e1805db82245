/**
 * The words of the product as plain, readonly data. Everything in the core speaks in these types; nothing in here computes.
 *
 * Positions are offsets: 0-based UTF-16 code units into the text of one document, `end` exclusive. Lines and columns exist only at
 * the rim (see `source.ts`). Paths are relative to the workspace folder, with `/`.
 */

export type * from './model/document.ts';
export type * from './model/finding.ts';
export type * from './model/place.ts';
export type * from './model/plan.ts';
export type * from './model/record.ts';
export type * from './model/work.ts';
