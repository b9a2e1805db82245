import { documentAt } from '../documents.ts';
import type { Phase, Unit } from '../model.ts';
import type { Project } from '../project.ts';
import { keyOf } from '../read/unitName.ts';
import { lineAt, type Source } from '../source.ts';
import { headingLevel, lineText } from './lines.ts';

/** The section of a document that is about a phase. */
export interface Section {
  readonly source: Source;
  /** Of its heading; 1 where the whole document is about the phase. */
  readonly level: number;
  /** The line of its heading, 0-based. */
  readonly first: number;
  /** Its last line with words, 0-based. */
  readonly last: number;
}

/** Where a phase has a section of its own in a Markdown document: a heading, or a document about nothing else. */
export function sectionOf(project: Project, phase: Phase): Section | undefined {
  const paths = [phase.source.path, ...phase.mentions.map(({ path }) => path)].filter((path) => !/\.ya?ml$/i.test(path));
  for (const path of new Set(paths)) {
    const source = project.sources.get(path);
    const units = documentAt(project.documents, path)?.phases.filter((one) => keyOf(one.id) === keyOf(phase.id)) ?? [];
    const unit = units.find((one) => source && headingLevel(lineText(source, lineAt(source, one.at.start))) > 0);
    if (source && unit)
      return {
        source,
        level: levelOf(source, unit),
        first: lineAt(source, unit.at.start),
        last: lastLineOf(source, unit.at.end, unit.extent.end),
      };
  }
  return undefined;
}

function levelOf(source: Source, unit: Unit): number {
  return headingLevel(lineText(source, lineAt(source, unit.at.start)));
}

/** The last line of a section that is neither blank nor the rule in front of the next section; 0-based. */
export function lastLineOf(source: Source, head: number, end: number): number {
  const first = lineAt(source, head);
  let line = lineAt(source, Math.max(head, end - 1));
  while (line > first && /^(?:-{3,}|\*{3,})?$/.test(lineText(source, line).trim())) line -= 1;
  return line;
}
