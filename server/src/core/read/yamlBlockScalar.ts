import { blockSpan, type YamlScalar } from '../yamlNode.ts';

/**
 * A block scalar of the ordinary kind: `|`, `|-`, `>` or `>-`, its lines indented alike or, for `|`, deeper than the first. Undefined for
 * everything else, which is for the library.
 * @param text the whole text
 * @param at offset of the `|` or `>`
 * @param lineEnd offset of the end of its line
 * @param indent of the key or dash it belongs to
 */
export function readBlockScalar(text: string, at: number, lineEnd: number, indent: number): YamlScalar | undefined {
  const header = /^[|>]-?(?= *$| +#)/.exec(text.slice(at, lineEnd))?.[0];
  if (!header) return undefined;
  const folded = header[0] === '>';
  const lines: string[] = [];
  let margin = -1;
  let end = -1;
  let blanks = 0;
  for (let start = text.indexOf('\n', lineEnd) + 1; start > 0 && start < text.length; ) {
    const stop = text.indexOf('\n', start);
    const next = stop < 0 ? text.length : stop + 1;
    const line = text.slice(start, stop < 0 ? text.length : stop).replace(/\r$/, '');
    const spaces = spacesOf(line);
    if (line[spaces] === '\t') return undefined;
    if (spaces === line.length) {
      // Spaces beyond the margin would count, and so would blank lines at the beginning.
      if (margin < 0 || spaces > margin) return undefined;
      blanks += 1;
    } else {
      if (spaces <= indent) break;
      if (margin < 0) margin = spaces;
      if (spaces < margin || (folded && spaces > margin)) return undefined;
      for (; blanks > 0; blanks -= 1) lines.push('');
      lines.push(line.slice(margin));
      end = next;
    }
    start = next;
  }
  if (end < 0) return undefined;
  const whole = { start: at, end };
  const words = (folded ? fold(lines) : lines.join('\n')) + (header.endsWith('-') ? '' : '\n');
  return { kind: 'scalar', text: words, span: blockSpan(text, whole), whole, style: 'block' };
}

/** Lines are joined by a space; blank lines between them are line ends. */
function fold(lines: readonly string[]): string {
  let words = '';
  let join = '';
  for (const line of lines) {
    if (line === '') {
      words += '\n';
      join = '';
    } else {
      words += join + line;
      join = ' ';
    }
  }
  return words;
}

function spacesOf(line: string): number {
  let spaces = 0;
  while (line[spaces] === ' ') spaces += 1;
  return spaces;
}
