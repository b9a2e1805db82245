import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

/** The scenarios in a real editor: `node test/e2e/run.mjs`. They share one VS Code server, and windows open one after the other. */
export default defineConfig({
  test: {
    reporters: ['verbose'],
    projects: [
      {
        test: {
          name: 'VS Code',
          root,
          include: ['*.test.mjs'],
          globalSetup: ['support/global-setup.mjs'],
          testTimeout: 120_000,
          // A browser, an editor and two extension hosts on a shared machine: once in some hundred scenarios a hover closes or a window
          // opens without its folders. What is broken fails twice; what passed at the second try is told with the reason of the first.
          retry: 1,
          // One process for all files: one browser, and one more server for Restricted Mode.
          fileParallelism: false,
          isolate: false,
        },
      },
      { test: { name: 'Neovim', root, include: ['neovim/*.test.mjs'], testTimeout: 60_000 } },
    ],
  },
});
