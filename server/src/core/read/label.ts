import { readInline } from '../markdown.ts';
import type { Span } from '../model.ts';
import { dropEnd } from './text.ts';
import { plainSpaces, type Topic, topicOfLabel } from './vocabulary.ts';

/** A label at the beginning of a line: `**Gate**: server starts`, `Files: a, b`, `**Exit criteria**`. */
export interface Label {
  /** The words of the label, without markup and colon. */
  readonly name: string;
  /** What stands after it on the line, as written; empty where nothing does. */
  readonly value: string;
  /** Where `value` stands, as offsets into the text that was handed in. */
  readonly valueAt: Span;
  readonly topic: Topic | undefined;
  /** The label is bold and nothing else stands on the line: a heading in disguise. */
  readonly alone: boolean;
}

const longest = 60;

/** The label of one line of text, or undefined. */
export function readLabel(text: string): Label | undefined {
  return text.startsWith('**') || text.startsWith('__') || /^(?:\p{Extended_Pictographic}|\ufe0f| ){1,4}\*\*/u.test(text)
    ? boldLabel(text)
    : plainLabel(text);
}

/** A further label on the same line: `**Commit:** 1a2b **Status:** done`; only one whose words are known counts. */
export function nextLabel(value: string): { readonly label: Label; readonly index: number } | undefined {
  if (!value.includes('**')) return undefined;
  for (const strong of readInline(value).strongs.slice(0, mostLabels)) {
    const rest = value.slice(strong.start);
    const colon = /[:：]\s*$/.test(strong.value) || /^\s?[:：]/.test(value.slice(strong.end));
    const label = colon && strong.start > 0 ? boldLabel(rest) : undefined;
    if (label?.topic) return { label, index: strong.start };
  }
  return undefined;
}

/** Emphasised words of one line that are looked at, at most. */
const mostLabels = 8;

function boldLabel(text: string): Label | undefined {
  const inline = readInline(text);
  const strong = inline.strongs[0];
  if (!strong || strong.value.length > 90) return undefined;
  const rest = text.slice(strong.end);
  const inner = plainSpaces(strong.value);
  const colonInside = /[:：]\s*$/.test(inner);
  const dotInside = !colonInside && /[^.。][.。]$/.test(inner);
  const after = /^(\s*\([^)]{0,80}\))?\s*(?:[:：]|[—–]|- )?\s*/u.exec(rest);
  const joined = after?.[0] ?? '';
  const start = strong.end + joined.length;
  const value = text.slice(start);
  const name = dotInside ? inner.slice(0, -1) : dropEnd(inner, /[:：\s]/);
  const topic = topicOf(name, value);
  // `**Phase 2** is blocked`: emphasis at the head of a sentence is no label.
  const whole = topic || colonInside ? undefined : boldWhole(text, strong.start, strong.end);
  if (whole) return whole;
  // "**Acceptance.** The saw runs": a full stop does what a colon does, behind words that are known.
  const separated = colonInside || (dotInside && topic !== undefined) || /[:：—–]|- /.test(joined) || value === '';
  if (!separated && !(topic && after?.[1])) return undefined;
  return { name, value, valueAt: { start, end: text.length }, topic, alone: value === '' && !after?.[1] };
}

/** What a label announces; one about expectations may say of what: "Expected — success banner". */
function topicOf(name: string, value: string): Topic | undefined {
  if (value !== '' && listsOnly.test(name)) return undefined;
  const topic = topicOfLabel(name);
  const head = topic ? undefined : /^(\p{L}{5,30}) [—–-] /u.exec(name)?.[1];
  const announced = head ? topicOfLabel(head) : undefined;
  return announced?.role === 'expected' ? announced : topic;
}

/** Labels that announce a list of conditions; with a value behind them they say something else: `Entry: src/main.ts`. */
const listsOnly = /^(?:entry|exit|.{0,40}\bverified)$/i;

/** `**Status: done** (in March)`: label and value are bold together. */
function boldWhole(text: string, start: number, end: number): Label | undefined {
  const colon = plainSpaces(text).indexOf(': ', start);
  if (colon < 0 || colon > end || colon - start > longest) return undefined;
  const name = text.slice(start, colon).replace(/[*_]/g, '').trim();
  const topic = topicOfLabel(name);
  if (topic?.role !== 'status' && topic?.role !== 'estimate' && topic?.role !== 'depends') return undefined;
  const value = text.slice(colon + 2).replace(/\*\*|__/, '');
  return { name, value, valueAt: { start: colon + 2, end: text.length }, topic, alone: false };
}

/** Labels that need no space behind the colon: `Status:done`, `状态:已完成`. */
const unspaced = /^(?:[A-Za-z ]{2,30}|[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]{2,8})$/u;

function plainLabel(text: string): Label | undefined {
  const plain = plainSpaces(text);
  const colon = plain.indexOf(':');
  if (colon <= 0 || colon > longest) return undefined;
  const next = plain[colon + 1];
  const wide = text[colon] === '：';
  if (next !== undefined && next !== ' ' && !wide && !unspaced.test(plain.slice(0, colon))) return undefined;
  if (plain.startsWith('//', colon + 1) || next === ':') return undefined;
  const name = plain.slice(0, colon).replace(/[*_]/g, '').trim();
  if (name === '' || /[.!?`"|<>]/.test(name) || name.split(' ').length > 6) return undefined;
  let start = colon + 1;
  while (plain[start] === ' ') start += 1;
  const emphasis = /^(?:\*\*|__|[*_])\s*/.exec(text.slice(start));
  if (emphasis && /^[*_]/.test(text)) start += emphasis[0].length;
  const value = text.slice(start);
  const topic = topicOf(name, value);
  return { name, value, valueAt: { start, end: text.length }, topic, alone: false };
}
