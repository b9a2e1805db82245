import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import type { FindingReport } from '../../server/src/core/index.ts';
import { runCli } from '../support/built.ts';
import { makeFolder, removeFolder } from '../support/folder.ts';
import { startClient } from '../support/lspClient.ts';

const root = join(import.meta.dirname, '..', '..');
/** Documents of other people, kept beside the project on some machines. */
const corpus = join(root, '..', 'shared', 'corpus');
if (!existsSync(corpus)) console.log('Skipped in part: no documents of other repositories stand beside this checkout.');

const severities = ['error', 'warning', 'information', 'hint'];

test('the editor shows what the terminal prints, for every document at hand', { timeout: 120_000 }, async () => {
  const folders = workspaces().map((files) => makeFolder(files));
  try {
    const client = await startClient({ folders: folders.map(({ uri }) => uri) });
    await client.settled();
    const shown = folders.map((folder) => {
      const uris = [...new Set(client.publications.map(({ uri }) => uri))].filter((uri) => uri.startsWith(`${folder.uri}/`));
      return uris
        .flatMap((uri) =>
          client.shown(uri).map(({ range: { start }, severity, code, message }) => {
            const path = decodeURIComponent(uri.slice(folder.uri.length + 1));
            return `${path}:${start.line + 1}:${start.character + 1} ${severities[severity - 1]} ${code} ${message}`;
          }),
        )
        .sort();
    });
    const printed = await inTurn(folders.map((folder) => () => check(folder.path)));
    expect(shown).toEqual(printed);
    expect(printed.flat().length).toBeGreaterThan(10);
  } finally {
    folders.forEach(removeFolder);
  }
});

async function check(folder: string): Promise<readonly string[]> {
  const { out } = await runCli(folder, ['check', '--format', 'json']);
  const { findings } = JSON.parse(out) as { findings: FindingReport[] };
  return findings
    .map(({ path, line, column, severity, rule, message }) => `${path}:${line}:${column} ${severity} ${rule} ${message}`)
    .sort();
}

/** The example, each fixture, and each document of the corpus at the path it has in its own repository. */
function workspaces(): readonly (readonly (readonly [string, string])[])[] {
  const own = ['examples', 'test/fixtures'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => filesBelow(join(root, folder, name))),
  );
  if (!existsSync(corpus)) return own;
  const manifest = JSON.parse(readFileSync(join(corpus, 'manifest.json'), 'utf8')) as { file: string; path: string }[];
  return [...own, ...manifest.map(({ file, path }) => [[path, readFileSync(join(corpus, 'docs', file), 'utf8')] as const])];
}

function filesBelow(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile() && !name.includes('node_modules'))
    .map(
      (name) => [relative(folder, join(folder, name)).replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')] as const,
    );
}

async function inTurn<T>(tasks: readonly (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = [];
  for (const task of tasks) results.push(await task());
  return results;
}
