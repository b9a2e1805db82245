import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { lineAt, toSource } from '../../server/src/core/index.ts';
import { readBlocks } from '../../server/src/core/read/blocks.ts';

/** Headings, list items, code and tables of a text, as `kind line detail` lines that can be compared. Lines are 1-based. */
export type Skeleton = readonly string[];

/** What the linear scan sees. */
export function scanned(text: string): Skeleton {
  const source = toSource('a.md', text);
  const line = (offset: number) => lineAt(source, offset) + 1;
  return readBlocks(source).flatMap((block) => {
    switch (block.type) {
      case 'heading':
        return [`${line(block.start)} heading ${block.level}`];
      case 'item':
        return block.marker.length <= 10 && !/[☐☑☒⬜🔲]/u.test(block.marker) ? [`${line(block.start)} item`] : [];
      case 'table':
        return [`${line(block.start)} table ${block.rows.length}`];
      case 'fence':
        return [`${line(block.start)} code`];
      default:
        return [];
    }
  });
}

/** What remark sees in the whole text: the oracle. */
export function parsed(text: string): Skeleton {
  const tree = fromMarkdown(text.replace(/^\ufeff/, ' '), {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  const found: string[] = [];
  const visit = (node: OracleNode) => {
    const line = node.position?.start.line ?? 0;
    if (node.type === 'heading') found.push(`${line} heading ${node.depth}`);
    else if (node.type === 'listItem') found.push(`${line} item`);
    else if (node.type === 'table') found.push(`${line} table ${(node.children?.length ?? 1) - 1}`);
    else if (node.type === 'code') found.push(`${line} code`);
    for (const child of node.children ?? []) visit(child);
  };
  visit(tree as unknown as OracleNode);
  return found.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
}

interface OracleNode {
  readonly type: string;
  readonly depth?: number;
  readonly children?: readonly OracleNode[];
  readonly position?: { readonly start: { readonly line: number } };
}
