import fc from 'fast-check';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { type Card, toMarkdown, toPlainText } from '../../../server/src/core/index.ts';

const nowhere = { uriOf: () => undefined, pageOf: () => undefined };
const cardOf = (...line: Card['lines'][number]): Card => ({ at: { start: 0, end: 0 }, lines: [line] });

/** Words as somebody would write them to make a hover do something. */
const hostile = [
  '[click](command:workbench.action.terminal.new)',
  '![](https://example.org/a.png)',
  '<img src=x onerror=alert(1)>',
  'https://example.org www.example.org a@example.org',
  '$(zap) &lt;b&gt; &#91;x&#93;(y)',
  '``` ` ``',
  '# Head\n- item\n\n| a |\n|---|',
  '[ref]: https://example.org\n[ref]',
  '**bold** _it_ ~~no~~ \\',
  '\u202egnp.exe\u0000',
];

test('nothing from a repository becomes a link, an image, a command, HTML or any other markup', () => {
  const words = fc.oneof(
    fc.string(),
    fc.constantFrom(...hostile),
    fc.array(fc.constantFrom(...hostile, ' ', '`', '\n')).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(words, words, words, (text, strong, code) => {
      const markdown = toMarkdown(
        cardOf('It says ', text, ' and ', { strong: `x${strong}x` }, ' and ', { code }, ' end'),
        nowhere,
      );
      const kinds = new Set(kindsIn(unified().use(remarkParse).parse(markdown)));
      for (const kind of ['root', 'paragraph', 'text', 'strong', 'inlineCode', 'break']) kinds.delete(kind);
      expect([...kinds]).toEqual([]);
      // Outside of code spans every sign is escaped: editors turn bare addresses into links.
      expect(withoutCode(markdown)).not.toMatch(/(?<!\\)[:@$<[]|www\./);
    }),
  );
});

test('what is text stays readable as it was written, on one line and without hidden signs', () => {
  for (const text of ['a `b` [c](d)', 'x*y*z', '1. one', '- two', 'p & q < r']) {
    const tree = unified()
      .use(remarkParse)
      .parse(toMarkdown(cardOf('Says: ', text), nowhere));
    expect(textIn(tree)).toBe(`Says: ${text}`);
  }
  expect(toPlainText(cardOf('a\nb\u202ec'))).toBe('a bc');
});

test('places become links, and no path can end its link', () => {
  const place = { path: 'docs/a b).md', start: 0, end: 0 };
  const markdown = toMarkdown(cardOf({ to: place, words: 'a](b) c' }), {
    ...nowhere,
    uriOf: ({ path }) => `file:///x/${path}#L3`,
  });
  const [link, ...others] = nodes(unified().use(remarkParse).parse(markdown)).filter(({ type }) => type === 'link');
  expect(others).toEqual([]);
  expect(link).toMatchObject({ url: 'file:///x/docs/a%20b%29.md#L3' });
  expect(textIn(link as Node)).toBe('a](b) c');
});

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

function nodes(node: Node): readonly Node[] {
  return [node, ...(node.children ?? []).flatMap(nodes)];
}

function kindsIn(node: Node): readonly string[] {
  return nodes(node).map(({ type }) => type);
}

function textIn(node: Node): string {
  return nodes(node)
    .map(({ value }) => value ?? '')
    .join('');
}

function withoutCode(markdown: string): string {
  const tree = unified().use(remarkParse).parse(markdown);
  let rest = markdown;
  for (const node of nodes(tree as Node).toReversed()) {
    const { position } = node as Node & { position?: { start: { offset: number }; end: { offset: number } } };
    if (node.type === 'inlineCode' && position) rest = rest.slice(0, position.start.offset) + rest.slice(position.end.offset);
  }
  return rest;
}
