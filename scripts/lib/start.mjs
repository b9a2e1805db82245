/** The steps of `npm start`. */

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { npm } from '../../test/host/npm.mjs';
import { openInBrowser } from './browser.mjs';
import { openInOwnEditor } from './ownEditor.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const HELP = `npm start -- [options]
  --browser     use VS Code in the browser even if a VS Code is installed
  --no-open     do not open the browser, only print the address
  --port <n>    port for VS Code in the browser (any free one by default)
  --help        print this`;

/**
 * Builds, prints what the command line finds in the example, and opens VS Code on a copy of it. With VS Code in the browser it
 * returns when the person ends it; otherwise at once.
 *
 * @param {string[]} args
 * @returns {Promise<void>}
 * @throws {Error} in plain words
 */
export async function start(args) {
  const options = readOptions(args);
  if (options.help) {
    console.log(HELP);
    return;
  }
  if (!existsSync(join(ROOT, 'node_modules', 'esbuild'))) {
    console.log('Installing the packages Phasewise is built with (once) …');
    // Not `ci`: it stops where the lock file lacks another platform's packages, which no person who wants to look cares about.
    await npm(ROOT, ['install', '--no-save'], console.log);
  }
  console.log('Building Phasewise …');
  await npm(ROOT, ['run', 'build'], console.log);

  const example = copyOfExample();
  check(example.copy, example.name);
  if (!options.browser && (await openInOwnEditor(ROOT, example.copy))) {
    console.log(
      `The window shows a copy of the example, in ${example.copy}. Change what you like: your checkout stays as it is.`,
    );
    return;
  }
  try {
    await openInBrowser(ROOT, example.copy, { open: !options['no-open'], port: options.port });
  } finally {
    rmSync(dirname(example.copy), { recursive: true, force: true });
  }
}

/** @param {string[]} args */
function readOptions(args) {
  const flag = /** @type {const} */ ({ type: 'boolean', default: false });
  const options = { browser: flag, 'no-open': flag, help: flag, port: { type: /** @type {const} */ ('string'), default: '0' } };
  try {
    const { values } = parseArgs({ args, options });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`"${values.port}" is not a port.`);
    return { ...values, port };
  } catch (error) {
    throw new Error(`${/** @type {Error} */ (error).message}\n\n${HELP}`);
  }
}

/** Copies the first example into a temporary folder. */
function copyOfExample() {
  const examples = join(ROOT, 'examples');
  const entries = existsSync(examples) ? readdirSync(examples, { withFileTypes: true }) : [];
  const [name] = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  if (!name) throw new Error('There is no example to open: the folder examples/ has no folder in it.');
  const copy = join(realpathSync(mkdtempSync(join(tmpdir(), 'phasewise-'))), name);
  cpSync(join(examples, name), copy, { recursive: true });
  return { name, copy };
}

/**
 * Prints what `phasewise check` says. Findings are what the example is for, so they are no failure.
 *
 * @param {string} folder
 * @param {string} name
 */
function check(folder, name) {
  const { bin } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  console.log(`\nWhat "phasewise check" finds in examples/${name}:\n`);
  const { error } = spawnSync(process.execPath, [join(ROOT, bin.phasewise), 'check'], { cwd: folder, stdio: 'inherit' });
  if (error) throw new Error(`The command line did not start: ${error.message}`);
  console.log();
}
