import * as platform from 'node:path';
import { type ExitCode, exitCode, Failure } from '../failure.ts';
import { printable } from '../format/printable.ts';
import { decide } from '../hook/decide.ts';
import { readToolCall } from '../hook/toolCall.ts';
import { configurationFailure, openProject } from '../openProject.ts';
import { openRoot } from '../paths.ts';
import type { Terminal } from '../terminal.ts';

/**
 * `phasewise scope --hook`: answers the hook of a coding agent that is about to change files. It guides and does not cage: what cannot be
 * judged is not decided, so there is no answer then, and the exit code is 0 whatever happens.
 */
export async function scopeHook(options: HookOptions, terminal: Terminal): Promise<ExitCode> {
  try {
    const undecided = await answer(options, terminal);
    if (undecided !== undefined) terminal.err(`phasewise: not decided: ${line(undecided)}\n`);
  } catch (error) {
    const why = error instanceof Failure ? error.message : `this is a fault of Phasewise, please report it: ${error}`;
    terminal.err(`phasewise: not decided: ${line(why)}\n`);
  }
  return exitCode.fine;
}

export interface HookOptions {
  readonly root?: string;
  /** Files in scope are left to the agent's own permissions. */
  readonly refuseOnly?: boolean;
}

/** Answers, or says why there is no answer. */
async function answer(options: HookOptions, terminal: Terminal): Promise<string | undefined> {
  const text = await terminal.input();
  if (text === undefined) return 'nothing was piped into standard input, or too much';
  const call = readToolCall(text);
  if (typeof call === 'string') return call;
  const root = openRoot(options.root, terminal.cwd);
  const base = call.cwd !== undefined && platform.isAbsolute(call.cwd) ? call.cwd : root.folder;
  const foreign = call.paths.find(isForeign);
  if (foreign !== undefined) return `${foreign} is no path of this machine`;
  const paths = call.paths.map((path) => root.toPathFrom(base, path));
  const project = await openProject(root);
  if (project.plans.length === 0) return `there is no plan in ${root.folder}`;
  const broken = configurationFailure(project);
  if (broken) return `the configuration cannot be relied on: ${broken}`;
  const decided = decide(project, paths);
  if (typeof decided === 'string') return decided;
  const { decision, reason } = decided;
  if (decision === 'allow' && options.refuseOnly) return reason;
  if (!call.kind.understands.includes(decision)) return `${call.kind.name} takes no "${decision}": ${reason}`;
  terminal.out(`${JSON.stringify(call.kind.answer(decision, reason))}\n`);
  return undefined;
}

/** A URI, or a path of another system: taken as it stands, it would be a strange file of this folder. */
function isForeign(path: string): boolean {
  if (platform.sep === '\\') return /^[A-Za-z][A-Za-z0-9+.-]+:/.test(path);
  return /^[A-Za-z][A-Za-z0-9+.-]*:/.test(path) || path.startsWith('\\\\');
}

/** One line that fits on a screen. */
function line(text: string): string {
  return printable(text).slice(0, 400);
}
