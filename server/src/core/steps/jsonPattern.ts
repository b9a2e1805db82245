import type { JsonPattern } from './expectation.ts';

/**
 * Reads JSON as people write it down to expect it: dots (`...` or `…`) are anything, as a value, as the rest of an object or array, and
 * inside a text; keys may lack their quotes, texts may have single ones, a comma may come last.
 * @returns undefined for anything else
 */
export function readJsonPattern(text: string): JsonPattern | undefined {
  const reader = new Reader(text);
  const pattern = reader.value(0);
  return pattern && pattern !== 'rest' && reader.atEnd() ? pattern : undefined;
}

/** Deeper than this nobody writes an expectation. */
const deepest = 50;
const longestNumber = 700;

class Reader {
  #at = 0;

  constructor(private readonly text: string) {}

  atEnd(): boolean {
    this.#space();
    return this.#at >= this.text.length;
  }

  value(depth: number): JsonPattern | 'rest' | undefined {
    this.#space();
    if (depth > deepest) return undefined;
    if (this.#dots()) return 'rest';
    const char = this.text[this.#at];
    if (char === '{') return this.#object(depth);
    if (char === '[') return this.#array(depth);
    if (char === '"' || char === "'") return this.#string();
    const near = this.text.slice(this.#at, this.#at + longestNumber);
    const word = /^(?:true|false|null|-?(?:0|[1-9]\d{0,330})(?:\.\d{1,330})?(?:[eE][+-]?\d{1,3})?)(?![\w.])/.exec(near)?.[0];
    if (word === undefined) return undefined;
    this.#at += word.length;
    return { kind: 'value', value: JSON.parse(word) as number | boolean | null };
  }

  #object(depth: number): JsonPattern | undefined {
    const members: (readonly [string, JsonPattern])[] = [];
    this.#at += 1;
    for (;;) {
      this.#space();
      if (this.#take('}')) return { kind: 'object', members };
      if (!this.#dots()) {
        const key = this.#key();
        this.#space();
        if (key === undefined || !this.#take(':')) return undefined;
        const value = this.value(depth + 1);
        if (!value) return undefined;
        members.push([key, value === 'rest' ? { kind: 'any' } : value]);
      }
      this.#space();
      if (!this.#take(',') && this.text[this.#at] !== '}') return undefined;
    }
  }

  #array(depth: number): JsonPattern | undefined {
    const items: (JsonPattern | 'rest')[] = [];
    this.#at += 1;
    for (;;) {
      this.#space();
      if (this.#take(']')) return { kind: 'array', items };
      const value = this.value(depth + 1);
      if (!value) return undefined;
      if (value !== 'rest' || items.at(-1) !== 'rest') items.push(value);
      this.#space();
      if (!this.#take(',') && this.text[this.#at] !== ']') return undefined;
    }
  }

  #key(): string | undefined {
    const quote = this.text[this.#at];
    if (quote === '"' || quote === "'") return this.#quoted();
    const word = /^[A-Za-z_$][\w$-]{0,100}/.exec(this.text.slice(this.#at, this.#at + 102))?.[0];
    this.#at += word?.length ?? 0;
    return word;
  }

  #string(): JsonPattern | undefined {
    const text = this.#quoted();
    if (text === undefined) return undefined;
    const pieces = text.split(/\.\.\.|…/);
    return pieces.every((piece) => piece === '') && pieces.length > 1 ? { kind: 'any' } : { kind: 'text', pieces };
  }

  #quoted(): string | undefined {
    const quote = this.text[this.#at];
    let end = this.#at + 1;
    while (end < this.text.length && this.text[end] !== quote) end += this.text[end] === '\\' ? 2 : 1;
    if (end >= this.text.length) return undefined;
    const inside = this.text.slice(this.#at + 1, end);
    this.#at = end + 1;
    const json = quote === '"' ? inside : inside.replace(/\\'/g, "'").replace(/"/g, '\\"');
    try {
      return JSON.parse(`"${json}"`) as string;
    } catch {
      return undefined;
    }
  }

  #dots(): boolean {
    const dots = this.text.startsWith('...', this.#at) ? 3 : this.text[this.#at] === '…' ? 1 : 0;
    this.#at += dots;
    return dots > 0;
  }

  #take(char: string): boolean {
    if (this.text[this.#at] !== char) return false;
    this.#at += 1;
    return true;
  }

  #space(): void {
    while (/\s/.test(this.text[this.#at] ?? '')) this.#at += 1;
  }
}
