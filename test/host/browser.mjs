/** Finds a Chromium-based browser on this machine and starts it without a window. */

import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { npm } from './npm.mjs';

const HOST = dirname(fileURLToPath(import.meta.url));
const COMMANDS = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const MAC = ['Google Chrome', 'Microsoft Edge', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/** The sandbox needs rights that root and containers do not have; the rest keeps the browser from talking to anybody else. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts the first browser that works: the one named by the environment variable PHASEWISE_BROWSER, an installed Chrome, Chromium
 * or Edge, Playwright's own, and at last one from the npm registry (Linux x64). In CI, as root on Debian, it installs Debian's.
 *
 * @param {{ log?: (line: string) => void }} [options] `log` receives progress lines when a browser has to be installed
 * @returns {Promise<import("playwright-core").Browser>}
 * @throws {Error} that says what to install when there is no browser
 */
export async function launchBrowser({ log = console.log } = {}) {
  const failures = [];
  for (const find of [installedBrowsers, debianChromium, registryChromium]) {
    try {
      for (const browser of await find(log)) {
        try {
          return await chromium.launch({ ...browser, args: ARGUMENTS });
        } catch (error) {
          failures.push(`${browser.executablePath}: ${firstLine(error)}`);
        }
      }
    } catch (error) {
      failures.push(firstLine(error));
    }
  }
  const advice = 'Install Chrome, Edge or Chromium (on Debian: apt-get install -y chromium), or name one in PHASEWISE_BROWSER.';
  throw new Error(['No browser to run VS Code in was found.', advice, ...failures].join('\n'));
}

/** @typedef {{ executablePath: string, env?: Record<string, string> }} Browser */

/** @returns {Browser[]} */
function installedBrowsers() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const programs = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)']].filter((folder) => folder !== undefined);
  const paths = [
    process.env.PHASEWISE_BROWSER ?? '',
    ...COMMANDS.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...(process.platform === 'darwin' ? MAC : []),
    ...programs.flatMap((folder) => WINDOWS.map((path) => join(folder, path))),
    chromium.executablePath(),
  ];
  return [...new Set(paths)].filter((path) => path && existsSync(path)).map((executablePath) => ({ executablePath }));
}

/**
 * Installs Debian's Chromium, only in CI and only as root: a person's machine is the person's.
 *
 * @param {(line: string) => void} log
 * @returns {Browser[]}
 */
function debianChromium(log) {
  if (!process.env.CI || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return [];
  log('Installing Chromium from Debian (CI only) …');
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-qq'], options);
  const { status, stderr } = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
  if (status !== 0) throw new Error(`apt-get could not install chromium: ${stderr}`);
  return [{ executablePath: '/usr/bin/chromium' }];
}

/**
 * A Chromium packed for cloud functions. Told that it runs in one, it unpacks the system libraries it needs as well.
 *
 * @param {(line: string) => void} log
 * @returns {Promise<Browser[]>}
 */
async function registryChromium(log) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return [];
  const folder = join(HOST, 'chromium');
  const unpacked = join(folder, 'node_modules', '.unpacked');
  // Written last, so that an interrupted installation starts again from the beginning.
  const stamp = join(unpacked, '.complete');
  if (!existsSync(stamp)) {
    log('No browser found: installing a Chromium from the npm registry into test/host/chromium (once, about 70 MB) …');
    await npm(folder, ['ci'], log);
    mkdirSync(unpacked);
    const script = 'require("@sparticuz/chromium").executablePath()';
    const env = { ...process.env, TMPDIR: unpacked, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
    await promisify(execFile)(process.execPath, ['-e', script], { cwd: folder, env });
    writeFileSync(stamp, '');
  }
  const libraries = join(unpacked, 'al2023', 'lib');
  const env = { .../** @type {Record<string, string>} */ (process.env), LD_LIBRARY_PATH: libraries };
  return [{ executablePath: join(unpacked, 'chromium'), env }];
}

/** @param {unknown} error */
function firstLine(error) {
  return String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
}
