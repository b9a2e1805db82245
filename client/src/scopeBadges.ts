import * as vscode from 'vscode';
import type { Outside } from './outside.ts';

/**
 * A badge on changed files outside the current phase, in the explorer and on tabs: an arrow out, with the number of the phase that owns
 * the file where that fits. The words stand in the tooltip; nothing is told by colour.
 */
export function showScopeBadges(outside: Outside): vscode.Disposable {
  return vscode.window.registerFileDecorationProvider({
    onDidChangeFileDecorations: outside.onDidChange as vscode.Event<vscode.Uri[]>,
    provideFileDecoration(uri) {
      const verdict = outside.of(uri);
      if (!verdict) return undefined;
      // Two characters at most.
      const badge = verdict.phase !== null && verdict.phase.length === 1 ? `↗${verdict.phase}` : '↗';
      return { badge, tooltip: verdict.message, propagate: false };
    },
  });
}
