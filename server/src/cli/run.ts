import { CommanderError } from 'commander';
import { type ExitCode, exitCode, Failure } from './failure.ts';
import { buildProgram, type Installation } from './program.ts';
import type { Terminal } from './terminal.ts';

/** Runs the command line and gives its exit code. Never throws; a user's mistake is one line on standard error. */
export async function run(args: readonly string[], terminal: Terminal, installation: Installation): Promise<ExitCode> {
  let code: ExitCode = exitCode.fine;
  const program = buildProgram(terminal, installation, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    // To a coding agent, 2 is the order to stop: a slip in the configuration of its hook may not block every edit.
    const failure = args.includes('--hook') ? exitCode.findings : exitCode.failure;
    // Commander has already written its help or its message.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.fine : failure;
    if (error instanceof Failure) terminal.err(`phasewise: ${error.message}\n`);
    else
      terminal.err(
        `phasewise: this is a fault of Phasewise, please report it: ${error instanceof Error ? error.stack : error}\n`,
      );
    return failure;
  }
}
