/**
 * Writes what is derived from the tables in the code: the page of each rule, the list of settings, the list of commands, the schemas of
 * `phasewise.yaml` and `tasks.yaml`, the texts that translators work on, the notices of what the bundles hold of others. With `--check` nothing is written; files that differ
 * are listed and the exit code is 1.
 *
 *   node scripts/generate.mjs [--check] [--root DIR]
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { clientStrings } from './lib/clientStrings.mjs';
import { commandsPage } from './lib/commandDocs.mjs';
import { noticesText } from './lib/notices.mjs';
import { rulePages, teachingSource } from './lib/ruleDocs.mjs';
import { settingsPage, settingsSchema } from './lib/settingsDocs.mjs';
import { shippedPackages } from './lib/shipped.mjs';
import { readTables } from './lib/tables.mjs';
import { tasksSchema } from './lib/tasksSchema.mjs';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const { values: options } = parseArgs({
  options: { check: { type: 'boolean', default: false }, root: { type: 'string', default: project } },
});
const root = resolve(options.root);
const biome = join(project, 'node_modules/@biomejs/biome/bin/biome');
const { rules, settings, planKeys, commands } = await readTables(project);

/** Path → content. */
const wanted = new Map([
  ...rulePages(project, rules),
  ['server/src/core/rules/teaching.ts', formatted('server/src/core/rules/teaching.ts', teachingSource(project, rules))],
  ['docs/settings.md', settingsPage(settings)],
  ['docs/commands.md', commandsPage(commands)],
  ['THIRD-PARTY-NOTICES.txt', noticesText(await shippedPackages(project))],
  ['schemas/phasewise.schema.json', formatted('schemas/phasewise.schema.json', JSON.stringify(settingsSchema(settings, rules)))],
  [
    'l10n/bundle.l10n.json',
    formatted(
      'l10n/bundle.l10n.json',
      JSON.stringify(
        clientStrings(
          project,
          commands.map(({ title }) => title),
        ),
      ),
    ),
  ],
  ['schemas/tasks.schema.json', formatted('schemas/tasks.schema.json', JSON.stringify(tasksSchema(planKeys)))],
]);

const stale = filesIn('docs/rules').filter((path) => !wanted.has(path));
const differing = [...wanted].filter(([path, content]) => tryRead(path) !== content).map(([path]) => path);

if (options.check) {
  for (const path of differing) console.error(`${path} is ${tryRead(path) === undefined ? 'missing' : 'out of date'}`);
  for (const path of stale) console.error(`${path} belongs to no rule`);
  if (differing.length + stale.length > 0) {
    console.error('Run `npm run generate` and commit the result.');
    process.exitCode = 1;
  }
} else {
  for (const path of differing) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), wanted.get(path));
  }
  for (const path of stale) rmSync(join(root, path));
  console.log(`${wanted.size} files, ${differing.length} written, ${stale.length} removed`);
}

/** JSON as the formatter of the project has it. */
function formatted(path, text) {
  const { stdout, status, stderr } = spawnSync(process.execPath, [biome, 'format', `--stdin-file-path=${path}`], {
    cwd: project,
    input: text,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

function tryRead(path) {
  try {
    return readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}

function filesIn(folder) {
  try {
    return readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
  } catch {
    return [];
  }
}
