import { readInline } from '../markdown.ts';
import { readBlocks } from '../read/blocks.ts';
import type { Source } from '../source.ts';

/** Anchors of a text, as long as somebody holds the text. */
const remembered = new WeakMap<Source, ReadonlySet<string>>();

/**
 * What `#…` may name in a Markdown text: its headings as GitHub turns them into anchors (the second of two equal ones is `results-1`),
 * and the anchors that its author set (`<a id="results">`, `{#results}`).
 */
export function anchorsOf(source: Source): ReadonlySet<string> {
  const known = remembered.get(source) ?? readAnchors(source);
  remembered.set(source, known);
  return known;
}

function readAnchors(source: Source): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const block of readBlocks(source)) {
    if (block.type !== 'heading') continue;
    const own = /\{#([\w.:-]{1,100})\}$/.exec(block.text.text)?.[1];
    if (own) anchors.add(own.toLowerCase());
    const slug = slugOf(readInline(block.text.text).plain);
    let name = slug;
    for (let count = 1; anchors.has(name); count += 1) name = `${slug}-${count}`;
    anchors.add(name);
  }
  for (const [, name = ''] of source.text.matchAll(/<[a-z][a-z\d]{0,10} (?:id|name)=["']?([\w.:-]{1,100})/gi))
    anchors.add(name.toLowerCase());
  return anchors;
}

/** A heading as GitHub makes an anchor of it: small letters, hyphens for blanks, nothing else but letters, digits, `-` and `_`. */
export function slugOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-');
}
