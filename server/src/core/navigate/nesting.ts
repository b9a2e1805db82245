import type { Span } from '../model.ts';
import { readBlocks } from '../read/blocks.ts';
import type { Block, Heading, Item } from '../read/blockTypes.ts';
import { isMarkdown } from '../read/yamlDocument.ts';
import { readYaml } from '../read/yamlText.ts';
import type { Source } from '../source.ts';
import type { YamlNode } from '../yaml.ts';

/** A stretch of a document that stands for itself: a section, a list, an item with what is below it, an entry of YAML. */
export interface Whole extends Span {
  readonly kind: 'section' | 'list' | 'item' | 'table' | 'code' | 'entry';
}

const remembered = new WeakMap<Source, readonly Whole[]>();

/** Everything in a document that can be folded or selected as a whole, the outer before the inner; once per text. Linear. */
export function wholesOf(source: Source): readonly Whole[] {
  let wholes = remembered.get(source);
  if (!wholes) {
    const yaml = /\.ya?ml$/i.test(source.path) ? readYaml(source.text) : undefined;
    wholes = yaml && (yaml.errors.length === 0 || !isMarkdown(source.text)) ? fromYaml(yaml.documents) : fromMarkdown(source);
    remembered.set(source, wholes);
  }
  return wholes;
}

function fromMarkdown(source: Source): readonly Whole[] {
  const blocks = readBlocks(source);
  const found: Whole[] = [];
  const open: { readonly heading: Heading; readonly index: number }[] = [];
  const close = (level: number, end: number) => {
    for (let top = open.at(-1); top && top.heading.level >= level; top = open.at(-1)) {
      found.push({ kind: 'section', start: top.heading.start, end });
      open.pop();
    }
  };
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'heading') {
      close(block.level, block.start);
      open.push({ heading: block, index });
    } else if (block.type === 'table') found.push({ kind: 'table', start: block.start, end: block.end });
    else if (block.type === 'fence') found.push({ kind: 'code', start: block.start, end: block.end });
  }
  close(0, source.text.length);
  found.push(...lists(blocks));
  return outerFirst(found);
}

/** Items to the end of what they hold, and the lists they make: neighbours under one item with nothing of that level between them. */
function lists(blocks: readonly Block[]): readonly Whole[] {
  const ends = new Map<Item, number>();
  for (const block of blocks.toReversed()) {
    const end = Math.max(block.end, block.type === 'item' ? (ends.get(block) ?? 0) : 0);
    if (block.type === 'item') ends.set(block, end);
    if (block.parent) ends.set(block.parent, Math.max(ends.get(block.parent) ?? 0, end));
  }
  const found: Whole[] = [];
  const running = new Map<Item | undefined, { start: number; end: number }>();
  const finish = (parent: Item | undefined) => {
    const list = running.get(parent);
    if (list) found.push({ kind: 'list', ...list });
    running.delete(parent);
  };
  for (const block of blocks) {
    if (block.type !== 'item') {
      if (running.has(block.parent)) finish(block.parent);
      continue;
    }
    const end = ends.get(block) ?? block.end;
    found.push({ kind: 'item', start: block.start, end });
    const list = running.get(block.parent);
    if (list) list.end = end;
    else running.set(block.parent, { start: block.start, end });
  }
  for (const parent of [...running.keys()]) finish(parent);
  return found;
}

function fromYaml(documents: readonly YamlNode[]): readonly Whole[] {
  const found: Whole[] = [];
  const visit = (node: YamlNode, depth: number): void => {
    if (depth > 60) return;
    if (node.kind === 'list')
      for (const item of node.items) {
        found.push({ kind: 'item', ...whole(item) });
        visit(item, depth + 1);
      }
    if (node.kind === 'map')
      for (const { key, value } of node.entries) {
        found.push({ kind: 'entry', start: key.whole.start, end: Math.max(key.whole.end, whole(value).end) });
        visit(value, depth + 1);
      }
  };
  for (const document of documents) visit(document, 0);
  return outerFirst(found);
}

function whole(node: YamlNode): Span {
  return node.kind === 'scalar' ? node.whole : node.span;
}

function outerFirst(found: Whole[]): readonly Whole[] {
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}
