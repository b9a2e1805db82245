import type { LookedAtReport } from '../../core/index.ts';
import type { Terminal } from '../terminal.ts';
import { styled } from '../terminal.ts';
import { printable, printablePath } from './printable.ts';
import { count } from './words.ts';

/** Where no phase was found: what was looked at, what each document lacks, and what to do; empty where there is a phase. */
export function lookedAtText({ documents, more }: LookedAtReport, terminal: Terminal): string {
  if (documents.length === 0) return '';
  const rows = documents.map(
    ({ path, line, message }) => `  ${styled(terminal, 'bold', `${printablePath(path)}:${line}`)}: ${printable(message)}`,
  );
  return [
    `No phase was found in ${count(documents.length + more, 'document')}:`,
    ...rows,
    ...(more > 0 ? [`  … and ${more} more`] : []),
    '`phasewise read <file> --explain` says why, line by line; `phasewise init` begins a new plan.',
    '',
  ].join('\n');
}

/** What to do where no document of a plan is. */
export const nothingFound = [
  'Looked for Markdown and YAML files with a name like plan, phase, stage, roadmap, gate, tasks or readiness.',
  'Others can be named in phasewise.yaml, under documents.include; `phasewise init` begins a new plan.',
].join('\n');
