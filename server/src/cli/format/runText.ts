import type { Judgement } from '../../run/judge.ts';
import type { StepEnd } from '../../run/runStep.ts';
import { type Runnable, shownCommand } from '../gateConsent.ts';
import { styled, type Terminal } from '../terminal.ts';
import { printable } from './printable.ts';

/** What stands above the output of a command. */
export function runHead({ step }: Runnable, progress: string, terminal: Terminal): string {
  return `${styled(terminal, 'bold', `[${progress}] ${shownCommand(step.command)}`)}\n`;
}

/** Shows the output of a command while it comes, each line behind a bar: no line of it can be taken for one of ours, or for an order to CI. */
export function runOutput(terminal: Terminal): { readonly add: (text: string) => void; readonly end: () => void } {
  let fresh = true;
  return {
    add(text) {
      for (const part of text.split(/(?<=\n)/)) {
        if (part === '') continue;
        terminal.err(`${fresh ? '  | ' : ''}${part.replace(/[^\n]+/, printable)}`);
        fresh = part.endsWith('\n');
      }
    },
    end() {
      if (!fresh) terminal.err('\n');
      fresh = true;
    },
  };
}

const marks = { pass: '✔', fail: '✘', person: '?', timeout: '✘', stopped: '✘' } as const;
const colours = { pass: 'green', fail: 'red', person: 'yellow', timeout: 'red', stopped: 'red' } as const;

/** How a command ended and what that means for its step. */
export function runEnd(
  { result, failed }: Judgement,
  { exitCode, milliseconds }: StepEnd,
  known: boolean,
  timeout: number,
  terminal: Terminal,
): string {
  const code = exitCode === null ? '' : `exit code ${exitCode}, `;
  const expected = failed.length > 0 ? `; expected: ${failed.map(printable).join(', ')}` : '';
  const words = {
    pass: 'passed',
    fail: exitCode === null ? 'could not be run' : `failed${expected}`,
    person: 'it ran; a person judges what it shows',
    timeout: `ended after ${timeout} s${expected}`,
    stopped: 'stopped',
  };
  const took = known ? 'as it ran before' : `${code}${(milliseconds / 1000).toFixed(1)} s`;
  return `  ${styled(terminal, colours[result], marks[result])} ${words[result]} (${took})\n`;
}
