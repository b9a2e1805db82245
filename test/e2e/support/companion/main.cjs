// Runs code that a scenario sends: one HTTP request on a Unix socket, one answer. See ../in-host.mjs for the other end.

const { createHash } = require('node:crypto');
const { mkdirSync, rmSync } = require('node:fs');
const { createServer } = require('node:http');
const { join } = require('node:path');
const { text } = require('node:stream/consumers');
const vscode = require('vscode');

exports.activate = function activate(/** @type {vscode.ExtensionContext} */ context) {
  const directory = join(process.env.PHASEWISE_HOST_DIRECTORY ?? '', 'sockets');
  mkdirSync(directory, { recursive: true });
  const opened = vscode.workspace.workspaceFile ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = createHash('sha256')
    .update(opened?.fsPath ?? '')
    .digest('hex')
    .slice(0, 12);
  const socket = join(directory, name);
  rmSync(socket, { force: true });
  const server = createServer(async (request, response) => {
    try {
      const { code, argument } = JSON.parse(await text(request));
      // The code is an expression that is a function: (vscode, argument, require) => result or promise.
      const result = await new Function(`return (${code})`)()(vscode, argument, require);
      response.end(JSON.stringify({ result }));
    } catch (error) {
      response.end(JSON.stringify({ error: error instanceof Error ? error.stack : String(error) }));
    }
  });
  server.listen(socket);
  context.subscriptions.push({ dispose: () => server.close() });
};
