import { unexplainedRule, unusedRule } from '../disables.ts';
import type { Edit, Finding, Fix } from '../model.ts';
import type { Project } from '../project.ts';
import { lineAt, lineSpan, type Source } from '../source.ts';
import { joined, wording } from './wording.ts';

/** The ways to leave a finding alone with a reason. */
export function suppressions(project: Project, finding: Finding): readonly Fix[] {
  const source = project.sources.get(finding.at.path);
  const line = source && disableLine(finding, source);
  return line ? [{ title: `Leave this alone, with a reason (${finding.rule})`, edits: [line] }] : [];
}

/**
 * A comment at the end of the finding's line that hides it. Undefined where a comment cannot stand there (a table row, a fence, a file
 * that is no Markdown or YAML).
 */
function disableLine(finding: Finding, source: Source): Edit | undefined {
  if (finding.rule === unusedRule || finding.rule === unexplainedRule) return undefined;
  const line = lineSpan(source, lineAt(source, finding.at.start));
  const text = source.text.slice(line.start, line.end);
  const yaml = /\.ya?ml$/i.test(source.path);
  if (!yaml && (!/\.mdx?$|\.markdown$/i.test(source.path) || /^\s*\|.*\|\s*$/.test(text) || text.trim() === '')) return undefined;
  const [open, close] = yaml ? ['#', ''] : ['<!--', ' -->'];
  const reason = wording('why this is fine', 'all');
  const comment = joined(` ${open} phasewise-disable-line ${finding.rule} -- `, reason, close);
  return { path: source.path, start: line.end, end: line.end, ...comment };
}
