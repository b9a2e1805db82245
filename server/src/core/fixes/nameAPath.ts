import type { DocumentFacts, Finding, Fix } from '../model.ts';
import type { Project } from '../project.ts';
import { lineAt, lineSpan, type Source } from '../source.ts';
import { lastLineBelow, linesBehind, lineText } from './lines.ts';
import { joined, wording } from './wording.ts';

/** A path for a scope of prose: an entry more in its list, else a list below it. */
export function nameAPath(_project: Project, { at }: Finding, source: Source, facts: DocumentFacts): readonly Fix[] {
  if (/\.ya?ml$/i.test(source.path)) return [];
  const first = facts.scope.find((entry) => entry.at.start === at.start);
  const own = facts.scope.filter(({ phase, stage, mode }) => phase === first?.phase && stage === first?.stage && mode === 'in');
  const last = own.at(-1);
  if (!last) return [];
  const number = lineAt(source, last.at.start);
  const title = 'Name the paths it may change';
  const path = joined('`', wording('src/**', 'all'), '`');
  const line = lineSpan(source, number);
  const lead = source.text.slice(line.start, last.at.start);
  const marker = /^[\s>]*(?:[-*+]|\d{1,3}[.)])\s+$/.exec(lead)?.[0];
  if (marker) return [{ title, edits: [linesBehind(source, lastLineBelow(source, number), [joined(marker, path)])] }];
  const isLabelled = lead.trim() !== '' && !/^[\s>]*$/.test(lead);
  if (isLabelled)
    return [{ title, edits: [{ path: source.path, start: last.at.end, end: last.at.end, ...joined(' (', path, ')') }] }];
  let end = number;
  while (lineText(source, end + 1).trim() !== '') end += 1;
  return [{ title, edits: [linesBehind(source, end, ['', joined('- ', path)])] }];
}
