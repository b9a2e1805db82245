import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { answerBox, titled } from './support/gate.mjs';
import { eventually, heldText, scenario } from './support/scenario.mjs';

const PLAN = `# Beekeeping: delivery plan

## Phase 1 - Hives

Status: In Progress

### Tasks

- [x] T1-001 Count the hives

### Manual checklist

- [ ] The count is right
  - Command: \`node count.js\`
  - Expected: \`12 hives\`

## Phase 2 - Honey

Status: Not Started

### Tasks

- [ ] T2-001 Weigh the honey
`;

scenario(
  'A failed gate is written down, mended and tried again',
  { files: { 'docs/plan.md': PLAN, 'count.js': 'console.log("11 hives");\n' }, longest: 150_000 },
  async (window) => {
    await eventually(() => window.statusBar('phasewise')).toBeDefined();
    await window.command('Phasewise: Run gate checklist');
    await (await window.quickPick()).pick('Phase 1: Hives');
    await (await titled(window, ': The count is right')).pick('Run the command…');
    await eventually(async () => (await window.dialog())?.message).toBe('Run this command?');
    await (await window.dialog())?.press('Run');

    // What the run shows is preselected, and the note begins with what differed.
    await eventually(async () => (await window.quickPick()).entries.find(({ label }) => label === 'Fail…')?.description).toBe(
      'what the run shows',
    );
    await (await window.quickPick()).accept();
    await eventually(async () => (await window.quickPick()).message).toContain('What happened instead?');
    const note = await window.quickPick();
    expect(note.value).toBe('ended with exit code 0, printed “11 hives”; expected the output contains `12 hives`');
    await window.screenshot('failed-gate-1-note');
    await note.accept();
    const overview = await titled(window, 'Gate of phase 1: 1 failed');
    await window.screenshot('failed-gate-2-overview');

    await overview.pick('Record the failed attempt…');
    await (await titled(window, 'Attempt at the gate of phase 1')).pick('Record that the gate failed');
    await answerBox(window, 'the attempt as a whole', 'The last hive was not counted');
    await eventually(() => heldText(window, 'docs/plan.md')).toContain('Attempt 1: fail (');
    await window.screenshot('failed-gate-3-attempt');

    // Mended, tried again: the same characters need no second question, and the sign-off sees both attempts.
    writeFileSync(join(window.folder, 'count.js'), 'console.log("12 hives");\n');
    await window.command('Phasewise: Record an attempt at a gate');
    await (await window.quickPick()).pick('Phase 1: Hives');
    await (await titled(window, 'Attempt at the gate of phase 1')).pick('Write down what was done');
    await answerBox(window, 'What was done about the failure?', 'The count begins at one');
    await eventually(() => heldText(window, 'docs/plan.md')).toContain('Fix: The count begins at one');

    await window.command('Phasewise: Run gate checklist');
    await (await window.quickPick()).pick('Phase 1: Hives');
    await (await titled(window, 'Gate of phase 1: 1 failed')).pick('Go through what failed again (1)');
    await (await titled(window, ': The count is right')).pick('Run the command…');
    await eventually(async () => (await window.quickPick()).entries.find(({ label }) => label === 'Pass')?.description).toBe(
      'what the run shows',
    );
    // Its output is kept in a file that the record links.
    await (await window.quickPick()).pick('Keep the output as evidence');
    await eventually(async () => (await window.quickPick()).entries.map(({ description }) => description)).toContain(
      'yes, in a file of its own',
    );
    await (await window.quickPick()).pick('Pass');
    await titled(window, 'Gate of phase 1: 1 passed');
    await eventually(() => heldText(window, 'docs/plan.md')).toMatch(
      /Result: pass \(\d{4}-\d\d-\d\d, [^)]*exit 0\) — \[output\]\(evidence\/phase-1\/the-count-is-right-[\d-]+\.txt\)/,
    );
    await window.screenshot('failed-gate-4-passed');
    await (await window.quickPick()).cancel();
    await window.command('Phasewise: Show gate verdict');
    await (await window.quickPick()).pick('Phase 1: Hives');
    const verdict = await titled(window, 'Phase 1: Hives');
    expect(verdict.entries.map(({ label }) => label)).toContain('Attempt 1 failed on The count is right and was mended');
    await window.screenshot('failed-gate-5-verdict');
    expect(await window.toasts()).toEqual([]);
  },
);
