import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A call of `t` and what stands first in it: a text, or something else. */
const call =
  /(?<![\w$.])(?:(?:vscode\.)?l10n\.)?t\(\s*(?:('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\$]|\\.)*`)\s*[,)]|([\w.]+|\S))/g;

/**
 * Every text of the client that a person sees, as the default bundle of VS Code's `l10n`: each text is its own key.
 * @param titles texts that are handed on by name: those of the command table
 * @throws where a call hands on something that is not known before it runs
 */
export function clientStrings(project, titles) {
  const messages = new Set(titles);
  for (const path of sourcesIn(project)) {
    for (const [whole, literal, other] of readFileSync(join(project, path), 'utf8').matchAll(call)) {
      if (literal) messages.add(textOf(literal));
      else if (other !== 'title')
        throw new Error(`${path}: the text of “${whole}” cannot be translated: write it out in the call.`);
    }
  }
  return Object.fromEntries([...messages].sort().map((message) => [message, message]));
}

function sourcesIn(project) {
  const files = readdirSync(join(project, 'client/src'), { recursive: true });
  return files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `client/src/${file}`)
    .sort();
}

/** What a literal without substitutions stands for. */
function textOf(literal) {
  return JSON.parse(
    `"${literal
      .slice(1, -1)
      .replace(/\\(['`])/g, '$1')
      .replace(/(?<!\\)"/g, '\\"')
      .replaceAll('\n', '\\n')}"`,
  );
}
