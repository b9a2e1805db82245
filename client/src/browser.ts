import type { ExtensionContext } from 'vscode';
import { start } from './extension.ts';

/** Called by the editor in a browser. What a browser cannot do has its own files in `web/`. */
export function activate(context: ExtensionContext): void {
  start(context);
}
