/**
 * Output of a program as it may be shown and kept: printable characters, line feeds and tabs. What steers a terminal (colours, moves of
 * the cursor, titles, links, device strings) is left out with its arguments, whatever is left of it without its control characters.
 */
export function printable(output: string): string {
  return output.replace(steering, '').replace(/\r\n?/g, '\n').replace(unprintable, '');
}

/** Control sequences, strings that end with BEL or ST, and escapes of two characters. */
const steering =
  /(?:\u001B\[|\u009B)[0-?]{0,64}[ -/]{0,8}[@-~]|(?:\u001B[\]PX^_]|[\u009D\u0090\u0098\u009E\u009F])[^\u0000-\u0008\u000A-\u001F\u007F-\u009F]{0,2000}(?:\u0007|\u001B\\|\u009C)|\u001B[ -/]{1,4}[0-~]|\u001B[0-Z\\^-~]/g;

const unprintable = /(?![\n\t])[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Makes output harmless piece by piece: what a piece begins and does not end waits for the next one. */
export class Harmless {
  #waiting = '';

  /** What can be shown of the output so far and was not given yet. */
  take(piece: string): string {
    const all = this.#waiting + piece;
    const ready = begunAt(all);
    this.#waiting = all.slice(ready);
    return printable(all.slice(0, ready));
  }

  /** What is left when the output has ended. */
  end(): string {
    const rest = printable(this.#waiting);
    this.#waiting = '';
    return rest;
  }
}

/** Where a sequence begins that a text does not end, or its length. Looked for at the end only: what is longer is no sequence. */
function begunAt(text: string): number {
  if (text.endsWith('\r')) return text.length - 1;
  const last = lastIntroducer(text, text.length);
  // The last one may be half of what ends a longer sequence.
  const before = lastIntroducer(text, last);
  return [before, last].find((at) => at >= 0 && unended.test(text.slice(at))) ?? text.length;
}

function lastIntroducer(text: string, before: number): number {
  for (let at = before - 1; at >= Math.max(0, text.length - longestBegun); at -= 1)
    if (introducers.test(text.charAt(at))) return at;
  return -1;
}

const longestBegun = 2002;
const introducers = /[\u001B\u0090\u0098\u009B\u009D-\u009F]/;
const unended =
  /^(?:(?:\u001B\[|\u009B)[0-?]{0,64}[ -/]{0,8}|(?:\u001B[\]PX^_]|[\u009D\u0090\u0098\u009E\u009F])[^\u0000-\u0008\u000A-\u001F\u007F-\u009F]{0,2000}\u001B?|\u001B[ -/]{0,4})$/;

/** What is kept of an output, in bytes of UTF-8, the line about what was left out included. */
export const mostKept = 64 * 1024;

/** Keeps the beginning and the end of an output, however long it gets. */
export class Kept {
  #head = '';
  #headBytes = 0;
  #tail: string[] = [];
  #tailBytes = 0;
  #dropped = 0;

  add(text: string): void {
    let rest = text;
    if (this.#tailBytes === 0 && this.#headBytes < half) {
      const fitting = begin(text, half - this.#headBytes);
      this.#head += fitting;
      this.#headBytes += Buffer.byteLength(fitting);
      rest = text.slice(fitting.length);
      // A head that is full stays as it is: nothing may slip into it behind what went to the tail.
      if (rest !== '') this.#headBytes = half;
    }
    if (rest === '') return;
    this.#tail.push(rest);
    this.#tailBytes += Buffer.byteLength(rest);
    while (this.#tailBytes > half && this.#tail.length > 0) {
      const [first = ''] = this.#tail;
      const bytes = Buffer.byteLength(first);
      const over = this.#tailBytes - half;
      const left = bytes <= over ? '' : end(first, bytes - over);
      const gone = bytes - Buffer.byteLength(left);
      this.#dropped += gone;
      this.#tailBytes -= gone;
      if (left === '') this.#tail.shift();
      else this.#tail[0] = left;
    }
  }

  /** Whether something was left out. */
  get cut(): boolean {
    return this.#dropped > 0;
  }

  /** Beginning, a line about what is missing, and end. */
  get text(): string {
    if (!this.cut) return this.#head + this.#tail.join('');
    return `${this.#head}\n… ${this.#dropped} bytes left out …\n${this.#tail.join('')}`;
  }
}

/** Half of what is kept, but for the line between the halves. */
const half = mostKept / 2 - 50;

/** As much of the beginning of a text as has at most so many bytes. */
function begin(text: string, bytes: number): string {
  if (text.length * 3 <= bytes) return text;
  const buffer = Buffer.from(text);
  if (buffer.length <= bytes) return text;
  let at = bytes;
  while (at > 0 && ((buffer[at] ?? 0) & 0xc0) === 0x80) at -= 1;
  return buffer.toString('utf8', 0, at);
}

/** As much of the end of a text as has at most so many bytes. */
function end(text: string, bytes: number): string {
  const buffer = Buffer.from(text);
  let at = Math.max(0, buffer.length - bytes);
  while (at < buffer.length && ((buffer[at] ?? 0) & 0xc0) === 0x80) at += 1;
  return buffer.toString('utf8', at);
}
