import type { ExtensionContext } from 'vscode';
import { start } from './extension.ts';

/** Called by the editor on desktop and remote machines, once something of `activationEvents` is there. */
export function activate(context: ExtensionContext): { readonly serverPid: () => number | undefined } {
  return start(context);
}
