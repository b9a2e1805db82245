import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'core', include: ['test/core/**/*.test.ts', 'test/cases/**/*.test.ts', 'test/client/**/*.test.ts'] } },
      // These start the built programs, one after the other: the machine may have two cores.
      { test: { name: 'built', include: ['test/{lsp,cli}/**/*.test.ts'], testTimeout: 30_000, fileParallelism: false } },
    ],
  },
});
