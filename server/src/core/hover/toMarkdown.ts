import type { Place } from '../model.ts';
import type { Card, Line, Part } from './card.ts';

/** What a surface knows of places: how one goes there. */
export interface Ways {
  /** The address of a place, or undefined where there is no way. */
  readonly uriOf: (place: Place) => string | undefined;
  /** The address of the page of a rule, or undefined. */
  readonly pageOf: (rule: string) => string | undefined;
}

/**
 * A card as Markdown. Whatever a repository holds stays text in it: it can make no link, image, command, icon or markup. Links come from
 * places alone.
 */
export function toMarkdown({ lines }: Card, ways: Ways): string {
  return lines.map((line) => line.map((part) => markdownOf(part, ways)).join('')).join('  \n');
}

/** The lines of a card for an editor that shows plain text. */
export function toPlainText({ lines }: Card): string {
  return lines.map(plainLine).join('\n');
}

function plainLine(line: Line): string {
  return line.map((part) => visible(textOf(part))).join('');
}

function textOf(part: Part): string {
  if (typeof part === 'string') return part;
  if ('strong' in part) return part.strong;
  if ('code' in part) return part.code;
  return 'rule' in part ? part.rule : part.words;
}

function markdownOf(part: Part, ways: Ways): string {
  if (typeof part === 'string') return escaped(part);
  if ('strong' in part) return `**${escaped(part.strong)}**`;
  if ('code' in part) return codeOf(part.code);
  const [words, uri] = 'rule' in part ? [part.rule, ways.pageOf(part.rule)] : [part.words, ways.uriOf(part.to)];
  return uri === undefined ? escaped(words) : `[${escaped(words)}](${addressOf(uri)})`;
}

/** Every sign that Markdown could read as more than a sign, also in the middle of a word: `https:` and `www.` become links by themselves. */
function escaped(text: string): string {
  return visible(text).replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** A code span whose fence is longer than any row of backticks in it. */
function codeOf(text: string): string {
  const words = visible(text).trim();
  if (words === '') return '';
  const longest = Math.max(0, ...[...words.matchAll(/`+/g)].map(([row]) => row.length));
  const fence = '`'.repeat(longest + 1);
  const blank = longest > 0 ? ' ' : '';
  return `${fence}${blank}${words}${blank}${fence}`;
}

/** An address that cannot end the link it stands in. */
function addressOf(uri: string): string {
  return uri.replace(/[()<>\s\\]/g, (sign) => encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'));
}

/** On one line, without signs that cannot be seen or turn the reading order. */
function visible(text: string): string {
  return text.replace(/[\s\u2028\u2029]+/g, ' ').replace(hidden, '');
}

const hidden =
  /[\u0000-\u001f\u007f-\u009f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\u{e0000}-\u{e007f}]/gu;
