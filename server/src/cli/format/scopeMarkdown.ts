import type { PathReport, PathsReport, ScopeSummary } from '../../core/index.ts';
import type { ScopeJudged } from '../scopeJudged.ts';
import { codeCell, codeSpan } from './codeSpan.ts';
import { countsOf } from './scopeText.ts';
import { count } from './words.ts';

/** A comment on GitHub holds 65,536 characters: so many go to the files out of scope, and so many to the others. UTF-16 units. */
const longestTable = 40_000;
const longestList = 20_000;

/**
 * Verdicts as the text of a pull request: a line that sums up, a table of the files outside with the phase that owns each, and the
 * rest folded. Text of the repository stands in code spans only.
 */
export function scopeMarkdown({ report }: ScopeJudged): string {
  const out = report.paths.filter(({ verdict }) => verdict === 'out');
  const others = report.paths.filter(({ verdict }) => verdict !== 'out');
  const parts = [
    '### Scope of the current phase',
    sum(report),
    ...(out.length > 0 ? [table(out, report.summary)] : []),
    ...(others.length > 0 ? [folded(others, report.summary)] : []),
    ...report.suggestions.map(
      ({ glob, files }) => `The phase touched ${count(files, 'file')} that ${codeSpan(glob)} covers: add it to its scope?`,
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}

function sum({ phase, title, paths, summary }: PathsReport): string {
  const since = summary.since === null ? '' : ` since ${codeSpan(summary.since)}`;
  const current = phase === null ? 'There is no current phase.' : `Current phase: ${codeSpan(nameOf(phase, title))}.`;
  if (paths.length === 0) return `No changed files${since}. ${current}`;
  const verdict = summary.out === 0 ? 'none is out of scope' : `**${summary.out} out of scope**`;
  return `${count(paths.length, 'changed file')}${since}, ${verdict}. ${current}`;
}

function table(out: readonly PathReport[], { phases }: ScopeSummary): string {
  const rows = out.map(({ path, phase, matched }) => {
    const title = phases.find((one) => one.phase === phase)?.title;
    const owner = phase === null ? 'no phase' : codeCell(nameOf(phase, title));
    const line = matched ? `${codeCell(matched.glob)} in ${codeCell(`${matched.path}:${matched.line}`)}` : '–';
    return `| ${codeCell(path)} | ${owner} | ${line} |`;
  });
  return ['| Out of scope | Belongs to | By |', '|---|---|---|', ...firstOf(rows, longestTable)].join('\n');
}

function folded(others: readonly PathReport[], summary: ScopeSummary): string {
  const rows = others.map(({ path, verdict, exception }) => {
    const why = verdict === 'excepted' && exception ? `: ${codeSpan(exception.reason)}` : '';
    return `- ${codeSpan(path)} ${verdict}${why}`;
  });
  const head = `<details><summary>${countsOf({ ...summary, out: 0 })}</summary>`;
  return [head, '', ...firstOf(rows, longestList), '', '</details>'].join('\n');
}

/** As many lines as there is room for, and how many are left out. */
function firstOf(lines: readonly string[], room: number): readonly string[] {
  let used = 0;
  const first = lines.findIndex((line) => {
    used += line.length + 1;
    return used > room;
  });
  return first < 0 ? lines : [...lines.slice(0, first), '', `… and ${lines.length - first} more`];
}

function nameOf(phase: string, title: string | null | undefined): string {
  return [phase, title].filter(Boolean).join(' ');
}
