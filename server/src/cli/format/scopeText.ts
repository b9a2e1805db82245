import type { ScopeReport } from '../scopeReport.ts';
import { styled, type Terminal } from '../terminal.ts';
import { printable, printablePath } from './printable.ts';
import { count } from './words.ts';

const colours = { in: 'green', allowed: 'green', excepted: 'cyan', unscoped: 'dim', out: 'yellow' } as const;

/** Verdicts for a person: one line per path, what is out of scope with its reason. */
export function scopeText({ phase, paths }: ScopeReport, terminal: Terminal): string {
  const head = phase === null ? 'There is no current phase.' : printable(`Current phase: ${phase}`);
  const lines = paths.map(({ path, verdict, matched, message }) => {
    const line = matched ? `${printablePath(matched.path)}:${matched.line}` : '';
    const why = [message, line].filter(Boolean).map(printable).join('  ');
    return `${styled(terminal, colours[verdict], verdict.padEnd(8))}  ${printable(path)}${why ? `  ${why}` : ''}`;
  });
  const out = paths.filter(({ verdict }) => verdict === 'out').length;
  const summary =
    paths.length === 0 ? 'No changed files.' : `${count(paths.length, 'file')}, ${out === 0 ? 'none' : out} out of scope.`;
  return `${[head, ...lines, summary].join('\n')}\n`;
}
