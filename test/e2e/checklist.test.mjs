import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { eventually, FERRY, scenario } from './support/scenario.mjs';

/** @typedef {import('./support/scenario.mjs').Workbench} Workbench */

const PHASE = 'docs/phases/phase-2.md';

scenario('The checklist goes test by test and writes each result, one undo each', { folder: FERRY }, async (window) => {
  await window.openFile(PHASE);
  const before = await window.editorText();

  // The lens on the heading of the phase says how far the checklist is, and starts it.
  await eventually(() => window.codeLenses()).toEqual(['Run gate · 4/19', 'Sign off']);
  await window.page.locator('.codelens-decoration a').first().click();
  const first = await test(window, 'Free seats for the displays');
  expect(first.title).toBe('Gate of phase 2: Free seats for the displays (2/19)');
  expect(detailOf(first, 'Run the command…')).toBe('node src/cli.js seats 0810 --json');
  expect(detailOf(first, 'Pass')).toBe('Expected: {"crossing":"0810","free":24}');
  await window.screenshot('checklist-test');

  // The command runs after its exact characters were shown and agreed to, and a person still decides.
  await first.pick('Run the command…');
  await eventually(async () => (await window.dialog())?.message).toBe('Run this command?');
  expect((await window.dialog())?.detail.split('\n')).toEqual([
    'node src/cli.js seats 0810 --json',
    '',
    `Folder: ${window.folder}`,
    `From: ${PHASE}:23`,
  ]);
  await window.screenshot('checklist-confirmation');
  await (await window.dialog())?.press('Run');
  await eventually(async () => descriptionOf(await window.quickPick(), 'Run the command…')).toBe('ended with exit code 0');
  expect(descriptionOf(await window.quickPick(), 'Pass')).toBe('what the run shows');
  expect(await window.editorText()).toBe(before);
  await window.screenshot('checklist-after-the-run');

  await (await window.quickPick()).pick('Pass');
  const second = await test(window, 'A booking takes its seats');
  const passed = await window.editorText();
  expect(difference(before, passed)).toEqual({
    removed: ['- [ ] Free seats for the displays'],
    added: ['- [x] Free seats for the displays', expect.stringMatching(/^ {2}- Result: pass \(\d{4}-\d\d-\d\d, [^)]+\)$/)],
  });

  // A failure asks what happened instead, and takes no empty answer.
  await second.pick('Fail…');
  await eventually(async () => (await window.quickPick()).entries).toEqual([]);
  const note = await window.quickPick();
  await note.accept();
  await eventually(async () => (await window.quickPick()).message).toContain('A failure needs a note');
  await note.fill('It printed 20 left');
  await eventually(async () => (await window.quickPick()).message).toContain('What happened instead?');
  await window.screenshot('checklist-note');
  await note.accept();
  const third = await test(window, 'A crossing is never overbooked');
  const failed = await window.editorText();
  expect(difference(passed, failed)).toEqual({
    removed: [],
    added: [expect.stringMatching(/^ {2}- Result: fail \(.*\): It printed 20 left$/)],
  });

  await third.pick('All steps of this gate');
  await eventually(async () => (await window.quickPick()).title).toBe('Gate of phase 2: 5 passed, 1 failed, 13 open');
  const overview = await window.quickPick();
  expect(overview.entries.map(({ label, description }) => `${label}: ${description}`)).toContain(
    'A booking takes its seats: failed: It printed 20 left',
  );
  await window.screenshot('checklist-overview');
  await overview.cancel();
  await window.goto(1);
  await eventually(() => window.codeLenses()).toEqual(['Run gate · 5/19', 'Sign off']);

  await window.undo();
  expect(await window.editorText()).toBe(passed);
  await window.undo();
  expect(await window.editorText()).toBe(before);
  expect(await window.toasts()).toEqual([]);
});

