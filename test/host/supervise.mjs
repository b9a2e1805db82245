/**
 * Runs one command in the process group this script leads, and ends the whole group when the parent goes away.
 *
 * VS Code's file watcher and extension hosts outlive the server that started them. Signal handlers in the parent would not catch
 * SIGKILL or a crash; the end of a pipe catches everything: standard input closes when the parent stops for whatever reason.
 *
 * Usage: node supervise.mjs <folder to delete at the end, or ""> <command> [arguments…]
 */

import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** How long the command may take to end by itself, in milliseconds. */
const GRACE_MS = 2000;

const [folder, command = '', ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
const ended = new Promise((resolve) => child.once('close', resolve));

let ending = false;
async function end() {
  if (ending) return;
  ending = true;
  // The group includes this process, which outlives the signal because it listens for it.
  process.kill(0, 'SIGTERM');
  await Promise.race([ended, delay(GRACE_MS)]);
  if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  process.kill(0, 'SIGKILL');
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, end);
process.stdin.on('close', end).resume();
child.on('error', end);
child.on('close', end);
