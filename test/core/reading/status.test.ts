import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

const statusOf = (line: string, settings = {}) => read(`## Phase 1: Wood\n${line}\n`, 'docs/plan.md', settings).phases[0]?.status;

describe('the status of a phase', () => {
  it.each([
    ['**Status:** Complete', 'done', 'Complete'],
    ['**Status**: ✅ Complete — all boards cut', 'done', '✅ Complete — all boards cut'],
    ['Status: Not Started', 'planned', 'Not Started'],
    ['- Status: in-progress', 'in_progress', 'in-progress'],
    ['> **Status:** Ready for Signoff', 'ready', 'Ready for Signoff'],
    ['* **Status**: Signed Off', 'signed_off', 'Signed Off'],
    ['Status: Completed (Doc Baseline)', 'done', 'Completed (Doc Baseline)'],
    ['Status: Planned (BLOCKED until the oil is here)', 'blocked', 'Planned (BLOCKED until the oil is here)'],
    ['Status: Done (partially)', 'partial', 'Done (partially)'],
    ['Status: 60% complete', 'in_progress', '60% complete'],
    ['Status: 4/4', 'done', '4/4'],
    ['Status: cancelled', 'removed', 'cancelled'],
    ['Status: deferred to phase 3', 'deferred', 'deferred to phase 3'],
    ['### Status\n\nOn hold', 'blocked', 'On hold'],
  ])('%s', (line, status, text) => {
    const statement = statusOf(line);
    expect([statement?.status, statement?.text]).toEqual([status, text]);
  });

  it.each([
    ['a legend of glyphs', '**Status:** ⬜ pending · ✅ green · ❌ red'],
    ['a legend of words', 'Status: not-started / in-progress / done / blocked'],
    ['a legend with bars', 'Status: draft | active | done'],
    ['a template', 'Status: [status]'],
    ['nothing', 'Status:'],
    ['words that are no status', 'Status: see the board'],
  ])('is not stated by %s', (_, line) => expect(statusOf(line)).toBeNull());

  it('may use words of the house', () => {
    expect(statusOf('Status: In the kiln', { statuses: new Map([['in the kiln', 'in_progress']]) })?.status).toBe('in_progress');
  });

  it('stands in a column: of several, the one about the work', () => {
    const facts = read(`| Phase | Title | Doc status | Implementation status | Depends on | Effort |
|---|---|---|---|---|---|
| P1 | Wood | Complete | In progress | None | 2 days |
| P2 | Oil | Draft | Not started | Phase 1 | 1 week |
`);
    expect(
      facts.phases.map(({ id, title, status, estimate, dependsOn }) => [
        id,
        title,
        status?.status,
        estimate,
        dependsOn.map((one) => one.id),
      ]),
    ).toEqual([
      ['1', 'Wood', 'in_progress', '2 days', []],
      ['2', 'Oil', 'planned', '1 week', ['1']],
    ]);
  });

  it('weighs more beside the phase than in a table', () => {
    const facts = read('| Phase | Status |\n|---|---|\n| 1 | Done |\n\n## Phase 1: Wood\nStatus: in progress\n');
    expect([facts.phases[0]?.status?.text, facts.phases[0]?.otherStatuses.map(({ text }) => text)]).toEqual([
      'in progress',
      ['Done'],
    ]);
  });

  it('stands in the front matter', () => {
    const facts = read(
      '---\nphase: 3\ntitle: Doors\nstatus: in_progress\ndepends_on: [1, 2]\nowned_files:\n  - src/doors/**\n---\n\nText\n',
      'docs/phases/doors.md',
    );
    expect(
      facts.phases.map(({ id, title, status, dependsOn }) => [id, title, status?.status, dependsOn.map((one) => one.id)]),
    ).toEqual([['3', 'Doors', 'in_progress', ['1', '2']]]);
    expect(facts.scope.map(({ glob, phase }) => [glob, phase])).toEqual([['src/doors/**', '3']]);
  });

  it('follows from a decision that is ticked', () => {
    const decided = (boxes: string) => read(`# Phase 1: Wood\n\n## Decision\n${boxes}\n`).phases[0]?.status?.status;
    expect(decided('- [x] GO\n- [ ] NO-GO')).toBe('done');
    expect(decided('- [ ] GO\n- [x] NO-GO')).toBe('blocked');
    expect(decided('- [ ] GO\n- [ ] NO-GO')).toBeUndefined();
  });
});
