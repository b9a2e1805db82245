import { toOutlineReport } from '../../core/index.ts';
import { type ExitCode, exitCode } from '../failure.ts';
import { toJson } from '../format/json.ts';
import { outlineText } from '../format/outlineText.ts';
import { openProject } from '../openProject.ts';
import { openRoot } from '../paths.ts';
import type { Terminal } from '../terminal.ts';

/** `phasewise outline`: the whole workspace as one plan. */
export async function outline(options: OutlineOptions, terminal: Terminal): Promise<ExitCode> {
  const project = await openProject(openRoot(options.root, terminal.cwd));
  const report = toOutlineReport(project);
  terminal.out(options.format === 'json' ? toJson(report) : outlineText(report, terminal));
  return exitCode.fine;
}

export interface OutlineOptions {
  readonly root?: string;
  readonly format: 'text' | 'json';
}
