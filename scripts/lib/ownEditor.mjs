/** Opens the VS Code, or relative of it, that a person has installed. */

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const WINDOWS = process.platform === 'win32';
const COMMANDS = ['code', 'code-insiders', 'codium', 'cursor'];
/** How long the command may take to hand over to its window, in milliseconds. */
const HANDOVER_MS = 15_000;

/**
 * Opens `folder` in a new window with the extension in `root`.
 *
 * @param {string} root
 * @param {string} folder
 * @returns {Promise<boolean>} false when there is no editor that can do it
 */
export async function openInOwnEditor(root, folder) {
  if (!canShowWindows()) return false;
  const needed = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.vscode;
  for (const command of COMMANDS.flatMap(onPath)) {
    const version = versionOf(command);
    if (!version || isOlder(version, needed)) {
      console.log(`${command} ${version ? `is version ${version}, and Phasewise needs ${needed}` : 'does not start'}.`);
    } else if (await run(command, ['--new-window', `--extensionDevelopmentPath=${root}`, folder])) {
      console.log(`Opening ${command} (VS Code ${version}) with Phasewise in it.`);
      return true;
    }
  }
  return false;
}

/** Whether a program started here can open a window on the person's screen that sees these files. */
function canShowWindows() {
  // In a remote window, a container or WSL, `code` only passes a folder on and ignores the extension.
  if (process.env.VSCODE_IPC_HOOK_CLI || process.env.WSL_DISTRO_NAME) return false;
  if (process.platform !== 'linux') return true;
  // VS Code refuses to run as root.
  return hasDisplay() && process.getuid?.() !== 0;
}

/** Whether Linux has a screen to draw on. */
export function hasDisplay() {
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * @param {string} name
 * @returns {string[]} the absolute path of the first command of that name, or nothing
 */
export function onPath(name) {
  const paths = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, WINDOWS ? `${name}.cmd` : name));
  return paths.filter((path) => existsSync(path)).slice(0, 1);
}

/** @param {string} command */
function versionOf(command) {
  const { stdout } = spawnSync(quoted(command), ['--version'], { encoding: 'utf8', shell: WINDOWS, timeout: HANDOVER_MS });
  return /^\d+\.\d+\.\d+/m.exec(stdout ?? '')?.[0];
}

/**
 * @param {string} version for example 1.139.1
 * @param {string} needed for example ^1.101.0
 */
function isOlder(version, needed) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = needed.replace('^', '').split('.').map(Number);
  return major < neededMajor || (major === neededMajor && minor < neededMinor);
}

/**
 * Runs a command that ends as soon as its window opens.
 *
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<boolean>} false when it failed
 */
function run(command, args) {
  return new Promise((resolve) => {
    const options = { detached: !WINDOWS, shell: WINDOWS };
    const child = spawn(quoted(command), args.map(quoted), { ...options, stdio: 'ignore' });
    const timer = setTimeout(() => resolve(true), HANDOVER_MS);
    const done = (/** @type {boolean} */ worked) => {
      clearTimeout(timer);
      resolve(worked);
    };
    child.on('error', () => done(false));
    child.on('exit', (code) => done(code === 0));
    child.unref();
  });
}

/** On Windows the command is a script that needs a shell, and the shell needs quotes. @param {string} argument */
function quoted(argument) {
  return WINDOWS ? `"${argument}"` : argument;
}
