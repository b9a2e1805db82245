import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { eventually, FERRY, findings, scenario } from './support/scenario.mjs';

/** @param {string} copy */
function damage(copy) {
  writeFileSync(
    join(copy, 'tasks/tasks.yaml'),
    '- id: T0-001\n  phase: 0\n  title: [Create\n- id: T0-002\n  phase: 0\n  title: Check\n',
  );
  writeFileSync(join(copy, 'phasewise.yaml'), 'gates:\n  loudness: high\ncurent: 2\n');
}

scenario('Broken files get a finding on their line, and the rest goes on', { folder: FERRY, prepare: damage }, async (window) => {
  await eventually(() => findings(window, 'document/broken-yaml')).toEqual([expect.stringMatching(/^tasks\/tasks\.yaml:\d+ /)]);
  await eventually(() => findings(window, 'phasewise.yaml:3')).toEqual([
    expect.stringContaining('settings/unknown-key “curent”'),
  ]);
  expect(await findings(window, 'docs/plan.md:104')).toEqual(['docs/plan.md:104 warning gate/unquantified “fast”']);
  const phases = async () => (await window.tree()).filter(({ level }) => level === 1).map(({ label }) => label);
  await eventually(phases).toContain('Phase 2: Seat booking');
  await window.openFile('phasewise.yaml');
  await window.problems();
  await window.screenshot('broken-files');

  // A document that vanishes takes its findings with it; the others stay.
  expect(await findings(window, 'docs/phases/phase-1.md')).not.toEqual([]);
  rmSync(join(window.folder, 'docs/phases/phase-1.md'));
  await eventually(() => findings(window, 'docs/phases/phase-1.md')).toEqual([]);
  await eventually(phases).toContain('Phase 1: Timetable and fares');
  expect(await findings(window, 'docs/plan.md:104')).toHaveLength(1);
  expect(await window.toasts()).toEqual([]);
});
