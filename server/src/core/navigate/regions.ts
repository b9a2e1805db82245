import type { Span } from '../model.ts';
import { readBlocks } from '../read/blocks.ts';
import type { Table } from '../read/blockTypes.ts';
import { isMarkdown } from '../read/yamlDocument.ts';
import { normalKey } from '../read/yamlFields.ts';
import { readYaml } from '../read/yamlText.ts';
import type { Source } from '../source.ts';
import type { YamlNode, YamlScalar } from '../yaml.ts';

/** How the words of a stretch are meant: prose, code in which only whole phrases are names, or a diagram. */
export type Manner = 'text' | 'code' | 'diagram';

/** A value below a key of a YAML text; offsets into the document. */
export interface Keyed {
  /** The normalised key: `depends_on`. */
  readonly key: string;
  readonly value: YamlScalar;
  /** It is an item of a list. */
  readonly listed: boolean;
}

/** The parts of a text in which names are looked for. */
export interface Regions {
  /** In the order of the text, none inside another; what lies between them is code that nobody reads. */
  readonly stretches: readonly (Span & { readonly manner: Manner })[];
  readonly tables: readonly Table[];
  readonly values: readonly Keyed[];
}

/** Cuts a document into what is prose, what is code and what is a diagram. Linear. */
export function regionsOf(source: Source): Regions {
  const yaml = /\.ya?ml$/i.test(source.path);
  if (yaml) {
    const read = readYaml(source.text);
    if (read.errors.length === 0 || !isMarkdown(source.text)) return yamlRegions(source.text, read.documents);
  }
  return markdownRegions(source);
}

function yamlRegions(text: string, documents: readonly YamlNode[]): Regions {
  const values: Keyed[] = [];
  for (const node of documents) collect(node, { key: '', listed: false }, 0, values);
  const code = values.filter(({ key, value }) => value.style === 'block' || codeKeys.test(key)).map(({ value }) => value.whole);
  return { stretches: around(text.length, code), tables: [], values };
}

/** Below such keys stands what a machine reads. */
const codeKeys =
  /^(?:commands?|cmd|run|script|scripts|test|tests|verify|artifacts?|artefacts?|outputs?|paths?|files?|globs?|scope|in_scope|out_of_scope|include|exclude|branch|url|link)$/;

/** Collects the scalars of a text with the key they stand below. */
function collect(node: YamlNode, under: Omit<Keyed, 'value'>, offset: number, values: Keyed[]): void {
  if (node.kind === 'map')
    for (const { key, value } of node.entries) collect(value, { key: normalKey(key.text), listed: false }, offset, values);
  else if (node.kind === 'list') for (const item of node.items) collect(item, { ...under, listed: true }, offset, values);
  else if (node.kind === 'scalar') values.push({ ...under, value: offset === 0 ? node : shifted(node, offset) });
}

function shifted(scalar: YamlScalar, offset: number): YamlScalar {
  const by = ({ start, end }: Span) => ({ start: start + offset, end: end + offset });
  return { ...scalar, span: by(scalar.span), whole: by(scalar.whole) };
}

function markdownRegions(source: Source): Regions {
  const { text } = source;
  const hidden: Span[] = [];
  const diagrams: Span[] = [];
  const tables: Table[] = [];
  const values: Keyed[] = [];
  for (const block of readBlocks(source)) {
    if (block.type === 'table') tables.push(block);
    else if (block.type === 'front-matter') {
      const front = readYaml(text.slice(block.content.start, block.content.end));
      for (const node of front.documents) collect(node, { key: '', listed: false }, block.content.start, values);
    } else if (block.type === 'fence') {
      if (/^\s*mermaid\b/i.test(block.info) || (!block.fenced && isFlowchart(text, block.content))) diagrams.push(block.content);
      else hidden.push(block);
    }
  }
  const closed = [...hidden, ...diagrams].sort((a, b) => a.start - b.start);
  const spans = codeSpans(text, closed);
  const stretches = [...around(text.length, spans, closed), ...diagrams.map((span) => ({ ...span, manner: 'diagram' as const }))];
  return { stretches: stretches.sort((a, b) => a.start - b.start), tables, values };
}

function isFlowchart(text: string, { start, end }: Span): boolean {
  return text.slice(start, Math.min(end, start + 20_000)).includes(']:::');
}

/** Spans of code on one line, between backticks of equal number. */
function codeSpans(text: string, closed: readonly Span[]): readonly Span[] {
  const spans: Span[] = [];
  let next = 0;
  for (let at = text.indexOf('`'); at >= 0; at = text.indexOf('`', at)) {
    while ((closed[next]?.end ?? text.length + 1) <= at) next += 1;
    const fence = closed[next];
    if (fence && fence.start <= at) {
      at = fence.end;
      continue;
    }
    let from = at;
    while (text[from] === '`') from += 1;
    const line = text.indexOf('\n', from);
    const close = text.slice(from, line < 0 ? text.length : line).indexOf('`'.repeat(from - at));
    if (close < 0) {
      at = from;
      continue;
    }
    spans.push({ start: from, end: from + close });
    at = from + close + (from - at);
  }
  return spans;
}

/** The stretches of a text: `code` as such, `closed` left out, the rest prose. */
function around(length: number, code: readonly Span[], closed: readonly Span[] = []): Regions['stretches'] {
  const stretches: (Span & { manner: Manner })[] = [];
  let from = 0;
  const cuts = [
    ...code.map((span) => ({ ...span, manner: 'code' as const })),
    ...closed.map((span) => ({ ...span, manner: null })),
  ];
  for (const { start, end, manner } of cuts.sort((a, b) => a.start - b.start)) {
    if (start < from) continue;
    if (start > from) stretches.push({ start: from, end: start, manner: 'text' });
    if (manner) stretches.push({ start, end, manner });
    from = end;
  }
  if (from < length) stretches.push({ start: from, end: length, manner: 'text' });
  return stretches;
}
