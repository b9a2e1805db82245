/** Vitest's global set-up for the end-to-end tests: one VS Code server for the whole run. */

import { shareHost } from './host.mjs';

/** @type {(() => Promise<void>) | undefined} */
let stop;

export async function setup() {
  stop = await shareHost();
}

export async function teardown() {
  await stop?.();
}
