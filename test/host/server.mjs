/** Starts VS Code (code-server) on a loopback port with a profile of its own, and stops every process of it again. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { layExtension } from './extension.mjs';
import { installHost } from './install.mjs';

/** How long the server may take until it listens, in milliseconds. */
const START_MS = 60_000;

/** A profile in which nothing but the extension under test draws attention to itself. */
const QUIET = {
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.menuBarVisibility': 'classic',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * @typedef {object} Server
 * @property {string} origin for example `http://127.0.0.1:40123`
 * @property {string} directory temporary folder that holds the profile; deleted when the server stops
 * @property {number} pid the process group
 * @property {(folder: string) => string} urlOf the address that opens a folder
 * @property {() => string} log what the server printed so far
 * @property {Promise<unknown>} ended settles when the server has ended, stopped or not
 * @property {() => Promise<void>} stop ends every process and deletes the profile
 */

/**
 * Installs the host if need be and starts one server; any number of pages can open any number of folders on it. It also ends when
 * the calling process ends, for whatever reason.
 *
 * @param {object} [options]
 * @param {string[]} [options.extensions] .vsix files or extension folders
 * @param {Record<string, unknown>} [options.settings] user settings on top of the quiet ones
 * @param {number} [options.port] 0 or nothing: any free port
 * @param {(line: string) => void} [options.log] receives progress lines of the installation
 * @returns {Promise<Server>}
 * @throws {Error} when the server ends before it listens (port taken, for example) or does not listen within a minute
 */
export async function startServer({ extensions = [], settings = {}, port = 0, log } = {}) {
  const host = await installHost(log ? { log } : {});
  // Short, because the paths of Unix sockets below it may have at most 103 characters on macOS.
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'pw-')));
  const [userDataDir, extensionsDir] = [join(directory, 'data'), join(directory, 'extensions')];
  mkdirSync(join(userDataDir, 'User'), { recursive: true });
  mkdirSync(extensionsDir);
  writeFileSync(join(userDataDir, 'User', 'settings.json'), JSON.stringify({ ...QUIET, ...settings }, null, 2));
  for (const extension of extensions) await layExtension(extension, extensionsDir);

  const args = ['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, '--disable-telemetry', '--disable-update-check'];
  args.push('--user-data-dir', userDataDir, '--extensions-dir', extensionsDir, '--config', join(directory, 'config.yaml'));
  // A closed page gives its extension host back after seconds, not after the usual three hours.
  args.push('--reconnection-grace-time', '10', '--app-name', 'VS Code', '--ignore-last-opened');
  const supervisor = fileURLToPath(new URL('supervise.mjs', import.meta.url));
  const child = spawn(process.execPath, [supervisor, directory, host.node, host.entry, ...args], {
    detached: true,
    // The variable tells the extension hosts where they may put their own temporary files.
    env: { ...cleanEnvironment(), PHASEWISE_HOST_DIRECTORY: directory },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close');
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));

  const stop = async () => {
    child.stdin.end();
    await closed;
  };
  try {
    const origin = await listening(() => output, closed);
    const urlOf = (/** @type {string} */ folder) => `${origin}/?folder=${encodeURIComponent(folder)}`;
    return { origin, directory, pid: Number(child.pid), urlOf, log: () => output, ended: closed, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {() => string} output
 * @param {Promise<unknown>} closed
 * @returns {Promise<string>} the address the server says it listens on
 */
async function listening(output, closed) {
  let ended = false;
  closed.then(() => (ended = true));
  for (const deadline = Date.now() + START_MS; Date.now() < deadline; await new Promise((next) => setTimeout(next, 50))) {
    const origin = /HTTP server listening on (http:\/\/[\d.:]+)/.exec(output())?.[1];
    if (origin) return origin;
    if (/EADDRINUSE/.test(output())) throw new Error('The port is taken by another program. Choose another one, or none.');
    if (ended) break;
  }
  throw new Error(`VS Code ${ended ? 'ended at once' : 'did not start within a minute'}. It said:\n${output().slice(-2000)}`);
}

/** Without the variables of a surrounding VS Code terminal, which would make the server talk to that window instead. */
function cleanEnvironment() {
  const foreign = /^(VSCODE_|CODE_SERVER_|CS_|PASSWORD$|HASHED_PASSWORD$|PORT$|npm_)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}
