import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { answerBox, asRepository, git, titled } from './support/gate.mjs';
import { eventually, FERRY, heldText, scenario } from './support/scenario.mjs';

/** @typedef {import('./support/scenario.mjs').Workbench} Workbench */

const PHASE = 'docs/phases/phase-2.md';

scenario(
  'The whole ceremony, from open tasks to sign-off and tag',
  { folder: FERRY, prepare: asRepository, longest: 300_000 },
  async (window) => {
    await eventually(() => window.statusBar('phasewise')).toBeDefined();
    // The verdict says what is missing, in the words of the command line, and each line opens its place.
    await window.command('Phasewise: Show gate verdict');
    await (await window.quickPick()).pick('Phase 2: Seat booking');
    const verdict = await titled(window, 'Phase 2: Seat booking: not through');
    expect(verdict.entries.map(({ label }) => label)).toContain('3 of 5 tasks are open');
    await window.screenshot('ceremony-1-verdict-red');
    await verdict.pick('T2-004 Cancel a booking');
    await eventually(() => window.inHost((vscode) => vscode.window.activeTextEditor?.document.uri.path)).toContain('tasks.yaml');

    // The work is done …
    await finishTasks(window);

    // … all commands run after one question, and what they show is recorded at once.
    await window.command('Phasewise: Run gate checklist');
    await (await window.quickPick()).pick('Phase 2: Seat booking');
    await (await titled(window, 'Gate of phase 2: Free seats for the displays')).pick('Run all');
    await eventually(async () => (await window.dialog())?.message ?? '').toContain('Run these');
    await window.screenshot('ceremony-2-one-question');
    await (await window.dialog())?.press('Run');
    const passed = await titled(window, 'commands did what was expected');
    await window.screenshot('ceremony-3-what-the-runs-show');
    await passed.accept();

    // What only a person can see is asked one by one.
    for (let step = 0; step < 20; step += 1) {
      const pick = await next(window);
      if (!pick.title.startsWith('Gate of phase 2: ') || pick.title.includes(' passed')) break;
      await pick.pick('Pass');
      await eventually(async () => (await window.quickPick()).title).not.toBe(pick.title);
    }
    const overview = await titled(window, '19 passed');
    await window.screenshot('ceremony-4-all-passed');
    await overview.pick('commands of earlier phases again');
    await eventually(async () => (await window.dialog())?.message ?? '').toContain('Run');
    await (await window.dialog())?.press('Run');
    await (await titled(window, '19 passed')).pick('Sign off…');

    // The status takes the legal way, and then the sign-off is written and the tag offered.
    await (await titled(window, 'Phase 2: Seat booking')).pick('Move to “done”');
    const green = await titled(window, 'Phase 2: Seat booking: through');
    await window.screenshot('ceremony-5-verdict-green');
    await green.pick('Sign off…');
    await answerBox(window, 'In what role', 'Release manager');
    await answerBox(window, 'Who signs?', 'Ines Okafor');
    await titled(window, 'Sign off phase 2');
    await eventually(async () => (await window.quickPick()).entries[0]?.description ?? '').toMatch(
      /^Ines Okafor \(Release manager\) · \d{4}-\d\d-\d\d · commit [0-9a-f]{7}$/,
    );
    await window.screenshot('ceremony-6-sign-off');
    await (await window.quickPick()).pick('Sign off');
    const tag = await titled(window, 'Tag phase 2');
    await window.screenshot('ceremony-7-tag');
    await tag.pick('Set the tag');
    await eventually(() =>
      git(window.folder, 'tag', '--list', '--format=%(objecttype) %(refname:short) %(contents:subject)'),
    ).toMatch(/^tag phase-2-complete Phase 2: Seat booking/m);
    await eventually(() => heldText(window, PHASE)).toContain('Ines Okafor');
    await eventually(async () => (await window.statusBar('phasewise'))?.text).toContain('Phase 3');
    expect(await window.toasts()).toEqual([]);
  },
);

/** The next question. @param {Workbench} window */
async function next(window) {
  await eventually(async () => (await window.quickPick()).title).toMatch(/^Gate of phase 2: /);
  return window.quickPick();
}

/**
 * What a team does before the gate: the open tasks are done, wherever they are listed, and evidence names a commit that is there.
 *
 * @param {Workbench} window
 */
async function finishTasks({ folder }) {
  change(join(folder, 'docs/stage-log.md'), (text) =>
    text.replaceAll('9be41d7', git(folder, 'rev-parse', '--short=7', 'HEAD').trim()),
  );
  change(join(folder, 'tasks/tasks.yaml'), (text) =>
    text.replaceAll(/(- id: T2-00[345]\n(?: {2}.*\n)*? {2}status: )\w+/g, '$1done'),
  );
  change(join(folder, 'docs/plan.md'), (text) => text.replaceAll(/- \[ \] (T2-00)/g, '- [x] $1'));
  change(join(folder, 'docs/phase-board.md'), (text) => {
    const cards = text.split('\n').filter((line) => /^- T2-00[345] /.test(line));
    return `${text
      .split('\n')
      .filter((line) => !cards.includes(line))
      .join('\n')
      .trimEnd()}\n${cards.join('\n')}\n`;
  });
}

/** @param {string} path @param {(text: string) => string} how */
function change(path, how) {
  writeFileSync(path, how(readFileSync(path, 'utf8')));
}
