import { gateVerdict, phaseOf, toGateReport } from '../../core/index.ts';
import { type ExitCode, exitCode, Failure } from '../failure.ts';
import { gateJunit } from '../format/gateJunit.ts';
import { gateText } from '../format/gateText.ts';
import { toJson } from '../format/json.ts';
import { withHistory } from '../history.ts';
import { configurationFailure, openProject } from '../openProject.ts';
import { openRoot } from '../paths.ts';
import type { Terminal } from '../terminal.ts';

/** `phasewise gate <phase>`: is this phase through, line by line; the current phase where none is named. Nothing is run. */
export async function gate(typed: string | undefined, options: GateOptions, terminal: Terminal): Promise<ExitCode> {
  const root = openRoot(options.root, terminal.cwd);
  const project = await withHistory(root.folder, await openProject(root));
  const broken = configurationFailure(project);
  if (broken) throw new Failure(`the configuration cannot be relied on: ${broken}`);
  const id = typed ?? project.plans[0]?.current?.phase;
  if (id === undefined) throw new Failure('there is no current phase; name one: `phasewise gate 2`');
  const plan = project.plans.find((one) => phaseOf(one, id));
  const phase = plan && phaseOf(plan, id);
  if (!plan || !phase) {
    const ids = [...new Set(project.plans.flatMap((one) => one.phases.map((each) => each.id)))];
    throw new Failure(`there is no phase ${id}; ${ids.length === 0 ? 'no plan was found' : `there are ${ids.join(', ')}`}`);
  }
  const report = toGateReport(project, gateVerdict(project, plan, phase));
  terminal.out(gateFormats[options.format](report, terminal));
  return report.pass ? exitCode.fine : exitCode.findings;
}

export interface GateOptions {
  readonly root?: string;
  readonly format: keyof typeof gateFormats;
}

/** The formats of `gate`, by the name a person types. */
export const gateFormats = { text: gateText, json: toJson, junit: gateJunit };
