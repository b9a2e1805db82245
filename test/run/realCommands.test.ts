import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commandText } from '../../server/src/run/commandText.ts';

const root = join(import.meta.dirname, '..', '..');

/** Commands that people wrote: the scripts of the installed packages, and code of the documents beside the project where they are. */
function realCommands(): ReadonlySet<string> {
  const packages = filesIn(join(root, 'node_modules'), /package\.json$/);
  const scripts = packages.flatMap((file) => {
    try {
      return Object.values((JSON.parse(readFileSync(file, 'utf8')) as { scripts?: Record<string, string> }).scripts ?? {});
    } catch {
      return [];
    }
  });
  const documents = ['corpus/docs', 'gates'].flatMap((folder) =>
    filesIn(join(root, '..', 'shared', folder), /\.(?:md|ya?ml|jsonl)$/),
  );
  const codes = documents.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/`([^`\n]{3,300})`/g)].map(([, code = '']) => code),
  );
  const run = /^(?:npm|npx|pnpm|yarn|node|cargo|go|python3?|uv|pytest|make|curl|git|docker|kubectl|bash|sh|ls|cat|grep)\s+\S/;
  return new Set(
    [...scripts, ...codes.filter((code) => run.test(code))].filter(
      (command) => typeof command === 'string' && command.trim() !== '',
    ),
  );
}

function filesIn(folder: string, name: RegExp): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file))
    .map((file) => join(folder, file));
}

it('no command that people really write is refused because of a character', ({ skip }) => {
  const commands = [...realCommands()];
  if (commands.length < 1000) skip(`only ${commands.length} commands are at hand`);
  const refused = commands.filter(
    (command) => !command.includes('\n') && !command.includes('\t') && commandText(command).refused === 'hidden',
  );
  expect(refused).toEqual([]);
});
