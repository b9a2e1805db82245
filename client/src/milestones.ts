import * as vscode from 'vscode';

/** What a person sees for the first time, as a context of the walkthrough and as the rules that say so. */
const firsts = [
  { context: 'phasewise.sawGateFinding', rules: /^gate\// },
  { context: 'phasewise.sawScopeFinding', rules: /^scope\/out-of-scope$/ },
] as const;

/** Tells the walkthrough of the first finding of each kind; looks no further once there was one. */
export function tellFirsts(): vscode.Disposable {
  const left = new Set<(typeof firsts)[number]>(firsts);
  const listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    const found = uris.flatMap((uri) => vscode.languages.getDiagnostics(uri)).filter(({ source }) => source === 'phasewise');
    for (const first of left) {
      if (!found.some(({ code }) => first.rules.test(String(typeof code === 'object' ? code.value : code)))) continue;
      void vscode.commands.executeCommand('setContext', first.context, true);
      left.delete(first);
    }
    if (left.size === 0) listening.dispose();
  });
  return listening;
}
