import { readInline } from '../markdown.ts';
import type { Form, Place, Span, StatusStatement } from '../model.ts';
import type { Settings } from '../settings.ts';
import type { Source } from '../source.ts';
import { isLegend, toStatus } from './status.ts';
import { readUnitName } from './unitName.ts';

/** What the readers of one document share: its text, and how to say where something stands in it. */
export interface Reading {
  readonly source: Source;
  readonly path: string;
  place(span: Span): Place;
  /** Where some words stand in a stretch of the text; the whole stretch where markup hides them. */
  find(words: string, within: Span): Span;
  /** A status that is written at a span, or undefined: a legend, a template or words that are no status. */
  status(text: string, at: Span, form: Form): StatusStatement | undefined;
}

/** The reading of one source with the status words of the house. */
export function toReading(source: Source, settings: Settings): Reading {
  const { path } = source;
  const place = (span: Span): Place => ({ path, start: span.start, end: span.end });
  return {
    source,
    path,
    place,
    find(words, within) {
      const at = source.text.slice(within.start, within.end).indexOf(words);
      return at < 0
        ? { start: within.start, end: within.end }
        : { start: within.start + at, end: within.start + at + words.length };
    },
    status(text, at, form) {
      const value = readInline(text.split('\n', 1)[0] ?? '').plain.trim();
      if (value === '' || isLegend(value) || /^[[<{]|\b(?:YYYY|TBD)\b/.test(value)) return undefined;
      const status = mixed(value, settings) ?? toStatus(value, settings.statuses);
      if (!status) return undefined;
      const start = at.start + Math.max(0, source.text.slice(at.start, at.end).indexOf(value));
      const end = Math.min(start + value.length, at.end);
      return { status, text: value, at: place({ start, end }), form };
    },
  };
}

/** "Phase 8a complete, phase 8b in progress": parts with names of their own and different statuses mean that the whole is under way. */
function mixed(value: string, settings: Settings): 'in_progress' | undefined {
  const parts = value.split(/[,;·]/);
  if (parts.length < 2 || !parts.some((part) => readUnitName(part))) return undefined;
  const statuses = new Set(parts.map((part) => toStatus(part, settings.statuses)));
  return statuses.size > 1 && statuses.has('done') ? 'in_progress' : undefined;
}
