import { readBlocks } from '../read/blocks.ts';
import type { Block } from '../read/blockTypes.ts';
import { outlineOf } from '../read/markdownDocument.ts';
import type { Announced, Section } from '../read/outline.ts';
import { remember } from '../read/pieceMemory.ts';
import { cutIntoPieces, levelsOf } from '../read/pieces.ts';
import { lineAt, lineSpan, type Source, toSource } from '../source.ts';

/** Where a cursor stands in a Markdown document: spans of its block are offsets into `source`, which is a part of the document. */
export interface Cursor {
  /** The part of the document that was looked at. */
  readonly source: Source;
  /** The offset of the cursor in that part, and what has to be added for the document. */
  readonly offset: number;
  readonly shift: number;
  /** The block on the line of the cursor, where one is. */
  readonly block: Block | undefined;
  readonly section: Section | undefined;
  /** What the list or section says its lines are. */
  readonly announced: Announced | null;
  readonly phase: string | null;
  readonly stage: string | null;
}

/** Shorter documents are looked at whole. UTF-16 units. */
const shortest = 4000;

/** Finds out where a cursor stands; of a long document only the piece around it is read, below the headings that hold it. */
export function cursorIn(document: Source, at: number): Cursor {
  const { source, shift } = partAround(document, at);
  const offset = at - shift;
  const outline = outlineOf(source);
  const line = lineSpan(source, lineAt(source, offset));
  const isHere = (block: Block) => block.start <= offset && (offset <= block.end || block.end >= line.start);
  const section = outline.sections.findLast(({ heading }) => heading === null || heading.start <= offset);
  const passage = outline.passages.findLast(({ block }) => isHere(block));
  const aside = readBlocks(source).findLast((block) => (block.type === 'comment' || block.type === 'heading') && isHere(block));
  const context = passage ?? section;
  return {
    source,
    offset,
    shift,
    block: passage?.block ?? aside,
    section,
    announced: passage?.announced ?? section?.announced ?? null,
    phase: context?.phase ?? null,
    stage: context?.stage ?? null,
  };
}

function partAround(document: Source, at: number): { readonly source: Source; readonly shift: number } {
  const cutting = document.text.length < shortest ? undefined : levelsOf(document).at(-1);
  const pieces = cutting === undefined ? undefined : cutIntoPieces(document, cutting, remember);
  const number = pieces?.findLastIndex(({ start }) => start <= at) ?? -1;
  const piece = pieces?.[number];
  if (!pieces || !piece) return { source: document, shift: 0 };
  const above: string[] = [];
  let level = piece.level;
  for (let before = number - 1; before >= 0 && level > 1; before -= 1) {
    const one = pieces[before];
    if (!one || one.level === 0 || one.level >= level) continue;
    level = one.level;
    above.unshift(`${one.text.slice(0, one.text.search(/[\r\n]|$/))}\n`);
  }
  const head = above.join('');
  return { source: toSource(document.path, head + piece.text), shift: piece.start - head.length };
}
