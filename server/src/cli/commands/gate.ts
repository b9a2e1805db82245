import { gateVerdict, phaseOf, toGateReport } from '../../core/index.ts';
import { type ExitCode, exitCode, Failure } from '../failure.ts';
import { gateJunit } from '../format/gateJunit.ts';
import { gateText } from '../format/gateText.ts';
import { toJson } from '../format/json.ts';
import { runGate } from '../gateRun.ts';
import { withHistory } from '../history.ts';
import { configurationFailure, openProject } from '../openProject.ts';
import { openRoot } from '../paths.ts';
import type { Terminal } from '../terminal.ts';

/**
 * `phasewise gate <phase>`: is this phase through, line by line; the current phase where none is named. Only with `--run` are commands
 * of the plan run, after they were shown and agreed to.
 */
export async function gate(typed: string | undefined, options: GateOptions, terminal: Terminal): Promise<ExitCode> {
  if (!options.run && (options.yesRunCommands || options.timeout !== undefined))
    throw new Failure(`${options.yesRunCommands ? '--yes-run-commands' : '--timeout'} belongs to --run`);
  const asked = options.timeout === undefined ? undefined : Number(options.timeout);
  if (asked !== undefined && !(asked > 0 && asked <= longestTimeout))
    throw new Failure(`--timeout takes seconds, from 1 to ${longestTimeout}`);
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
  const timeout = asked ?? project.settings.run.timeout;
  const scene = { root, project, plan, phase };
  const ran = options.run ? await runGate(scene, { agreed: options.yesRunCommands === true, timeout }, terminal) : undefined;
  if (ran === null) {
    terminal.err('phasewise: interrupted; what ran was ended\n');
    return exitCode.interrupted;
  }
  const report = {
    ...toGateReport(project, gateVerdict(project, plan, phase, ran?.runs)),
    ...(ran ? { runs: ran.reports } : {}),
  };
  terminal.out(gateFormats[options.format](report, terminal));
  return report.pass ? exitCode.fine : exitCode.findings;
}

export interface GateOptions {
  readonly root?: string;
  readonly format: keyof typeof gateFormats;
  /** Whether commands of the plan are run. */
  readonly run?: boolean;
  /** Whether they may run without a question. */
  readonly yesRunCommands?: boolean;
  /** As typed: seconds for each command. */
  readonly timeout?: string;
}

/** In seconds. */
const longestTimeout = 86_400;

/** The formats of `gate`, by the name a person types. */
export const gateFormats = { text: gateText, json: toJson, junit: gateJunit };
