import * as vscode from 'vscode';
import type { App } from './app.ts';
import { commandTable } from './commandTable.ts';

/** Registers every command of the table. What goes wrong in one is told to the person who called it. */
export function registerCommands(app: App): vscode.Disposable {
  const registered = commandTable.map(({ id, title }) =>
    vscode.commands.registerCommand(id, async (argument) => {
      try {
        const { handlers } = require('./commandHandlers.js') as typeof import('./commandHandlers.ts');
        await handlers[id](app, argument as never);
      } catch (error) {
        app.log.error(error instanceof Error ? error : String(error));
        void vscode.window.showWarningMessage(
          `${vscode.l10n.t(title)}: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
    }),
  );
  return vscode.Disposable.from(...registered);
}
