import { withoutRepeated, type YamlEntry, type YamlNode } from '../yamlNode.ts';
import { readBlockScalar } from './yamlBlockScalar.ts';
import { type BlockState, broken, fail, nothing } from './yamlBroken.ts';
import { keyEnd, readInline, readKey, wordsEnd } from './yamlInline.ts';
import { type Lines, tabbed } from './yamlLines.ts';

/**
 * Reads the lines of one document. Ordinary ones (`key: value`, `- item`, nested by indentation) are read here; an entry or item that
 * holds anything else goes to the library on its own. Where the library finds it broken, that is reported and the lines are read once
 * more, leniently: what can be had of them is taken.
 */
export function readBlocks(lines: Lines): Pick<BlockState, 'errors' | 'certain'> & { readonly root: YamlNode } {
  const state: BlockState = { lines, line: 0, lenient: false, composed: 0, pieces: 0, errors: [], certain: false };
  let root: YamlNode | undefined;
  while (state.line < lines.count) {
    const first = state.line;
    if (root) fail(state, first, 'This line does not fit what stands above it.');
    const more =
      tryBlock(state, -1, 0) ??
      broken(
        state,
        first,
        -1,
        (node) => node,
        () => tryBlock(state, -1, 0),
      );
    if (state.line === first) state.line += 1;
    if (root?.kind === 'list' && more?.kind === 'list') root = { ...root, items: [...root.items, ...more.items] };
    else if (root?.kind === 'map' && more?.kind === 'map')
      root = { ...root, entries: withoutRepeated([...root.entries, ...more.entries], state.errors) };
    else root ??= more;
  }
  return { root: root ?? nothing(0), errors: state.errors, certain: state.certain };
}

/** Deeper than this the library decides. */
const deepest = 60;

/** Everything from this line on that is indented deeper than `floor`. Undefined: not ordinary, or too deep. */
function tryBlock(state: BlockState, floor: number, depth: number): YamlNode | undefined {
  // A tab is no indentation: the library says so, line by line.
  if (state.lines.indent(state.line) === tabbed && !state.lenient) return undefined;
  if (depth > deepest) return state.lenient ? nothing(state.lines.words(state.line)) : undefined;
  if (state.lines.isItem(state.line)) return list(state, floor, depth);
  // A value that begins below its key: what it is and how far it goes is for the library to say.
  const words = state.lines.text.slice(state.lines.words(state.line), state.lines.end(state.line));
  if (floor >= 0 && !state.lenient && keyEnd(words) < 0) return undefined;
  return tryMap(state, floor, depth);
}

function list(state: BlockState, floor: number, depth: number): YamlNode {
  const { lines } = state;
  const column = lines.indent(state.line);
  const start = lines.words(state.line);
  const items: YamlNode[] = [];
  for (;;) {
    const first = state.line;
    const indent = lines.indent(first);
    if (lines.isItem(first) && (indent === column || (state.lenient && indent > floor))) {
      const read = () => tryItem(state, indent, depth);
      items.push(
        read() ??
          broken(
            state,
            first,
            indent,
            (node) => (node.kind === 'list' && node.items.length === 1 ? node.items[0] : undefined),
            read,
            floor >= 0 && items.length > 0,
          ) ??
          nothing(lines.end(first)),
      );
    } else if (state.lenient && indent > floor) state.line += 1;
    else break;
  }
  return { kind: 'list', span: { start, end: items.reduce((_, item) => endOf(item), start) }, items };
}

function tryItem(state: BlockState, indent: number, depth: number): YamlNode | undefined {
  const { lines } = state;
  let at = lines.words(state.line) + 1;
  while (lines.text[at] === ' ') at += 1;
  const words = lines.text.slice(at, lines.end(state.line));
  if (keyEnd(words) > 0) return settled(state, indent, depth < deepest ? tryMap(state, indent, depth + 1, at) : undefined);
  return tryValue(state, indent, words, at, () => lines.indent(state.line) > indent, depth);
}

