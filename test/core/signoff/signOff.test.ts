import { describe, expect, it } from 'vitest';
import { ada, ceremony, newLines, signed } from './ceremony.ts';

const who = {
  outcome: 'approved',
  actor: 'Ada Marsh',
  date: '2026-03-01',
  commit: '1a2b3c4',
  correlationId: 'phase-1-2026-03-01-1a2b3c4',
};

describe('a table of who approves', () => {
  const plan = `# Phase 1: Orchard
Status: Ready for Signoff

## Sign-off
| Role | Name | Date | Decision |
|---|---|---|---|
| Grower | | | Pending |
| Buyer | ___ | ___ | |
`;
  it('asks for the role where several have yet to sign', () => {
    expect(signed(ceremony(plan))).toEqual({ refused: 'Say in which role: Grower and Buyer have yet to sign.' });
  });
  it('fills the row of the role, and the phase is signed off when nobody is left', () => {
    const one = ceremony(plan).after(signed(ceremony(plan), { role: 'Grower' }));
    expect(newLines(plan, one.text())).toEqual([
      '| Grower | Ada Marsh | 2026-03-01 | Approved (commit 1a2b3c4, id phase-1-2026-03-01-1a2b3c4) |',
    ]);
    expect(one.phase.status).toBe('ready');
    expect(one.phase.signoffs[0]).toMatchObject({ ...who, role: 'Grower' });
    const both = one.after(signed(one, { role: 'buyer', actor: 'Ben Holt' }));
    expect(both.phase.status).toBe('signed_off');
    expect(both.phase.signoffs.map(({ actor, outcome }) => `${actor} ${outcome}`)).toEqual([
      'Ada Marsh approved',
      'Ben Holt approved',
    ]);
    expect(both.text()).toContain('Status: Signed Off');
  });
  it('does not sign for somebody else, nor twice', () => {
    const named = ceremony(plan.replace('| Grower | |', '| Grower | Cleo |'));
    expect(signed(named, { role: 'Grower' })).toMatchObject({ refused: expect.stringContaining('for Cleo to sign') });
    const one = ceremony(plan).after(signed(ceremony(plan), { role: 'Grower' }));
    expect(signed(one, { role: 'Grower' })).toMatchObject({ refused: expect.stringContaining('Grower has signed already') });
  });
  it('gives a new role a row of its own', () => {
    const one = ceremony(plan).after(signed(ceremony(plan), { role: 'Auditor' }));
    expect(newLines(plan, one.text())[0]).toMatch(/^\| Auditor \| Ada Marsh \| 2026-03-01 \| Approved /);
    expect(one.phase.signoffs.length).toBe(3);
  });
});

describe('the row of a tracker', () => {
  const tracker = `# Readiness
| Phase | Status | Evidence | Approver | Date |
|---|---|---|---|---|
| Phase 0: Soil | Signed off | soil.md | Cleo | 2026-01-02 |
| Phase 1: Orchard | Ready for signoff | | | |
| Phase 2: Market | In progress | | | |
`;
  it("takes the plan's own word, and fills the columns there are", () => {
    const record = { evidence: ['docs/trees.md'], override: 'count | weigh (later)' };
    const done = ceremony(tracker).after(signed(ceremony(tracker), record));
    const [row, ...others] = newLines(tracker, done.text());
    expect(others).toEqual([]);
    expect(row).toMatch(
      /^\| Phase 1: Orchard \| Signed off \(commit 1a2b3c4, id phase-1-2026-03-01-1a2b3c4; override: count \\\| weigh \(later\); unmet: .*\) \| `docs\/trees.md` \| Ada Marsh \| 2026-03-01 \|$/,
    );
    expect(done.phase.status).toBe('signed_off');
    expect(done.phase.signoffs).toMatchObject([{ ...who, evidence: ['docs/trees.md'], override: 'count | weigh (later)' }]);
  });
});

it('labels that wait are filled in, and what has no label gets one like them', () => {
  const plan = `## Phase 1: Orchard
- **Status:** done

### Approval
- **Approved by:** ___
- **Date:** YYYY-MM-DD

## Phase 2: Market
`;
  const done = ceremony(plan).after(signed(ceremony(plan)));
  expect(newLines(plan, done.text())).toEqual([
    '- **Status:** signed off',
    '- **Approved by:** Ada Marsh',
    '- **Date:** 2026-03-01',
    '- **Commit:** 1a2b3c4',
    '- **Correlation ID:** phase-1-2026-03-01-1a2b3c4',
  ]);
  expect(done.phase.signoffs).toMatchObject([who]);
  expect(done.phase.status).toBe('signed_off');
});

it('words that only say that it waits are filled in too', () => {
  const quoted = '# Phase 1: Orchard\n\n> **Status:** Ready for review\n> **Reviewer:** TBD\n> **Date:** TBD\n';
  const other = ceremony(quoted).after(signed(ceremony(quoted)));
  expect(other.text()).toContain('> **Reviewer:** Ada Marsh\n> **Date:** 2026-03-01\n> **Commit:** 1a2b3c4\n');
  expect(other.phase.signoffs).toMatchObject([who]);
});

