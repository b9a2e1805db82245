import type { Disable, DocumentFacts, Edit, Finding, Fix } from './model.ts';
import { rules } from './rules/index.ts';
import { lineAt, lineSpan, type Source } from './source.ts';

/** Findings about disable comments themselves cannot be hidden by one. */
export const unusedRule = 'disable/unused';
export const unexplainedRule = 'disable/no-reason';

/**
 * Takes out the findings that a disable comment hides, and adds one for each comment that hides nothing or gives no reason.
 * @param sources texts by path
 */
export function withDisables(
  findings: ReadonlyMap<string, readonly Finding[]>,
  documents: readonly DocumentFacts[],
  sources: ReadonlyMap<string, Source>,
  severityOf: (rule: string, usual: Finding['severity']) => Finding['severity'] | 'off',
): ReadonlyMap<string, readonly Finding[]> {
  const disabling = documents.filter((document) => document.disables.length > 0);
  if (disabling.length === 0) return findings;
  const all = new Map(findings);
  for (const { path, disables } of disabling) {
    const used = new Set<Disable>();
    const kept = (findings.get(path) ?? []).filter((finding) => {
      const hiding = disables.filter((disable) => hides(disable, finding));
      for (const disable of hiding) used.add(disable);
      return hiding.length === 0;
    });
    const about = disables.flatMap((disable) => aboutComment(disable, used.has(disable), sources.get(path), severityOf));
    const list = [...kept, ...about].sort((a, b) => a.at.start - b.at.start);
    if (list.length > 0) all.set(path, list);
    else all.delete(path);
  }
  return all;
}

function hides(disable: Disable, finding: Finding): boolean {
  if (disable.rules.length > 0 && !disable.rules.includes(finding.rule)) return false;
  return finding.at.start >= disable.covers.start && finding.at.start <= disable.covers.end;
}

function aboutComment(
  disable: Disable,
  used: boolean,
  source: Source | undefined,
  severityOf: (rule: string, usual: Finding['severity']) => Finding['severity'] | 'off',
): readonly Finding[] {
  const add = (rule: string, message: string, fixes: readonly Fix[]): readonly Finding[] => {
    const severity = severityOf(rule, 'information');
    return severity === 'off' ? [] : [{ rule, severity, message, at: disable.at, ...(fixes.length > 0 ? { fixes } : {}) }];
  };
  const unknown = disable.rules.find((id) => !rules.some((rule) => rule.id === id));
  if (unknown) return add(unusedRule, `There is no rule ${unknown}, so this comment hides nothing of it.`, []);
  if (!used) {
    const edit = source ? removal(disable, source) : undefined;
    const fix: Fix[] = edit ? [{ title: 'Remove the comment', edits: [edit], preferred: true }] : [];
    return add(unusedRule, 'This comment hides nothing any more. Take it out.', fix);
  }
  if (disable.reason !== null) return [];
  const fix = source ? [{ title: 'Say why', edits: [explanation(disable, source)] }] : [];
  return add(unexplainedRule, 'Say why: add `-- reason` to the comment, for those who read the plan after you.', fix);
}

/** A reason to fill in, before the end of the comment. */
function explanation({ at }: Disable, { text }: Source): Edit {
  const comment = text.slice(at.start, at.end).replace(/-->$/, '').trimEnd();
  const end = at.start + comment.replace(/(?:--|[:—–])$/, '').trimEnd().length;
  const lead = ' -- ';
  const words = 'why this is fine';
  const stops = [{ start: lead.length, end: lead.length + words.length }];
  return { path: at.path, start: end, end: at.start + comment.length, text: lead + words, stops };
}

/** Takes the comment out, with its whole line where it stands alone on one. */
function removal(disable: Disable, source: Source): Edit {
  const { path, start, end } = disable.at;
  const first = lineSpan(source, lineAt(source, start));
  const alone =
    source.text.slice(first.start, start).trim() === '' &&
    source.text.slice(end, lineSpan(source, lineAt(source, end)).end).trim() === '';
  if (alone) return { path, start: first.start, end: source.lineStarts[lineAt(source, end) + 1] ?? source.text.length, text: '' };
  let from = start;
  while (from > first.start && /[ \t]/.test(source.text[from - 1] ?? '')) from -= 1;
  return { path, start: from, end, text: '' };
}
