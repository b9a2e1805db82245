import { expect } from 'vitest';
import { eventually, FERRY, findings, scenario } from './support/scenario.mjs';

/** @typedef {import('./support/scenario.mjs').Workbench} Workbench */

scenario('A killed server comes back with all findings and the tree', { folder: FERRY }, async (window) => {
  await window.openFile('docs/plan.md');
  await eventually(() => findings(window)).not.toEqual([]);
  await eventually(async () => (await window.tree()).length).toBeGreaterThan(6);
  const [found, rows] = [await findings(window), await window.tree()];

  const first = await serverPid(window);
  const killed = Date.now();
  process.kill(first, 'SIGKILL');
  await eventually(() => serverPid(window)).not.toBe(first);
  await eventually(() => findings(window)).toEqual(found);
  console.log(`All findings were back ${Date.now() - killed} ms after the server was killed.`);
  await eventually(() => window.tree()).toEqual(rows);

  // Killed again and again it stays down, says so, and one click brings it back.
  await until(window, 'stopped');
  await eventually(() => window.viewMessage()).toContain('The Phasewise server stopped.');
  expect((await window.tree()).map(({ label }) => label)).toContain('Phase 2: Seat booking');
  // No findings, and that does not look like a plan without fault.
  expect((await window.statusBar('phasewise'))?.text).toBe('Phasewise stopped');
  await window.screenshot('server-stopped');
  await window.page.locator('.part.sidebar').getByRole('button', { name: 'Restart server' }).click();
  await eventually(() => window.viewMessage()).toContain('9/22 tasks done');
  await eventually(() => findings(window)).toEqual(found);
  expect(await window.toasts()).toEqual([]);
});

scenario('A hung server is noticed, and a new one answers', { folder: FERRY }, async (window) => {
  await window.openFile('docs/plan.md');
  await eventually(() => findings(window)).not.toEqual([]);
  const found = await findings(window);
  const first = await serverPid(window);
  process.kill(first, 'SIGSTOP');
  // Any edit makes the editor ask the server for something.
  await window.typeAt(1, 1, ' ');
  await eventually(() => serverPid(window)).not.toBe(first);
  await eventually(() => findings(window)).toEqual(found);
  await eventually(() => alive(first)).toBe(false);
  expect(await window.toasts()).toEqual([]);
});

/** Kills each server that comes until none comes any more. @param {Workbench} window @param {string} state */
async function until(window, state) {
  for (let last = 0, times = 0; times < 10; times += 1) {
    const now = () => serverPid(window);
    const stopped = async () => (await window.viewMessage()).includes(state);
    await eventually(async () => (await stopped()) || ![0, last].includes(await now())).toBe(true);
    if (await stopped()) return;
    last = await now();
    if (last) process.kill(last, 'SIGKILL');
  }
}

/** 0 while there is none. @param {Workbench} window @returns {Promise<number>} */
function serverPid({ inHost }) {
  return inHost((vscode) => vscode.extensions.getExtension('phasewise.phasewise')?.exports?.serverPid() ?? 0);
}

/** @param {number} pid */
function alive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
