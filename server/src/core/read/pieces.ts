/** A stretch of a document that begins with a heading, and ends where another one of its level or above begins. */
export interface Piece {
  readonly start: number;
  readonly text: string;
}

/** Fewer pieces than this are not worth the trouble. */
const fewest = 6;

/** A heading may begin a piece at these levels. */
const deepest = 3;

/**
 * Cuts a text before its headings `#`, `##` (or `###`), at the highest level that gives several pieces. What looks like a heading may
 * stand in a fence or comment: `joins` tells, and the next piece is then part of this one.
 * @param joins whether what follows a text would still belong to its last block
 */
export function cutIntoPieces(text: string, joins: (text: string) => boolean): readonly Piece[] | undefined {
  const cuts = cutsOf(text);
  for (let level = 1; level <= deepest; level += 1) {
    const own = cuts.filter((cut) => cut.level <= level);
    if (own.length >= fewest) return join(text, own, joins);
  }
  return undefined;
}

interface Cut {
  readonly at: number;
  readonly level: number;
}

/** Lines that begin with `# `, `## ` or `### `, behind the front matter. */
function cutsOf(text: string): readonly Cut[] {
  const cuts: Cut[] = [];
  let from = 0;
  if (/^\ufeff?---/.test(text)) {
    from = text.indexOf('\n---', 3);
    if (from < 0) return [];
  }
  for (let at = text.indexOf('\n#', from); at >= 0; at = text.indexOf('\n#', at + 1)) {
    let level = 1;
    while (text.charCodeAt(at + 1 + level) === 35) level += 1;
    if (level <= deepest && text.charCodeAt(at + 1 + level) === 32) cuts.push({ at: at + 1, level });
  }
  return cuts;
}

function join(text: string, cuts: readonly Cut[], joins: (text: string) => boolean): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (const { at } of [...cuts, { at: text.length }]) {
    const piece = text.slice(start, at);
    if (at < text.length && joins(piece)) continue;
    if (piece !== '') pieces.push({ start, text: piece });
    start = at;
  }
  return pieces;
}
