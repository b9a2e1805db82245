/** Loaded before a server with `node --expose-gc --require`: at SIGUSR2 it leaves the size of its heap after a collection in a file, in bytes. */
const { writeFileSync } = require('node:fs');

process.on('SIGUSR2', () => {
  globalThis.gc();
  globalThis.gc();
  writeFileSync(process.env.BENCH_HEAP, String(process.memoryUsage().heapUsed));
});
