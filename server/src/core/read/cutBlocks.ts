/**
 * Where blocks of Markdown may be taken apart: before headings, list items at the margin, and lines behind blank ones. The words of a
 * fact stand between two such cuts, so that they can be counted from where they begin.
 * @returns offsets into the text, the first 0; UTF-16 units
 */
export function cutBlocks(text: string): readonly number[] {
  const cuts = [0];
  let blank = false;
  for (let line = 0; line < text.length; ) {
    const end = text.indexOf('\n', line);
    const next = end < 0 ? text.length : end + 1;
    const empty = isBlank(text, line, next);
    if (line > 0 && !empty && (blank || beginsBlock(text, line))) cuts.push(line);
    blank = empty;
    line = next;
  }
  return cuts;
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at) > 32) return false;
  return true;
}

/** A bullet or a heading ends the paragraph before it. */
function beginsBlock(text: string, line: number): boolean {
  const mark = text.charCodeAt(line);
  let behind = line + 1;
  if (mark === hash) while (text.charCodeAt(behind) === hash) behind += 1;
  else if (mark !== dash && mark !== star && mark !== plus) return false;
  return text.charCodeAt(behind) === 32;
}

const [hash, star, plus, dash] = [35, 42, 43, 45];
