import { type PathsReport, type ScopeSummary, type VerdictCounts, verdicts } from '../../core/index.ts';
import type { ScopeJudged } from '../scopeJudged.ts';
import { styled, type Terminal } from '../terminal.ts';
import { printable, printablePath } from './printable.ts';
import { count } from './words.ts';

const colours = { in: 'green', allowed: 'green', excepted: 'cyan', unscoped: 'dim', out: 'yellow' } as const;

/** Verdicts for a person: one line per path, what is out of scope with its reason; of a range, whose the files are. */
export function scopeText({ report, isRange, terminal }: ScopeJudged): string {
  const { phase, paths, summary } = report;
  const head = phase === null ? 'There is no current phase.' : printable(`Current phase: ${phase}`);
  const lines = paths.map(({ path, verdict, matched, message }) => {
    const line = matched ? `${printablePath(matched.path)}:${matched.line}` : '';
    const why = [message, line].filter(Boolean).map(printable).join('  ');
    return `${styled(terminal, colours[verdict], verdict.padEnd(8))}  ${printable(path)}${why ? `  ${why}` : ''}`;
  });
  const since = summary.since === null ? '' : ` since ${printable(summary.since)}`;
  const sum =
    paths.length === 0
      ? `No changed files${since}.`
      : `${count(paths.length, 'file')}${since}, ${summary.out === 0 ? 'none' : summary.out} out of scope.`;
  const hints = isRange ? report.suggestions.map((one) => printable(suggestion(one))) : [];
  return `${[head, ...lines, ...(isRange ? drift(summary, terminal) : []), sum, ...hints].join('\n')}\n`;
}

/** "This phase touched 31 files that `src/billing/**` covers: add it to its scope?" */
function suggestion({ glob, files }: PathsReport['suggestions'][number]): string {
  return `This phase touched ${count(files, 'file')} that \`${glob}\` covers: add it to its scope?`;
}

/** Whose the files are, one line per phase. */
function drift({ phases }: ScopeSummary, terminal: Terminal): string[] {
  const names = phases.map(({ phase, title }) =>
    phase === null ? 'no phase' : printable(`phase ${[phase, title].filter(Boolean).join(': ')}`),
  );
  const width = Math.max(...names.map((name) => name.length));
  const rows = phases.map((counts, at) => `  ${(names[at] ?? '').padEnd(width)}  ${styled(terminal, 'dim', countsOf(counts))}`);
  return rows.length > 0 ? ['', ...rows, ''] : [];
}

/** `3 out, 12 in`. */
export function countsOf(counts: VerdictCounts): string {
  return verdicts.flatMap((verdict) => (counts[verdict] > 0 ? [`${counts[verdict]} ${verdict}`] : [])).join(', ');
}
