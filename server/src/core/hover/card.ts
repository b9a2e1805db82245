import type { DocumentFacts, Place, Plan, Span } from '../model.ts';
import type { Project } from '../project.ts';
import { lineAt, type Source } from '../source.ts';

/** Words of a hover. A plain text is shown as it is, whatever it holds: `toMarkdown` alone decides what becomes markup. */
export type Part =
  | string
  | { readonly strong: string }
  | { readonly code: string }
  /** A way to a place of the plan. */
  | { readonly to: Place; readonly words: string }
  /** The page of a rule. */
  | { readonly rule: string };

export type Line = readonly Part[];

/** What is said of the words at a place: what it is, where it stands, why. */
export interface Card {
  /** The words that it is about. */
  readonly at: Span;
  readonly lines: readonly Line[];
}

/** Where somebody points. */
export interface Pointed {
  readonly project: Project;
  readonly plan: Plan | undefined;
  readonly facts: DocumentFacts;
  readonly source: Source;
  /** 0-based UTF-16 offset. */
  readonly offset: number;
}

/** Whether a stretch holds the place that somebody points at. */
export function holds({ start, end }: Span, { offset }: Pointed): boolean {
  return start <= offset && offset <= end;
}

/** A way to a place, named by its file and line. */
export function wayTo(at: Place, { project }: Pointed): Part {
  const source = project.sources.get(at.path);
  return { to: at, words: source ? `${at.path}:${lineAt(source, at.start) + 1}` : at.path };
}

/** At most so many of a list, with how many there are besides. */
export function some<T>(list: readonly T[], most: number, part: (one: T) => Line): Line {
  const shown = list.slice(0, most).flatMap((one, index) => [...(index > 0 ? [', '] : []), ...part(one)]);
  return list.length > most ? [...shown, ` and ${list.length - most} more`] : shown;
}

/** A text of the repository on one line, cut where it is long. */
export function short(text: string, most = 120): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line;
}
