import type { DocumentFacts } from './model.ts';
import type { Project } from './project.ts';
import { type Lacking, whyNoPhase } from './read/whyNoPhase.ts';
import { isDocument } from './relevance.ts';
import type { LookedAtReport } from './reportTypes.ts';
import { settingsPath } from './settings.ts';
import type { Source } from './source.ts';

/** Nobody reads a longer list. */
const most = 20;

/** A text is asked once, as long as somebody holds it. */
const remembered = new WeakMap<Source, Lacking | undefined>();

/**
 * The documents that were looked at in vain, with what each lacks: those that say something of a plan first. Empty where the folder has a
 * phase, or no document that may be part of a plan.
 */
export function lookedAt(project: Project): LookedAtReport {
  if (project.counts.phases > 0) return { documents: [], more: 0 };
  const read = [...project.sources.values()].flatMap((source) => {
    const may = source.path !== settingsPath && isDocument(source.path, project.settings);
    const facts = may ? project.facts(source.path) : undefined;
    return facts ? [{ source, facts }] : [];
  });
  const documents = read
    .sort(byPromise)
    .slice(0, most)
    .flatMap(({ source, facts }) => {
      if (!remembered.has(source)) remembered.set(source, whyNoPhase(source, facts));
      const lacking = remembered.get(source);
      return lacking ? [{ path: source.path, ...lacking }] : [];
    });
  return { documents, more: read.length - Math.min(read.length, most) };
}

function byPromise(one: Read, other: Read): number {
  const says = ({ facts }: Read) => Number(facts.kind !== 'none' || facts.problems.length > 0);
  return says(other) - says(one) || (one.source.path < other.source.path ? -1 : 1);
}

interface Read {
  readonly source: Source;
  readonly facts: DocumentFacts;
}
