/** `npm start`: builds Phasewise and opens VS Code with it on a copy of the example. `npm start -- --help` lists the options. */

const [major] = process.versions.node.split('.');
if (Number(major) < 20) {
  console.error(`Phasewise needs Node 20 or newer, and this is Node ${process.versions.node}.`);
  console.error('Install a newer one from nodejs.org, then run npm start again.');
  process.exit(1);
}

// Only now: an older Node could not even read these files.
const { start } = await import('./lib/start.mjs');
try {
  await start(process.argv.slice(2));
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