scenario('The checklist goes on where it was left, after a reload too', { folder: FERRY }, async (window) => {
  await eventually(() => window.statusBar('phasewise')).toBeDefined();
  await window.command('Phasewise: Run gate checklist');
  const phases = await window.quickPick();
  expect(phases.entries[0]).toMatchObject({ label: 'Phase 2: Seat booking', description: 'current · in progress' });
  await phases.pick('Phase 2: Seat booking');
  await (await test(window, 'Free seats for the displays')).pick('Skip…');
  await eventually(async () => (await window.quickPick()).message).toContain('Why is it skipped?');
  await (await window.quickPick()).accept();
  await (await test(window, 'A booking takes its seats')).pick('Stop here');
  await window.openFile(PHASE);
  await window.save();

  await window.page.reload();
  await eventually(() => window.statusBar('phasewise')).toBeDefined();
  await window.command('Phasewise: Run gate checklist');
  await (await window.quickPick()).pick('Phase 2: Seat booking');
  const resumed = await test(window, 'A booking takes its seats');
  expect(resumed.title).toContain('(3/19)');
});

const hidden = 'touch harmless.txt\u202e && touch not-seen.txt';
const TRAP = `# Plan

## Phase 1 - Search

Status: In Progress

### Manual checklist

- [ ] A plain command
  - Command: \`touch ran.txt\`
  - Expected: exit code 0
- [ ] A command with characters that nobody sees
  - Command: \`${hidden}\`
  - Expected: exit code 0
`;

scenario(
  'A command runs after it was agreed to, and never with hidden characters',
  { files: { 'docs/plan.md': TRAP } },
  async (window) => {
    const there = (/** @type {string} */ name) => existsSync(join(window.folder, name));
    await eventually(() => window.statusBar('phasewise')).toBeDefined();
    await window.command('Phasewise: Run gate checklist');
    await (await window.quickPick()).pick('Phase 1: Search');

    await (await test(window, 'A plain command')).pick('Run the command…');
    await eventually(async () => (await window.dialog())?.message).toBe('Run this command?');
    await (await window.dialog())?.press('Cancel');
    const plain = await test(window, 'A plain command');
    expect(descriptionOf(plain, 'Run the command…')).toBeUndefined();
    expect(there('ran.txt')).toBe(false);

    await plain.pick('Run the command…');
    await eventually(async () => (await window.dialog())?.message).toBe('Run this command?');
    await (await window.dialog())?.press('Run');
    await eventually(async () => descriptionOf(await window.quickPick(), 'Run the command…')).toBe('ended with exit code 0');
    expect(there('ran.txt')).toBe(true);

    await (await window.quickPick()).pick('Skip…');
    await eventually(async () => (await window.quickPick()).message).toContain('Why is it skipped?');
    await (await window.quickPick()).accept();
    const trap = await test(window, 'A command with characters');
    expect(detailOf(trap, 'Command (not runnable)')).toBe('touch harmless.txt\\u{202E} && touch not-seen.txt');
    await trap.pick('Command (not runnable)');
    await eventually(async () => (await window.dialog())?.message).toBe('Phasewise does not run this command.');
    const refusal = await window.dialog();
    expect(refusal?.detail).toContain('touch harmless.txt\\u{202E} && touch not-seen.txt');
    expect(refusal?.buttons).toEqual(['OK']);
    expect(there('harmless.txt') || there('not-seen.txt')).toBe(false);
  },
);

/**
 * Waits until the checklist shows a test.
 *
 * @param {Workbench} window
 * @param {string} title
 */
async function test(window, title) {
  await eventually(async () => (await window.quickPick()).title).toContain(`: ${title}`);
  return window.quickPick();
}

/** @typedef {Awaited<ReturnType<Workbench['quickPick']>>} Shown */

/** @param {Shown} shown @param {string} label */
function detailOf({ entries }, label) {
  return entries.find((entry) => entry.label === label)?.detail;
}

/** @param {Shown} shown @param {string} label */
function descriptionOf({ entries }, label) {
  return entries.find((entry) => entry.label === label)?.description;
}

/**
 * Lines of one text that the other has not.
 *
 * @param {string} before
 * @param {string} after
 */
function difference(before, after) {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return { removed: old.filter((line) => !now.includes(line)), added: now.filter((line) => !old.includes(line)) };
}
