import { createInterface } from 'node:readline';
import { styleText } from 'node:util';
import { readStandardInput } from './standardInput.ts';

/** Where a command reads and writes, and what can be shown there. */
export interface Terminal {
  /** Absolute path of the folder the command was started in. */
  readonly cwd: string;
  /** Whether somebody looks at the output, so that lines of the document are worth showing. */
  readonly interactive: boolean;
  /** Whether colours may be used. */
  readonly coloured: boolean;
  /** Standard input; undefined where nobody pipes anything into it, or too much. */
  input(): Promise<string | undefined>;
  /** Asks a person for a line; undefined where nobody sits at a terminal. An answer that is broken off is empty. */
  ask(question: string): Promise<string | undefined>;
  /** Calls a listener when somebody wants this process to end (Ctrl-C), instead of ending it. Returns what takes that back. */
  onInterrupt(listener: () => void): () => void;
  /** Standard output: the answer, and nothing else. */
  out(text: string): void;
  /** Standard error: messages for a person. */
  err(text: string): void;
}

/** The terminal of this process. NO_COLOR, FORCE_COLOR and pipes are respected. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // `phasewise check | head` closes the pipe early: nobody is reading any more, so there is nothing left to say.
      if (error.code === 'EPIPE') process.exit();
      throw error;
    });
  }
  return {
    cwd: process.cwd(),
    interactive: stdout.isTTY === true,
    coloured: stdout.isTTY === true ? stdout.hasColors() : /^[123]$|^true$/.test(process.env.FORCE_COLOR ?? ''),
    input: () => readStandardInput(),
    ask: askOnTerminal,
    onInterrupt(listener) {
      for (const signal of endings) process.on(signal, listener);
      return () => {
        for (const signal of endings) process.off(signal, listener);
      };
    },
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
  };
}

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Question and answer stand on standard error, so that standard output may go into a file. */
function askOnTerminal(question: string): Promise<string | undefined> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY || !stderr.isTTY) return Promise.resolve(undefined);
  const lines = createInterface({ input: stdin, output: stderr });
  return new Promise((resolve) => {
    lines.once('close', () => resolve(''));
    lines.question(question, (answer) => {
      resolve(answer);
      lines.close();
    });
  });
}

/** Styles a word where the terminal can show it. */
export function styled(terminal: Terminal, format: Parameters<typeof styleText>[0], text: string): string {
  return terminal.coloured ? styleText(format, text, { validateStream: false }) : text;
}
