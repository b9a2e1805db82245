import type { DocumentFacts, Place, Span, Status } from '../model.ts';
import type { Settings } from '../settings.ts';
import { lineAt, lineSpan, type Source } from '../source.ts';
import { readYamlDisables } from './disables.ts';
import { toStatus } from './status.ts';
import { readUnitName } from './unitName.ts';
import type { Words } from './yamlFields.ts';

type Mutable<Facts> = { -readonly [Key in keyof Facts]: Facts[Key] extends readonly (infer Item)[] ? Item[] : Facts[Key] };

/** What the readers of one YAML document share: where they put what they find, and how to say where it stands. */
export interface YamlReading {
  readonly source: Source;
  readonly facts: Mutable<Omit<DocumentFacts, 'path' | 'problems' | 'kind'>>;
  place(span: Span): Place;
  /** The whole line on which a span begins. */
  line(span: Span): Place;
  /** The status some words mean; words that mean none are `unknown`. */
  status(words: string): Status;
}

/** Where in the document something stands, as far as it says so of what is inside it. */
export interface Where {
  readonly phase: Words | null;
  readonly stage: string | null;
  /** The status of the lane (`in_progress:`) that holds it. */
  readonly lane: Words | null;
}

export const nowhere: Where = { phase: null, stage: null, lane: null };

/** @param legend words that the document itself gives a meaning */
export function toYamlReading(source: Source, settings: Settings, legend: ReadonlyMap<string, Status>): YamlReading {
  const place = ({ start, end }: Span): Place => ({ path: source.path, start, end });
  const extra = new Map([...settings.statuses, ...legend]);
  const known = new Map<string, Status>();
  return {
    source,
    facts: {
      title: null,
      phases: [],
      stages: [],
      scope: [],
      gates: [],
      emptyGates: [],
      tasks: [],
      checklist: [],
      evidence: [],
      signoffs: [],
      attempts: [],
      deferred: [],
      disables: [...readYamlDisables(source)],
    },
    place,
    line: (span) => place(lineSpan(source, lineAt(source, span.start))),
    status(words) {
      // The same few words stand on thousands of tasks.
      const seen = known.get(words);
      if (seen) return seen;
      const status = toStatus(words, extra) ?? 'unknown';
      if (known.size < 1000) known.set(words, status);
      return status;
    },
  };
}

/** The id of a phase or stage as its documents write it: `Phase 02`, `phase-2` and `P2` are `2`; other names stay whole. */
export function toUnitId(words: string): string {
  const text = words.trim();
  const short = /^[Pp]?0*(\d{1,4}(?:\.\d{1,3})*[A-Za-z]?)$/.exec(text);
  if (short?.[1]) return short[1];
  const named = readUnitName(text.replace(/_/g, '-'));
  if (named && (named.tail === null || /[\s:]/.test(text.slice(named.words.length, named.words.length + 2))) && named.lead === '')
    return named.id;
  return text.slice(0, 80);
}
