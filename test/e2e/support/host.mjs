/**
 * One VS Code server and one browser for many scenarios. A run starts the server once (global-setup.mjs) and hands its address to the
 * test processes in an environment variable; a process without that variable starts its own.
 */

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../../host/browser.mjs';
import { packExtension } from '../../host/extension.mjs';
import { startServer } from '../../host/server.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const COMPANION = fileURLToPath(new URL('companion', import.meta.url));
const ADDRESS = 'PHASEWISE_E2E_HOST';

/**
 * What a scenario needs to know of a server; plain data, so that it can cross a process boundary.
 *
 * @typedef {object} HostAddress
 * @property {string} origin for example `http://127.0.0.1:40123`
 * @property {string} directory temporary folder; everything in it is deleted when the server stops
 */

/** @type {Map<boolean, ReturnType<typeof startHost>>} the servers this process started, by whether they have Workspace Trust */
const servers = new Map();
/** @type {ReturnType<typeof launchBrowser> | undefined} */
let browser;

/**
 * Starts a server with the extension and the companion in it.
 *
 * @param {object} [options]
 * @param {boolean} [options.trust] with Workspace Trust: folders open in Restricted Mode, without the question at the start
 * @param {string} [options.extension] a .vsix or an extension folder; by default PHASEWISE_E2E_EXTENSION, else this repository, packed
 * @param {Record<string, unknown>} [options.settings] user settings
 */
export async function startHost({ trust = false, extension = process.env.PHASEWISE_E2E_EXTENSION, settings = {} } = {}) {
  const packed = extension ?? (await packExtension(ROOT, join(ROOT, 'test', 'e2e', 'output', `phasewise-${process.pid}.vsix`)));
  const ours = {
    'security.workspace.trust.enabled': trust,
    'security.workspace.trust.startupPrompt': 'never',
    // Rows that stay at the top cover the rows a test wants to click.
    'workbench.tree.enableStickyScroll': false,
    // Nothing fades in or out, so that a picture shows what is there.
    'workbench.reduceMotion': 'on',
  };
  try {
    return await startServer({ extensions: [packed, COMPANION], settings: { ...ours, ...settings } });
  } finally {
    // The server has a copy.
    if (!extension) rmSync(packed);
  }
}

/**
 * Starts the server that all test processes of this run share.
 *
 * @returns {Promise<() => Promise<void>>} stops it
 */
export async function shareHost() {
  const { origin, directory, stop } = await startHost();
  process.env[ADDRESS] = JSON.stringify({ origin, directory });
  return stop;
}

/**
 * The shared server, or one of this process's own.
 *
 * @param {boolean} trust
 * @returns {Promise<HostAddress>}
 */
export async function hostFor(trust) {
  const shared = process.env[ADDRESS];
  if (shared && !trust) return JSON.parse(shared);
  const server = servers.get(trust) ?? startHost({ trust });
  servers.set(trust, server);
  return server;
}

/** The browser of this process. */
export function sharedBrowser() {
  browser ??= launchBrowser();
  return browser;
}

/** Ends the browser and the servers this process started. They also end when the process ends. */
export async function closeAll() {
  await (await browser)?.close();
  for (const server of servers.values()) await (await server).stop();
  browser = undefined;
  servers.clear();
}
