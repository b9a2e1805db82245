import { joined, type Wording, wording } from '../fixes/wording.ts';

/** Words of a new document that a person is to write; until then they say what is meant. */
export function blank(words: string): Wording {
  return wording(words, 'all');
}

/**
 * The text of a new document as it stands in the code: without its first line end and without the indentation of its lines, which end
 * in line feeds.
 */
export function page(strings: TemplateStringsArray, ...values: readonly (Wording | string)[]): Wording {
  const indent = /^\n( *)/.exec(strings[0] ?? '')?.[1] ?? '';
  const parts = strings.flatMap((text, index): (Wording | string)[] => {
    const flush = text.replaceAll(`\n${indent}`, '\n').replace(index === 0 ? /^\n/ : /^$/, '');
    const value = values[index];
    return value === undefined ? [flush] : [flush, value];
  });
  return trimmed(joined(...parts));
}

/** The last line, which holds the closing quote in the code, is left out. */
function trimmed({ text, stops }: Wording): Wording {
  return { text: `${text.trimEnd()}\n`, stops };
}
