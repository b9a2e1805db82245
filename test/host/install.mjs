/**
 * Installs a real VS Code from the npm registry alone: code-server carries the whole workbench and the extension hosts, and a
 * Node 24 package carries the runtime it asks for. Nothing is compiled and nothing global is needed.
 *
 * Run by hand: `node test/host/install.mjs`.
 */

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm } from './npm.mjs';

const HOST = dirname(fileURLToPath(import.meta.url));
const MODULES = join(HOST, 'node_modules');
const CODE_SERVER = join(MODULES, 'code-server');
const VSCODE = join(CODE_SERVER, 'lib', 'vscode');
/** Lies inside node_modules, so that whoever deletes the packages deletes the stamp with them. */
const STAMP = join(MODULES, '.installed');

/**
 * @typedef {object} Host
 * @property {string} node absolute path of a Node 24 executable
 * @property {string} entry absolute path of code-server's entry script
 */

/**
 * Makes sure that the host is there and complete. The first run takes about 20 s on a fast network and 690 MB on disk; later runs
 * read one stamp file. An installation that was interrupted is started again from the beginning.
 *
 * @param {{ log?: (line: string) => void }} [options] `log` receives progress lines
 * @returns {Promise<Host>}
 * @throws {Error} in plain words when the platform has no host or npm fails
 */
export async function installHost({ log = console.log } = {}) {
  const node = nodeExecutable();
  const host = { node, entry: join(CODE_SERVER, 'out', 'node', 'entry.js') };
  const stamp = expectedStamp();
  if (readIfThere(STAMP) === stamp && existsSync(node) && existsSync(host.entry)) return host;

  log('Installing VS Code for the browser into test/host/node_modules (once, about 200 MB to download):');
  rmSync(STAMP, { force: true });
  log('  1/3 the VS Code server and its Node 24');
  await npm(HOST, ['ci'], log);
  log('  2/3 the packages VS Code needs');
  // The optional packages are one 115 MB program for a chat agent that no test uses.
  await npm(VSCODE, ['install', '--omit=dev', '--omit=optional'], log);
  // Except this one: without it VS Code does not notice what other programs do to the files of a folder.
  await npm(VSCODE, ['install', '--no-save', '--omit=dev', '--omit=optional', fileWatcher()], log);
  log('  3/3 the packages its built-in extensions need');
  await npm(join(VSCODE, 'extensions'), ['install', '--omit=dev'], log);
  if (!existsSync(node)) throw new Error(`npm installed no Node 24 for ${process.platform}-${process.arch}: ${node} is missing.`);
  writeFileSync(STAMP, stamp);
  log('  VS Code is installed.');
  return host;
}

/** code-server runs on exactly Node 24: the one that runs us if it is that, else the one from the registry. */
function nodeExecutable() {
  if (process.platform === 'win32') {
    throw new Error(
      'VS Code in the browser needs Linux or macOS. On Windows, install VS Code with its `code` command, or use WSL.',
    );
  }
  if (process.versions.node.startsWith('24.')) return process.execPath;
  const target = `${process.platform}-${process.arch}`;
  const name = target === 'darwin-arm64' ? `node-bin-${target}` : `node-${target}`;
  return join(MODULES, name, 'bin', 'node');
}

/** The compiled part of VS Code's file watcher for this machine, as a name and version for npm. */
function fileWatcher() {
  const { version } = JSON.parse(readFileSync(join(VSCODE, 'node_modules', '@parcel', 'watcher', 'package.json'), 'utf8'));
  const report = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  const libc = process.platform !== 'linux' ? '' : report.header.glibcVersionRuntime ? '-glibc' : '-musl';
  return `@parcel/watcher-${process.platform}-${process.arch}${libc}@${version}`;
}

/** To be raised when the steps above change: an installation made by other steps is made again. */
const STEPS = 2;

/** Changes when the steps, the locked versions or the platform change. */
function expectedStamp() {
  const locked = createHash('sha256')
    .update(readFileSync(join(HOST, 'package-lock.json')))
    .digest('hex');
  return `${STEPS} ${process.platform}-${process.arch} ${locked}\n`;
}

/** @param {string} file */
function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  installHost().then(
    (host) => console.log(host.entry),
    (error) => {
      console.error(error.message);
      process.exitCode = 1;
    },
  );
}
