import type { DocumentFacts, Phase } from '../model.ts';
import type { Project } from '../project.ts';
import { outlineOf } from '../read/markdownDocument.ts';
import type { Outline } from '../read/outline.ts';
import { keyOf } from '../read/unitName.ts';
import type { Source } from '../source.ts';

/** A Markdown document that speaks of a phase, with where each of its blocks stands. */
export interface PhaseDocument {
  readonly source: Source;
  readonly facts: DocumentFacts;
  readonly outline: Outline;
  /** Whether what stands in a phase (or in none) is about this one: a document about one phase speaks of it everywhere. */
  readonly isOwn: (at: { readonly phase: string | null }) => boolean;
}

/** The Markdown documents that name a phase, the one that defines it first. */
export function documentsAbout(project: Project, phase: Phase): readonly PhaseDocument[] {
  const paths = [phase.source, ...phase.mentions, ...phase.signoffs.map(({ at }) => at)].map(({ path }) => path);
  return [...new Set(paths)].flatMap((path) => {
    const source = project.sources.get(path);
    const facts = project.facts(path);
    if (!source || !facts || /\.(?:ya?ml|json)$/i.test(path)) return [];
    const only = facts.phases.length === 1 ? facts.phases[0]?.id : undefined;
    const key = keyOf(phase.id);
    return [
      {
        source,
        facts,
        outline: outlineOf(source),
        isOwn: ({ phase: id }) => (id === null ? only !== undefined && keyOf(only) === key : keyOf(id) === key),
      },
    ];
  });
}
