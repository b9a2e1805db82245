/** The questions on the way through a gate. */

import { execFileSync } from 'node:child_process';
import { until } from './wait.mjs';

/** @typedef {import('./vscode.mjs').Workbench} Workbench */

/** A run may take its time on a busy machine, in milliseconds. */
const LONG = 60_000;

/**
 * Waits for a quick pick or input box whose title contains this.
 *
 * @param {Workbench} window
 * @param {string} title
 */
export async function titled(window, title) {
  await until(`a question about ${title}`, async () => (await window.quickPick()).title.includes(title), LONG);
  return window.quickPick();
}

/**
 * Answers an input box.
 *
 * @param {Workbench} window
 * @param {string} prompt a part of it
 * @param {string} text
 */
export async function answerBox(window, prompt, text) {
  await until(`the question ${prompt}`, async () => (await window.quickPick()).message.includes(prompt), LONG);
  const box = await window.quickPick();
  await box.fill(text);
  await box.accept();
}

/** Makes a folder a repository with one commit. @param {string} folder */
export function asRepository(folder) {
  git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'config', 'user.name', 'Ines Okafor');
  git(folder, 'config', 'user.email', 'ines@example.org');
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '--message=Seat booking');
}

/** What Git prints. @param {string} folder @param {string[]} args */
export function git(folder, ...args) {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
}
