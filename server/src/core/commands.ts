import { readScripts, scriptFiles } from './read/scripts.ts';
import type { Command } from './rules/rule.ts';
import type { Source } from './source.ts';

/** Commands that the repository really has, from the files at its root that name them. */
export function commandsOf(sources: ReadonlyMap<string, Source>): readonly Command[] {
  return scriptFiles.flatMap((path) => {
    const source = sources.get(path);
    return source ? read(source) : [];
  });
}

const remembered = new WeakMap<Source, readonly Command[]>();

function read(source: Source): readonly Command[] {
  const commands = remembered.get(source) ?? readScripts(source);
  remembered.set(source, commands);
  return commands;
}
