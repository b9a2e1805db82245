/** Runs code inside the extension host, through the companion extension. */

import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { until } from './wait.mjs';

/**
 * @param {string} directory the server's temporary folder
 * @param {string} opened absolute path of the folder or workspace file in the window, or "" for an empty window
 */
export function inHostOf(directory, opened) {
  const socketPath = join(directory, 'sockets', createHash('sha256').update(opened).digest('hex').slice(0, 12));
  /**
   * Calls a function in the extension host. It is sent as text, so it sees nothing of its surroundings but its parameters.
   *
   * @template A, R
   * @param {(vscode: typeof import('vscode'), argument: A, require: NodeJS.Require) => R | Promise<R>} code
   * @param {A} [argument] anything JSON can carry
   * @returns {Promise<R>} what JSON can carry of the result
   * @throws {Error} when the function throws, with its stack
   */
  return async (code, argument) => {
    const body = JSON.stringify({ code: code.toString(), argument });
    const answer = await until('the companion extension', () => post(socketPath, body), 30_000);
    const { result, error } = JSON.parse(answer);
    if (error) throw new Error(`In the extension host: ${error}`);
    return result;
  };
}

/**
 * @param {string} socketPath
 * @param {string} body
 * @returns {Promise<string>}
 */
function post(socketPath, body) {
  return new Promise((resolve, reject) => {
    const sent = request({ socketPath, method: 'POST' }, (response) => text(response).then(resolve, reject));
    sent.on('error', reject);
    sent.end(body);
  });
}