describe('YAML', () => {
  it.each([
    [
      'a block',
      'phases:\n  - id: 1\n    title: Orchard\n    status: ready_for_signoff\n  - id: 2\n    title: Market\n',
      ['    status: signed_off', '    signoff:', '      by: Ada Marsh', '      date: 2026-03-01', '      commit: 1a2b3c4'],
    ],
    [
      'braces',
      'phases:\n  - {id: 1, title: Orchard, status: done}\n  - {id: 2, title: Market}\n',
      [
        '  - {id: 1, title: Orchard, status: signed_off, signoff: { by: Ada Marsh, date: 2026-03-01, commit: 1a2b3c4, correlation_id: phase-1-2026-03-01-1a2b3c4 }}',
      ],
    ],
    [
      'a map that waits',
      'phases:\n  - id: 1\n    status: done\n    signoff:\n      by: null\n      date:\n  - id: 2\n',
      ['    status: signed_off', '      by: Ada Marsh', '      date: 2026-03-01', '      commit: 1a2b3c4'],
    ],
    [
      'an empty key',
      'phases:\n  - id: 1\n    signoff:\n    status: done\n  - id: 2\n',
      ['      by: Ada Marsh', '    status: signed_off'],
    ],
  ])('%s', (_, plan, lines) => {
    const at = ceremony({ 'docs/plan.yaml': plan });
    const done = at.after(signed(at));
    expect(newLines(plan, done.text())).toEqual(expect.arrayContaining(lines));
    expect(done.phase.status).toBe('signed_off');
    expect(done.phase.signoffs).toMatchObject([who]);
    expect(done.plan.phases.map(({ id }) => id)).toEqual(['1', '2']);
  });
});

describe('a section of its own', () => {
  const plan = '# Plan\n\n## Phase 1: Orchard\n\n- [x] Plant\n\n## Phase 2: Market\n\n- [ ] Sell\n';
  it('at the end of the section of the phase, read back as it was written', () => {
    const done = ceremony(plan).after(signed(ceremony(plan), { role: 'Grower', evidence: ['docs/a_b.md', 'https://ci.test/1'] }));
    expect(done.text()).toBe(`# Plan

## Phase 1: Orchard

**Status:** Signed Off

- [x] Plant

### Sign-off

- Approved by: Ada Marsh
- Role: Grower
- Date: 2026-03-01
- Commit: 1a2b3c4
- Correlation ID: phase-1-2026-03-01-1a2b3c4
- Evidence: \`docs/a_b.md\`, https://ci.test/1

## Phase 2: Market

- [ ] Sell
`);
    expect(done.phase.signoffs).toMatchObject([{ ...who, role: 'Grower', evidence: ['docs/a_b.md', 'https://ci.test/1'] }]);
    expect(done.phase.status).toBe('signed_off');
    expect(done.phase.tasks.length).toBe(1);
  });
  it('or one that waits for it', () => {
    const log = `## Phase 1: Orchard
### Stage 1 — Plant
- Status: done
### Stage 2 — Phase sign-off
- Status: done
`;
    const done = ceremony(log).after(signed(ceremony(log)));
    expect(done.text()).toContain('### Stage 2 — Phase sign-off\n- Status: done\n- Approved by: Ada Marsh\n- Date: 2026-03-01\n');
    expect(done.phase.signoffs).toMatchObject([who]);
  });
});

describe('is refused', () => {
  it.each([
    ['from a red verdict', '## Phase 1: Orchard\nStatus: done\n- [ ] Plant\n', {}, 'sign with an override and say why'],
    [
      'with an override without a reason',
      '## Phase 1: Orchard\nStatus: done\n- [ ] Plant\n',
      { override: ' \u200b' },
      'needs a reason',
    ],
    ['twice', '## Phase 1: Orchard\nStatus: Signed Off\n', {}, 'signed off already'],
    ['without a name', '## Phase 1: Orchard\nStatus: done\n', { actor: ' \u202e' }, 'name of who signs'],
    [
      'from a status that leaves a step out',
      '## Phase 1: Orchard\nStatus: In Progress\n',
      {},
      'then to signed off; move it to ready for sign-off first',
    ],
  ])('%s', (_, plan, record, words) => {
    expect(signed(ceremony(plan), record)).toMatchObject({ refused: expect.stringContaining(words) });
  });
  it('and an override is written down with what was missing', () => {
    const plan = '## Phase 1: Orchard\nStatus: done\n- [ ] Plant\n';
    const done = ceremony(plan).after(signed(ceremony(plan), { override: 'the frost\ncame -- early' }));
    expect(done.text()).toContain('- Override: the frost came -- early\n- Not met: 1 of 1 task is open\n');
    expect(done.phase.signoffs[0]).toMatchObject({ ...who, override: 'the frost came -- early' });
  });
});

it('an actor cannot write anything but a name', () => {
  const plan = '| Phase | Status | Approver | Date |\n|---|---|---|---|\n| Phase 1 | Done | | |\n| Phase 2 | Open | | |\n';
  const done = ceremony(plan).after(signed(ceremony(plan), { actor: 'Ada | x |\n| Phase 3 | Done' }));
  expect(done.plan.phases.map(({ id }) => id)).toEqual(['1', '2']);
  expect(done.phase.signoffs[0]?.actor).toBe('Ada | x | | Phase 3 | Done');
  expect(ada.actor).toBe('Ada Marsh');
});
