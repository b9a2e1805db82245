import { readInline } from '../markdown.ts';
import type { Form, Place, Reference, Span, StatusStatement } from '../model.ts';
import type { Field, Passage } from './outline.ts';
import type { Reading } from './reading.ts';
import { splitTitle } from './splitTitle.ts';
import { isLegend } from './status.ts';
import type { UnitName } from './unitName.ts';

/** A place that names a unit, before it is decided which of them defines it. */
export interface Candidate {
  readonly kind: 'phase' | 'stage';
  readonly rank: UnitName['rank'];
  readonly strength: UnitName['strength'];
  /** Words before the name; absent where the name is all that stands there. */
  readonly lead?: string;
  readonly id: string;
  readonly title: string | null;
  readonly estimate: string | null;
  readonly form: Form;
  /** The level of a heading; 7 for everything below headings. */
  readonly level: number;
  readonly at: Place;
  readonly nameAt: Span;
  readonly phase: string | null;
  readonly statuses: readonly StatusStatement[];
  readonly dependsOn: readonly Reference[];
  readonly extent: Span;
}

/** Sections and topics in which units are talked about, not defined. */
export const remote: ReadonlySet<string> = new Set([
  'reference',
  'git',
  'depends',
  'deferred',
  'evidence',
  'scope',
  'signoff',
  'decision',
]);

/** The candidate that a line makes which names a unit and stands below headings. */
export function candidateOf(name: UnitName, form: Form, at: Span, line: Span, passage: Passage, reading: Reading): Candidate {
  const split = splitTitle(name.tail);
  const { kind, rank, strength, id, lead } = name;
  return {
    kind,
    rank,
    strength,
    lead,
    id,
    title: split.title,
    estimate: split.estimate,
    form,
    level: 7,
    at: reading.place(at),
    nameAt: reading.find(name.words, line),
    phase: name.kind === 'stage' ? passage.phase : null,
    statuses: split.affixes.flatMap(
      (affix) => reading.status(affix, reading.find(affix, line), form === 'item' ? 'item' : 'heading') ?? [],
    ),
    dependsOn: [],
    extent: at,
  };
}

/** What the first label of that meaning says. */
export function valueOfField(fields: readonly Field[], role: string): string | null {
  const field = fields.find((one) => one.label.topic?.role === role && one.value !== '');
  return field && !isLegend(field.value) ? readInline(field.value.split('\n', 1)[0] ?? '').plain : null;
}
