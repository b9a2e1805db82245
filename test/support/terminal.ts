import type { Terminal } from '../../server/src/cli/terminal.ts';

/** A terminal that remembers what was written to it. */
export interface TestTerminal extends Terminal {
  readonly shown: { out: string; err: string };
  /** What Ctrl-C does. */
  interrupt(): void;
}

/** A terminal in a folder: nobody answers and nothing is coloured, unless told otherwise. */
export function testTerminal(cwd: string, more: Partial<Terminal> = {}): TestTerminal {
  const shown = { out: '', err: '' };
  const listeners = new Set<() => void>();
  return {
    cwd,
    shown,
    interactive: false,
    coloured: false,
    input: async () => undefined,
    ask: async () => undefined,
    onInterrupt(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    interrupt: () => {
      for (const listener of listeners) listener();
    },
    out: (text) => {
      shown.out += text;
    },
    err: (text) => {
      shown.err += text;
    },
    ...more,
  };
}
