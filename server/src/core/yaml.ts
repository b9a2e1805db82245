import { Composer, type CST, isAlias, isMap, isScalar, isSeq, Lexer, type Node, Parser, Schema } from 'yaml';
import type { Span } from './model.ts';
import {
  blockSpan,
  mostErrors,
  tidyErrors,
  withoutRepeated,
  type YamlEntry,
  type YamlError,
  type YamlNode,
  type YamlText,
} from './yamlNode.ts';

export type * from './yamlNode.ts';

/**
 * Beyond these a text is not read, and an error says so. The library's composer is recursive and nesting of some thousand levels ends
 * the process, uncatchably; the other limits keep any text within about a second.
 */
const limits = { length: 4_000_000, lexemes: 400_000, depth: 100, documents: 100 } as const;

/**
 * Reads a YAML 1.2 text (JSON is YAML) with the library. Never throws; what the library can recover from is read, the rest is an
 * error. Scalars are not interpreted, aliases not expanded, keys that are no scalars dropped with an error. `readYaml` is the door
 * for everybody else: it is faster and loses less of a broken text.
 */
export function composeYaml(text: string): YamlText {
  if (text.length > limits.length) {
    const message = `This file has ${text.length} characters; YAML is read up to ${limits.length}.`;
    return { documents: [], errors: [{ start: 0, end: 0, message, limit: true }] };
  }
  const errors: YamlError[] = [];
  const documents: YamlNode[] = [];
  try {
    // A lone carriage return is a line end for everybody but the library; replaced by one character, offsets stay.
    const clean = /\r(?!\n)/.test(text) ? text.replace(/\r(?!\n)/g, '\n') : text;
    for (const document of compose(clean, errors)) documents.push(toNode(document, clean, errors));
  } catch {
    // A net for the library's own defects (an empty `>` above an item at its own indent); its words would tell nobody anything.
    const message = 'This part could not be read as YAML.';
    errors.push({ start: 0, end: 0, message, limit: true });
  }
  return { documents, errors: tidyErrors(errors, text) };
}

/** Every scalar is a text. One for all: making it costs as much as reading twenty lines. */
const failsafe = new Schema({ schema: 'failsafe' });

/** Drives the library word by word, so that it can be stopped before it goes too deep. */
function* compose(text: string, errors: YamlError[]): Generator<Node> {
  const composer = new Composer({ schema: failsafe, uniqueKeys: false, prettyErrors: false });
  // The library makes an exception with a stack trace of every error: a file of commas has as many as commas.
  Object.assign(composer, {
    onError: (source: number | readonly number[] | CST.SourceToken, code: string, message: string, warning?: boolean) => {
      if (!warning && errors.length < mostErrors) errors.push(toError(code, message, placeOf(source)));
    },
  });
  const parser = new Parser();
  const step = function* (tokens: Iterable<CST.Token>) {
    for (const token of tokens) {
      if (token.type !== 'error') for (const { contents } of composer.next(token)) if (contents) yield contents as Node;
      if (token.type === 'error' && errors.length < mostErrors)
        errors.push(toError('', token.message, [token.offset, token.offset + 1]));
      if (token.type === 'document') documents += 1;
    }
  };
  let documents = 0;
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    lexemes += 1;
    const why =
      parser.stack.length > limits.depth
        ? `This is nested more than ${limits.depth} levels deep; from here on the file is not read.`
        : lexemes > limits.lexemes || documents >= limits.documents
          ? 'This file is too large; from here on it is not read.'
          : undefined;
    if (why) {
      errors.push({ start: parser.offset, end: parser.offset + 1, message: why, limit: true });
      break;
    }
    yield* step(parser.next(lexeme));
  }
  yield* step(parser.end());
  for (const { contents } of composer.end()) if (contents) yield contents as Node;
}

function placeOf(source: number | readonly number[] | CST.SourceToken): readonly [number, number] {
  if (typeof source === 'number') return [source, source + 1];
  if ('offset' in source) return [source.offset, source.offset + source.source.length];
  return [source[0] ?? 0, source[1] ?? source[0] ?? 0];
}

function toNode(node: Node | null, text: string, errors: YamlError[]): YamlNode {
  if (isMap(node)) {
    const all: YamlEntry[] = [];
    for (const { key, value } of node.items) {
      const name = toNode(key as Node, text, errors);
      const at = { start: name.span.end, end: name.span.end };
      if (name.kind === 'scalar')
        all.push({ key: name, value: value ? toNode(value as Node, text, errors) : { kind: 'null', span: at } });
      else if (name.span.end > name.span.start)
        errors.push({ ...name.span, message: 'A key is a single word or phrase; this one is not read.' });
    }
    const list = withoutRepeated(all, errors);
    return {
      kind: 'map',
      span: covering(
        node,
        list.flatMap(({ key, value }) => [key, value]),
        text,
      ),
      entries: list,
    };
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => toNode(item as Node, text, errors));
    return { kind: 'list', span: covering(node, items, text), items };
  }
  const [start, end] = node?.range ?? [0, 0];
  const whole = { start, end };
  if (isAlias(node)) return { kind: 'scalar', text: `*${node.source}`, span: whole, whole, style: 'alias' };
  if (!isScalar(node)) return { kind: 'null', span: whole };
  const value = String(node.value ?? '');
  switch (node.type) {
    case 'QUOTE_DOUBLE':
    case 'QUOTE_SINGLE':
      return {
        kind: 'scalar',
        text: value,
        span: { start: start + 1, end: isClosed(text, whole) ? end - 1 : end },
        whole,
        style: 'quoted',
      };
    case 'BLOCK_FOLDED':
    case 'BLOCK_LITERAL':
      return { kind: 'scalar', text: value, span: blockSpan(text, whole), whole, style: 'block' };
    default:
      if (/^(?:~|null|Null|NULL)?$/.test(value)) return { kind: 'null', span: whole };
      return { kind: 'scalar', text: value, span: whole, whole, style: 'plain' };
  }
}

/** A collection from its first to its last child: the library lets block collections reach over the blank lines behind them. */
function covering(node: Node, children: readonly YamlNode[], text: string): Span {
  const [start, end] = node.range ?? [0, 0];
  if (text[start] === '[' || text[start] === '{') return { start, end };
  return {
    start,
    end: children.reduce((last, child) => Math.max(last, (child.kind === 'scalar' ? child.whole : child.span).end), start),
  };
}

function isClosed(text: string, { start, end }: Span): boolean {
  return end - start > 1 && text[end - 1] === text[start];
}

/** The library's messages speak of its own grammar; the common ones are said again for a person. */
const sentences: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'This value contains “: ”; put it in quotes.',
  TAB_AS_INDENT: 'YAML is indented with spaces; this line is indented with a tab.',
  BAD_INDENT: 'This line is indented differently from its neighbours.',
  MULTILINE_IMPLICIT_KEY: 'This line has no “:” after its key.',
  BAD_SCALAR_START: 'A value cannot begin with this character; put it in quotes.',
};

function toError(code: string, message: string, [start, end]: readonly [number, number]): YamlError {
  const lost =
    code === 'MISSING_CHAR' && message.startsWith('Implicit map keys') ? 'This line has no “:” after its key.' : undefined;
  return { start, end: Math.max(end, start), message: lost ?? sentences[code] ?? `${message.replace(/\.$/, '')}.` };
}