/** @param at where the first entry begins, if that is behind a `- ` */
function tryMap(state: BlockState, floor: number, depth: number, at?: number): YamlNode | undefined {
  const { lines } = state;
  const start = at ?? lines.words(state.line);
  const column = at === undefined ? lines.indent(state.line) : at - lines.start(state.line);
  const entries: YamlEntry[] = [];
  if (at !== undefined) {
    const entry = tryEntry(state, column, at, depth);
    if (entry === undefined) return undefined;
    if (entry) entries.push(entry);
  }
  for (;;) {
    const first = state.line;
    const indent = lines.indent(first);
    if (lines.isItem(first) || first >= lines.count || !(indent === column || (state.lenient && indent > floor))) break;
    const read = () => tryEntry(state, column, lines.words(first), depth);
    const entry =
      read() ??
      broken(
        state,
        first,
        column,
        (node) =>
          node.kind === 'map' && node.entries.length === 1 && lines.text[lines.words(first)] !== '{'
            ? node.entries[0]
            : undefined,
        read,
        floor >= 0 && entries.length > 0,
      );
    if (entry) entries.push(entry);
  }
  const before = state.errors.length;
  const kept = withoutRepeated(entries, state.lenient ? [] : state.errors);
  if (floor >= 0 && state.errors.length > before) state.certain = true;
  return { kind: 'map', span: { start, end: entries.reduce((_, { value }) => endOf(value), start) }, entries: kept };
}

/** Null where lenient reading finds no entry on the line. */
function tryEntry(state: BlockState, column: number, at: number, depth: number): YamlEntry | null | undefined {
  const { lines } = state;
  const words = lines.text.slice(at, lines.end(state.line));
  const colon = keyEnd(words);
  const key = colon > 0 ? readKey(words.slice(0, colon), at) : undefined;
  if (!key) {
    if (!state.lenient) return undefined;
    state.line += 1;
    return null;
  }
  let from = colon + 1;
  while (words[from] === ' ') from += 1;
  // A list may stand at the indent of its key.
  const nests = () => lines.indent(state.line) > column || (lines.indent(state.line) === column && lines.isItem(state.line));
  const value = tryValue(state, column, words.slice(from), at + from, nests, depth);
  return value && { key, value };
}

/** What stands behind a `-` or a `key:`, on the line or below it. */
function tryValue(
  state: BlockState,
  indent: number,
  words: string,
  at: number,
  nests: () => boolean,
  depth: number,
): YamlNode | undefined {
  if (wordsEnd(words) === 0) {
    state.line += 1;
    return settled(state, indent, nests() ? tryBlock(state, indent, depth + 1) : nothing(at));
  }
  const block = /^[|>]/.test(words) ? readBlockScalar(state.lines.text, at, state.lines.end(state.line), indent) : undefined;
  if (block) {
    while (state.lines.start(state.line) < block.whole.end) state.line += 1;
    return settled(state, indent, block);
  }
  const value = readInline(words, at) ?? (state.lenient ? restOfLine(words, at) : undefined);
  if (value) state.line += 1;
  return settled(state, indent, value);
}

/** A node behind which nothing deeper follows: else it goes on, as only the library knows, or its lines are askew. */
function settled(state: BlockState, indent: number, node: YamlNode | undefined): YamlNode | undefined {
  if (!node || state.lines.indent(state.line) <= indent) return node;
  if (!state.lenient) return undefined;
  return node;
}

/** What is left of a broken value: its first line, without quotes. */
function restOfLine(words: string, at: number): YamlNode {
  const end = wordsEnd(words);
  if (/^[|>][-+0-9]*$/.test(words.slice(0, end))) return nothing(at);
  const open = /^["']/.test(words) ? 1 : 0;
  const close = open === 1 && end > 1 && words[end - 1] === words[0] ? end - 1 : end;
  const span = { start: at + open, end: at + close };
  return {
    kind: 'scalar',
    text: words.slice(open, close),
    span,
    whole: { start: at, end: at + end },
    style: open ? 'quoted' : 'plain',
  };
}

function endOf(node: YamlNode): number {
  return (node.kind === 'scalar' ? node.whole : node.span).end;
}
