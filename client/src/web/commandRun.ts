import { l10n } from 'vscode';

/** There is no shell in a browser: a person runs the command elsewhere and records what they saw. */
export async function runCommand(): Promise<never> {
  throw new Error(l10n.t('Commands do not run in a browser. Run it elsewhere, and record what you saw.'));
}
