/** Runs npm in a folder and tells a waiting person that it is still at work. */

import { spawn } from 'node:child_process';

/** How often a long step says that it is still running, in milliseconds. */
const HEARTBEAT_MS = 5000;

/**
 * Runs `npm <args>` in `folder`. Install scripts never run: nothing here needs a compiler.
 *
 * @param {string} folder absolute path of a folder with a package.json
 * @param {string[]} args for example `["ci"]`
 * @param {(line: string) => void} log receives one line every five seconds while npm works
 * @returns {Promise<void>}
 * @throws {Error} with the beginning of npm's output when npm fails or cannot be started
 */
export function npm(folder, args, log) {
  const { command, prefix, shell } = npmCommand();
  const options = [
    '--ignore-scripts',
    '--engine-strict=false',
    '--no-audit',
    '--no-fund',
    '--no-update-notifier',
    '--loglevel=error',
  ];
  const started = Date.now();
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...prefix, ...args, ...options], { cwd: folder, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (/** @type {Buffer} */ chunk) => {
      // The cause comes first; what follows is advice, and can be long.
      output = (output + chunk).slice(0, 2000);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const heartbeat = setInterval(() => log(`      … still at it, ${seconds(started)} s`), HEARTBEAT_MS);
    child.on('error', (error) => {
      clearInterval(heartbeat);
      reject(new Error(`npm could not be started: ${error.message}`));
    });
    child.on('close', (code) => {
      clearInterval(heartbeat);
      if (code === 0) resolve();
      else reject(new Error(`npm ${args.join(' ')} failed in ${folder} (exit code ${code}):\n${output.trim()}`));
    });
  });
}

/** The npm that runs us, if npm runs us; else the one on PATH. */
function npmCommand() {
  const script = process.env.npm_execpath;
  if (script?.endsWith('npm-cli.js')) return { command: process.execPath, prefix: [script], shell: false };
  const windows = process.platform === 'win32';
  // Node refuses to start a .cmd file without a shell.
  return { command: windows ? 'npm.cmd' : 'npm', prefix: [], shell: windows };
}

/** @param {number} started a time from `Date.now()` */
function seconds(started) {
  return Math.round((Date.now() - started) / 1000);
}
