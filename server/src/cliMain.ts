import { join } from 'node:path';
import { run } from './cli/run.ts';
import { processTerminal } from './cli/terminal.ts';

const startServer = async () => {
  // Loaded only when asked for: it takes longer than most commands run.
  const { startOnStdio } = await import('./lsp/start.ts');
  startOnStdio();
};

// An exit code instead of an exit: what was written may still be on its way into a pipe.
run(process.argv.slice(2), processTerminal(), { home: join(__dirname, '..'), startServer }).then((code) => {
  process.exitCode = code;
});
