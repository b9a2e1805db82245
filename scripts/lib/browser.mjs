/** Opens VS Code in the browser and keeps it running until the person ends it. */

import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { packExtension } from '../../test/host/extension.mjs';
import { installHost } from '../../test/host/install.mjs';
import { startServer } from '../../test/host/server.mjs';
import { hasDisplay, onPath } from './ownEditor.mjs';

/**
 * @param {string} root folder of the built extension
 * @param {string} folder folder to open
 * @param {{ open: boolean, port: number }} options `open`: also open the person's browser, where there is a desktop
 * @returns {Promise<void>} settles when the person presses Ctrl-C
 * @throws {Error} when VS Code cannot be installed or started, or ends by itself
 */
export async function openInBrowser(root, folder, { open, port }) {
  await installHost();
  console.log('Packing the extension and starting VS Code …');
  const extension = await packExtension(root, join(dirname(folder), 'phasewise.vsix'));
  const server = await startServer({ extensions: [extension], port });
  const url = server.urlOf(folder);
  console.log(`\nVS Code with Phasewise in it is running here:\n\n  ${url}\n`);
  console.log(`It shows a copy of the example, in ${folder}. Change what you like: your checkout stays as it is.`);
  console.log('Press Ctrl-C to end it.');
  if (open) openUrl(url);

  const ended = await Promise.race([interrupted(), server.ended.then(() => 'by itself')]);
  await server.stop();
  if (ended === 'by itself') throw new Error(`VS Code ended by itself. It said:\n${server.log().slice(-2000)}`);
  console.log('\nVS Code and the copy are gone.');
}

/** Settles at Ctrl-C, or when the terminal is closed. */
function interrupted() {
  return new Promise((resolve) => {
    // Not `once`: npm passes on what the terminal has already sent, and the second signal must not cut the cleaning up short.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, resolve);
  });
}

/** Opens the person's browser where there is a desktop; the address is printed in any case. @param {string} url */
function openUrl(url) {
  const command = process.platform === 'darwin' ? 'open' : 'xdg-open';
  if (process.platform === 'linux' && !hasDisplay()) return;
  const [path] = onPath(command);
  if (path)
    spawn(path, [url], { detached: true, stdio: 'ignore' })
      .on('error', () => {})
      .unref();
}
