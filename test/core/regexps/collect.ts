import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseAst } from 'vite';

/** A regular expression and where it is written; of one that is put together at run time, the file alone. */
export interface Found {
  readonly pattern: string;
  readonly flags: string;
  /** `server/src/core/read/label.ts:23`. */
  readonly at: string;
}

export const root = join(import.meta.dirname, '..', '..', '..');
const core = 'server/src/core';

/** Every regular expression literal in the sources of the core, and of what runs commands and reads their output, from their syntax trees. */
export function literals(): readonly Found[] {
  return [core, 'server/src/run'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
      .filter((file) => file.endsWith('.ts'))
      .sort()
      .flatMap(literalsOf),
  );
}

function literalsOf(file: string): readonly Found[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found: Found[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { regex, start } = node as { regex?: { pattern: string; flags: string }; start?: number };
    if (regex && start !== undefined) found.push({ ...regex, at: `${file}:${text.slice(0, start).split('\n').length}` });
    else for (const one of Object.values(node)) visit(one);
  };
  visit(parseAst(text, { lang: 'ts' }));
  return found;
}

/**
 * The expressions that the core puts together while something runs (`new RegExp(…)`), tables of modules included where they are
 * imported only then. The stack tells them from those of libraries.
 */
export async function built(run: () => Promise<void>): Promise<readonly Found[]> {
  const original = globalThis.RegExp;
  const found = new Map<string, Found>();
  const record = (pattern: unknown, flags: unknown): void => {
    const caller = new Error().stack?.split('\n')[3]?.replaceAll('\\', '/') ?? '';
    const file = /server\/src\/core\/[\w./-]+\.ts/.exec(caller)?.[0];
    const source = pattern instanceof original ? pattern.source : String(pattern);
    if (file) found.set(`${source}/${flags ?? ''}`, { pattern: source, flags: String(flags ?? ''), at: file });
  };
  globalThis.RegExp = new Proxy(original, {
    construct(target, args: [string, string?]) {
      record(args[0], args[1]);
      return new target(...args);
    },
  });
  try {
    await run();
  } finally {
    globalThis.RegExp = original;
  }
  return [...found.values()];
}
