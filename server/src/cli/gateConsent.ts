import { type Step, wordsOfExpectation } from '../core/index.ts';
import { commandText, visible } from '../run/commandText.ts';
import { Failure } from './failure.ts';
import { printable, printablePath } from './format/printable.ts';
import { count } from './format/words.ts';
import type { Terminal } from './terminal.ts';

/** A step whose command may run, and where it stands. */
export interface Runnable {
  readonly step: Step & { readonly command: string };
  /** Whether it belongs to an earlier phase, which is run again. */
  readonly earlier: boolean;
  /** Of its definition, 1-based. */
  readonly line: number;
}

/** Why a command is not run, in words that follow it. */
export function refusalOf(command: string): string | null {
  const { refused } = commandText(command);
  const why = {
    hidden: 'it holds characters that cannot be seen, written as \\u{…} here',
    long: 'it is too long to be checked at a glance',
    empty: 'it is empty',
  };
  return refused === null ? null : why[refused];
}

/**
 * Shows every command and asks whether they may run: on a terminal a person is asked about this list, elsewhere only the option of the
 * command line agrees. Nothing in the folder can: neither its documents nor its configuration are asked.
 * @param options.agreed whether the person who started the command line has agreed to what the plan holds
 * @returns false when a person says no; fails where nobody can be asked
 */
export async function agrees(
  runnable: readonly Runnable[],
  folder: string,
  options: { readonly agreed: boolean; readonly timeout: number },
  terminal: Terminal,
): Promise<boolean> {
  const commands = count(runnable.length, 'command');
  terminal.err(
    `${commands} of the plan, to run in ${printable(folder)}, each for at most ${count(options.timeout, 'second')}:\n`,
  );
  for (const [index, one] of runnable.entries()) terminal.err(listed(one, index));
  if (options.agreed) return true;
  const answer = await terminal.ask(
    `Run ${runnable.length === 1 ? 'this command' : `these ${commands}, one after the other`}? [y/N] `,
  );
  if (answer === undefined)
    throw new Failure(
      'nothing was run: there is no terminal to ask on. Look at the commands above; --yes-run-commands says that they may run',
    );
  const yes = /^\s*y(?:es)?\s*$/i.test(answer);
  if (!yes) terminal.err('Nothing was run.\n');
  return yes;
}

function listed({ step, earlier, line }: Runnable, index: number): string {
  const whose = earlier ? ` · again, from phase ${printable(step.phase ?? '')}` : '';
  const about = step.kind === 'test' ? ` · ${printable(step.title)}` : '';
  const expects = wordsOfExpectation(step.expectation).map(printable).join(', ');
  return `${String(index + 1).padStart(3)}  ${shownCommand(step.command)}\n     ${printablePath(step.at.path)}:${line}${about}${whose} · expects: ${expects}\n`;
}

/** A command as it is written, but for what cannot be seen and what some CI systems take for an order to themselves. */
export function shownCommand(command: string): string {
  return visible(command).replace(/##(?=\w{0,20}\[)/g, '#\\u{0023}');
}
