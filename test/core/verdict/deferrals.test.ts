import { describe, expect, it } from 'vitest';
import { folderOf, requirement } from './support.ts';

describe('deferred work is followed up', () => {
  const deferring = (entry: string, task: string) =>
    `## Phase 1: Pantry\n### Tasks\n- [x] T1-001 Shelves\n- [ ] T1-002 Ladder\n### Deferred\n- ${entry}\n## Phase 2: Market\n### Tasks\n${task}\n`;
  it.each<[string, string, string, string | undefined]>([
    [
      'a task that names it',
      'T1-002 Ladder → phase 2: no steel before May',
      '- [ ] T2-001 Ladder (deferred from T1-002)',
      undefined,
    ],
    ['a task that it names', 'T1-002 Ladder → phase 2 as T2-001: no steel before May', '- [ ] T2-001 Buy a ladder', undefined],
    ['a task without a phase said', 'T1-002 Ladder as T2-001 (no steel before May)', '- [ ] T2-001 Buy a ladder', undefined],
    ['work without an id', 'Paint → phase 2: no colour before May', '- [ ] T2-001 Stall', undefined],
    ['nobody', 'T1-002 Ladder → phase 2: no steel before May', '- [ ] T2-001 Stall', 'no task of phase 2 names T1-002.'],
    [
      'a longer id',
      'T1-002 Ladder → phase 2: no steel before May',
      '- [ ] T2-001 Stall like T1-0023',
      'no task of phase 2 names T1-002.',
    ],
    ['a phase that is not there', 'T1-002 Ladder → phase 9: no steel before May', '- [ ] T2-001 T1-002', 'there is no phase 9.'],
    ['no reason', 'T1-002 Ladder → phase 2', '- [ ] T2-001 Ladder of T1-002', 'why?'],
  ])('%s', (_, entry, task, missing) => {
    const items = requirement(folderOf(deferring(entry, task)), '1', 'deferrals').items;
    expect(items).toEqual(missing === undefined ? [] : [`${entry} (${missing})`]);
  });

  it('a task that is only marked as deferred says no reason and no phase', () => {
    const table = '| ID | Task | Status |\n|---|---|---|\n';
    const text = (status: string) =>
      `## Phase 1: Pantry\n### Tasks\n${table}| T1-002 | Ladder | ${status} |\n## Phase 2: Market\n### Tasks\n- [ ] T2-001 T1-002\n`;
    expect(requirement(folderOf(text('Deferred')), '1', 'deferrals').items).toEqual(['T1-002 Ladder — Deferred (why?)']);
    expect(requirement(folderOf(text('Deferred to phase 2: no steel')), '1', 'deferrals').line).toMatch(/^pass/);
  });
});
