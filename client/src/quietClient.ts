import type { BaseLanguageClient } from 'vscode-languageclient';

/** Keeps the troubles of a client in its log and in the tree, and out of message boxes. */
export function quiet<Client extends BaseLanguageClient>(client: Client): Client {
  for (const level of ['error', 'warn', 'info'] as const) {
    const say = client[level].bind(client);
    client[level] = (message, data) => say(message, data, false);
  }
  return client;
}
