import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Whether the core answers any text in time: every regular expression, pathological inputs, growth with the size of a text. */
const slow = ['test/core/regexps/*.test.ts', 'test/core/fuzz/{pathological,growth,names}.test.ts'];

/** Left alone, two processors would mean one worker. */
const maxWorkers = Math.max(2, availableParallelism() - 1);

export default defineConfig({
  test: {
    maxWorkers,
    projects: [
      {
        test: {
          name: 'core',
          setupFiles: ['test/support/seed.ts'],
          include: ['test/core/**/*.test.ts', 'test/cases/**/*.test.ts', 'test/client/**/*.test.ts', 'test/run/**/*.test.ts'],
          exclude: [...slow],
        },
      },
      // Half a minute each, and nothing beside them that would take their processor.
      { test: { name: 'hostile', include: [...slow], testTimeout: 120_000, fileParallelism: false } },
      // These start the built programs, which takes as long as reading what they say.
      {
        test: {
          name: 'built',
          setupFiles: ['test/support/seed.ts'],
          include: ['test/{lsp,cli}/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
    ],
  },
});
