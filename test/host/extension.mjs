/** Packs an extension the way it ships and lays packed or unpacked extensions into an extensions folder. */

import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/**
 * Packs the extension in `root` (already built) into a .vsix file.
 *
 * @param {string} root folder with the extension's package.json and with @vscode/vsce among its packages
 * @param {string} file where the .vsix goes
 * @returns {Promise<string>} `file`
 * @throws {Error} with vsce's output when packing fails
 */
export async function packExtension(root, file) {
  mkdirSync(dirname(file), { recursive: true });
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--skip-license'];
  const args = [vsce, 'package', ...flags, '--out', file];
  try {
    await promisify(execFile)(process.execPath, args, { cwd: root });
  } catch (error) {
    const { stdout = '', stderr = '' } = /** @type {{ stdout?: string, stderr?: string }} */ (error);
    throw new Error(`The extension could not be packed:\n${stderr || stdout || error}`);
  }
  return file;
}

/**
 * Puts an extension into `extensionsDir` as `publisher.name-version`. VS Code finds such folders when it starts with an extensions
 * folder that has no `extensions.json` yet.
 *
 * @param {string} extension a .vsix file, or a folder with a package.json
 * @param {string} extensionsDir absolute path
 * @returns {Promise<string>} the extension's id, `publisher.name`
 */
export async function layExtension(extension, extensionsDir) {
  const files = statSync(extension).isDirectory() ? undefined : await filesOfVsix(extension);
  const manifest = JSON.parse(files ? decode(files['package.json']) : readFileSync(join(extension, 'package.json'), 'utf8'));
  const id = `${manifest.publisher}.${manifest.name}`;
  const target = join(extensionsDir, `${id}-${manifest.version}`);
  if (files) writeFiles(files, target);
  else cpSync(extension, target, { recursive: true });
  return id;
}

/**
 * The extension's own files: a .vsix is a zip file that holds them under `extension/`.
 *
 * @param {string} file
 * @returns {Promise<Record<string, Uint8Array>>}
 */
async function filesOfVsix(file) {
  // Only here: the package is there once the host is installed.
  const { unzipSync } = await import('fflate');
  const prefix = 'extension/';
  const entries = unzipSync(readFileSync(file), { filter: ({ name }) => name.startsWith(prefix) && !name.endsWith('/') });
  return Object.fromEntries(Object.entries(entries).map(([name, content]) => [name.slice(prefix.length), content]));
}

/**
 * @param {Record<string, Uint8Array>} files
 * @param {string} target
 */
function writeFiles(files, target) {
  for (const [name, content] of Object.entries(files)) {
    const path = join(target, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

/** @param {Uint8Array | undefined} bytes */
function decode(bytes) {
  return new TextDecoder().decode(bytes);
}
