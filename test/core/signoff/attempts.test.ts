import { describe, expect, it } from 'vitest';
import { gateVerdict, type NewAttempt, recordAttempt } from '../../../server/src/core/index.ts';
import { type Ceremony, ceremony, newLines } from './ceremony.ts';

const failed: NewAttempt = {
  outcome: 'fail',
  items: [
    { step: 'The lock opens', note: 'it jams — twice' },
    { step: '`make tide` exits 0', note: null },
  ],
  note: null,
  date: '2026-03-01',
  actor: 'Ada (Marsh)',
  commit: '1a2b3c4',
};
const said = { number: 1, outcome: 'fail', date: '2026-03-01', actor: 'Ada Marsh', commit: '1a2b3c4', note: null, fix: null };
const passed: NewAttempt = {
  ...failed,
  outcome: 'pass',
  items: [],
  note: 'greased | the hinge',
  date: '2026-03-02',
  commit: null,
};
const record = (at: Ceremony, attempt: Partial<NewAttempt> = {}) =>
  recordAttempt(at.project, at.phase, { ...failed, ...attempt });

describe.each<[string, Readonly<Record<string, string>>]>([
  ['a list of its own', { 'docs/plan.md': '# Plan\n\n## Phase 1: Lock\n\n- [x] Gate\n\n## Phase 2: Weir\n' }],
  ['a place that waits', { 'docs/plan.md': '## Phase 1: Lock\n\n### Gate attempts\n\n- None\n\n## Phase 2: Weir\n' }],
  ['YAML', { 'docs/plan.yaml': 'phases:\n  - id: 1\n    title: Lock\n    status: ready\n  - id: 2\n    title: Weir\n' }],
])('%s', (_, files) => {
  const at = ceremony(files);
  const one = at.after(record(at));
  it('tells the failed attempt, what failed and what happened', () => {
    expect(one.phase.attempts).toMatchObject([said]);
    expect(one.phase.attempts[0]?.failed.map(({ step }) => step.replaceAll('`', ''))).toEqual([
      'The lock opens',
      'make tide exits 0',
    ]);
    expect(one.phase.attempts[0]?.failed[0]?.note).toMatch(/^it jams [-—] twice$/);
    expect(one.plan.phases.map(({ id, attempts }) => `${id}: ${attempts.length}`)).toEqual(['1: 1', '2: 0']);
    expect(one.phase.tasks).toHaveLength(at.phase.tasks.length);
    expect(one.phase.gates).toEqual(at.phase.gates);
  });
  it('then what was done about it, and the retry', () => {
    const two = one.after(record(one, passed));
    expect(two.phase.attempts).toMatchObject([
      { ...said, fix: 'greased | the hinge' },
      { number: 2, outcome: 'pass', date: '2026-03-02', actor: 'Ada Marsh', commit: null, failed: [], fix: null },
    ]);
    const mended = one.after(record(one, { outcome: 'fix', note: 'greased it' }));
    const again = mended.after(record(mended, { date: '2026-03-02' }));
    expect(again.phase.attempts.map(({ number, outcome, fix }) => [number, outcome, fix])).toEqual([
      [1, 'fail', 'greased it'],
      [2, 'fail', null],
    ]);
  });
});

it('a failure looks like this', () => {
  const text = '## Phase 1: Lock\n\n- [x] Gate\n';
  const at = ceremony(text);
  expect(newLines(text, at.after(record(at)).text())).toEqual([
    '### Gate attempts',
    '- Attempt 1: fail (2026-03-01, Ada Marsh, commit 1a2b3c4)',
    '  - Failed: The lock opens — it jams - twice',
    '  - Failed: `make tide` exits 0',
  ]);
});

it('the verdict tells the history, and misses a fix', () => {
  const at = ceremony('## Phase 1: Lock\n\n- [x] Gate\n');
  const line = ({ project, plan, phase }: Ceremony) => {
    const one = gateVerdict(project, plan, phase).requirements.find(({ id }) => id === 'attempts');
    return `${one?.state}: ${one?.text}`;
  };
  expect(line(at)).toBe('none: No attempt at its gate is recorded');
  const one = at.after(record(at));
  expect(line(one)).toBe('fail: Attempt 1 failed on The lock opens and 1 more, and nothing says what was done about it');
  const mended = one.after(record(one, { outcome: 'fix', note: 'greased' }));
  expect(line(mended)).toBe('pass: Attempt 1 failed on The lock opens and 1 more and was mended');
  expect(line(mended.after(record(mended, passed)))).toBe(
    'pass: Attempt 2 passed; attempt 1 failed on The lock opens and 1 more',
  );
});

it.each<[string, Partial<NewAttempt>, string]>([
  ['a failure that says nothing', { items: [] }, 'Say what failed'],
  ['a fix without a failure', { outcome: 'fix', note: 'x' }, 'no failed attempt that waits'],
  ['a fix that says nothing', { outcome: 'fix', note: ' ' }, 'Say what was done'],
])('%s is refused', (_, attempt, words) => {
  expect(record(ceremony('## Phase 1: Lock\n\n- [x] Gate\n'), attempt)).toEqual({ refused: expect.stringContaining(words) });
});
