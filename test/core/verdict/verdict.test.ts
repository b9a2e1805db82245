import { describe, expect, it } from 'vitest';
import { gateVerdict, Project, phaseOf, type RequirementId, type StepRun } from '../../../server/src/core/index.ts';

function judged(
  text: string,
  id: string,
  more: Readonly<Record<string, string>> = {},
  tags: readonly string[] = [],
  runs: readonly StepRun[] = [],
) {
  const files = Object.entries({ 'docs/plan.md': text, ...more }).map(([path, words]) => ({ path, text: words }));
  const project = Project.empty.with(files).tagged(tags).on('2026-03-01');
  const [plan] = project.plans;
  const phase = plan && phaseOf(plan, id);
  if (!plan || !phase) throw new Error(`No phase ${id}`);
  const { pass, requirements } = gateVerdict(project, plan, phase, runs);
  const line = (wanted: RequirementId) => {
    const one = requirements.find((requirement) => requirement.id === wanted);
    return `${one?.state}: ${one?.text}`;
  };
  return {
    pass,
    line,
    items: (wanted: RequirementId) => requirements.find(({ id: own }) => own === wanted)?.items.map(({ text }) => text),
  };
}

const through = `## Phase 1: Pantry
Status: Ready for Signoff
### Tasks
- [x] Shelves
- [x] Labels
### Exit criteria
- [x] Every shelf has a label
- [x] ~~The ladder is steel~~
### Manual checklist
- [x] Open the door
  - Expected: It stays open
### Evidence
- [photo](evidence/pantry.png)
### Deferred
- Ladder → phase 2: no steel before May
## Phase 2: Market
Status: Not Started
### Exit criteria
- [ ] A stall sells
`;

it('a phase with everything done is through, and nothing of the next phase is asked', () => {
  const { pass, line } = judged(through, '1');
  expect(line('tasks')).toBe('pass: Both tasks are done');
  expect(line('criteria')).toBe('pass: Both conditions of its gate are met');
  expect(line('deferrals')).toBe('pass: 1 deferral with a reason and a follow-up');
  expect(line('commands')).toBe('none: Its gate names no command');
  expect(pass).toBe(true);
});

describe('each of these alone keeps it from being through', () => {
  it.each<[RequirementId, string, string, string]>([
    ['tasks', '- [x] Labels', '- [ ] Labels', 'fail: 1 of 2 tasks is open'],
    ['criteria', '- [x] Every', '- [ ] Every', 'fail: 1 of 2 conditions is not ticked'],
    ['criteria', '- [x] Every', '- Every', 'fail: 1 of 2 conditions has no result yet'],
    [
      'checklist',
      '- [x] Open the door\n',
      '- [ ] Open the door\n  - Result: fail: it fell shut\n',
      'fail: 1 of 1 manual tests has not passed',
    ],
    ['checklist', '- [x] Open the door\n', '- [ ] Open the door\n  - Result: skip\n', 'fail: 1 of 1 manual tests has not passed'],
    ['commands', 'Every shelf has a label', '`npm test` exits 0', 'not-run: 1 command was not run'],
    [
      'evidence',
      '### Evidence\n- [photo](evidence/pantry.png)',
      '- Evidence links:',
      'fail: The place for its evidence is empty',
    ],
    ['deferrals', '→ phase 2: no steel before May', '→ phase 2', 'fail: 1 of 1 deferral lacks a reason or a follow-up'],
    ['deferrals', ' → phase 2: no steel', ': no steel', 'fail: 1 of 1 deferral lacks a reason or a follow-up'],
    ['status', 'Ready for Signoff', 'In Progress', 'none: The plan asks for no status before its sign-off'],
  ])('%s: %j → %j', (id, before, after, expected) => {
    const { pass, line } = judged(through.replace(before, after), '1');
    expect(line(id)).toBe(expected);
    expect(pass).toBe(expected.startsWith('none'));
  });
});

it('two earlier phases are both through, more of them all', () => {
  const done = (id: number) => `## Phase ${id}: Step ${id}\nStatus: Done\n`;
  const next = (id: number) => `## Phase ${id}: Next\nStatus: In Progress\n`;
  expect(judged(done(1) + done(2) + next(3), '3').line('earlier')).toBe('pass: Both earlier phases are through');
  expect(judged(done(1) + done(2) + done(3) + next(4), '4').line('earlier')).toBe('pass: All 3 earlier phases are through');
});

it('an earlier phase that is not through, and a step that was left out', () => {
  const signs = through.replace('Ready for Signoff', 'In Progress').replace('Not Started', 'Ready for Signoff');
  expect(judged(signs, '2').line('earlier')).toBe('fail: 1 earlier phase is not through');
  expect(judged(signs, '2').items('earlier')).toEqual(['phase 1 (Pantry) is in progress']);
  expect(judged(signs, '1').line('status')).toBe('fail: It is in progress, and has to be ready for sign-off or done first');
});

it('a tag that exists although nobody signed', () => {
  expect(judged(through, '1', {}, ['phase-1-complete']).line('tag')).toBe(
    'fail: The tag phase-1-complete exists already, and it is not signed off',
  );
  expect(judged(through, '1').line('tag')).toBe('pass: The tag phase-1-complete is free');
});

it('exceptions are told and fail nothing', () => {
  const settings = 'scope:\n  exceptions:\n    - path: src/a.ts\n      reason: Outage\n      by: Ada\n      until: 2026-04-01\n';
  const { pass, line, items } = judged(through, '1', { 'phasewise.yaml': settings });
  expect(line('exceptions')).toBe('pass: 1 file allowed outside its scope');
  expect(items('exceptions')).toEqual(['src/a.ts: Outage (Ada, until 2026-04-01)']);
  expect(pass).toBe(true);
});

describe('what was run in this call counts', () => {
  const text = through
    .replace('Every shelf has a label', '`npm test` exits 0')
    .replace('- [x] Open the door\n  - Expected: It stays open', '- [ ] Bell\n  - Command: `node bell.js`\n  - Expected: `ding`');
  const runs = (bell: StepRun['result'], npm: StepRun['result']): readonly StepRun[] => [
    { key: 'docs/plan.md#1#Bell#1', command: 'node bell.js', exitCode: 0, result: bell, output: '' },
    { key: 'docs/plan.md#1#`npm test` exits 0#1', command: 'npm test', exitCode: 1, result: npm, output: '' },
  ];
  it.each<[StepRun['result'], StepRun['result'], string, string, string]>([
    ['pass', 'pass', 'pass: Its only command passes', 'pass: Its manual test has passed', 'pass'],
    ['pass', 'fail', 'fail: 1 of 1 command failed', 'pass: Its manual test has passed', 'fail'],
    ['fail', 'pass', 'pass: Its only command passes', 'fail: 1 of 1 manual tests has not passed', 'pass'],
    ['person', 'pass', 'pass: Its only command passes', 'fail: 1 of 1 manual tests has not passed', 'pass'],
    ['timeout', 'timeout', 'fail: 1 of 1 command failed', 'fail: 1 of 1 manual tests has not passed', 'fail'],
    // It is ticked, but ended with exit code 1.
    ['pass', 'person', "fail: 1 of 1 command waits for a person's judgement", 'pass: Its manual test has passed', 'pass'],
  ])('bell %s, npm %s', (bell, npm, commands, checklist, criteria) => {
    const { line, pass } = judged(text, '1', {}, [], runs(bell, npm));
    expect([line('commands'), line('checklist'), line('criteria').split(':')[0]]).toEqual([commands, checklist, criteria]);
    expect(pass).toBe(bell === 'pass' && npm === 'pass');
  });

  it('what a person has ticked, and what ran well, is done', () => {
    const prose = text.replace('`npm test` exits 0', '`node show.js` shows every shelf');
    const key = 'docs/plan.md#1#`node show.js` shows every shelf#1';
    const run = { key, command: 'node show.js', exitCode: 0, result: 'person' as const, output: '' };
    expect(judged(prose, '1', {}, [], [run]).line('commands')).toBe('pass: Its only command passes');
    expect(judged(prose.replace('- [x] `node', '- [ ] `node'), '1', {}, [], [run]).line('commands')).toContain('fail: ');
    expect(judged(prose, '1').line('commands')).toContain('not-run: ');
  });

  it('a run of other characters than those that stand there now counts for nothing', () => {
    const others = runs('pass', 'pass').map((run) => ({ ...run, command: `${run.command} ` }));
    expect(judged(text, '1', {}, [], others).line('commands')).toBe('not-run: 1 command was not run');
  });

  it('what earlier phases promised is run again', () => {
    const done = text.replace('Ready for Signoff', 'Signed Off');
    expect(judged(done, '2').line('earlier-runs')).toBe('not-run: 2 commands of earlier phases were not run');
    expect(judged(done, '2', {}, [], runs('pass', 'pass')).line('earlier-runs')).toBe('pass: Previous phases work: 2/2');
    expect(judged(done, '2', {}, [], runs('fail', 'pass')).line('earlier-runs')).toBe('fail: Previous phases work: 1/2');
    expect(judged(done, '1').line('earlier-runs')).toContain('none: ');
  });

  it('a server that was ended keeps what a person recorded of it', () => {
    const recorded = text.replace('- [ ] Bell', '- [x] Bell');
    expect(judged(recorded, '1', {}, [], runs('timeout', 'pass')).line('checklist')).toBe('pass: Its manual test has passed');
    expect(judged(recorded, '1', {}, [], runs('fail', 'pass')).line('checklist')).toContain('fail: ');
  });
});

it('a result counts until files of the scope change after it, and until it is run again', () => {
  const text = `## Phase 1: Pantry
### Scope
- \`src/pantry/**\`
### Exit criteria
- [x] \`npm test\` exits with 0
  - Result: pass (2026-03-01, Ada, commit 1a2b3c4, exit 0)
### Manual checklist
- [x] Bell
  - Command: \`node bell.js\`
  - Expected: \`ding\`
  - Result: pass (2026-03-01, Ada, commit 1a2b3c4)
`;
  const project = Project.empty.with([{ path: 'docs/plan.md', text }]);
  expect(project.asksHistory.commits).toEqual(['1a2b3c4']);
  const later = project.with([{ path: 'docs/plan.md', text: text.replace('commit 1a2b3c4)', 'commit 5d6e7f8)') }]);
  expect(later.asksHistory.commits).toEqual(['1a2b3c4', '5d6e7f8']);
  const told = (changed: readonly string[], runs: readonly StepRun[] = []) => {
    const known = project.knowing(new Map([['1a2b3c4', changed]]));
    const [plan] = known.plans;
    const [phase] = plan?.phases ?? [];
    if (!plan || !phase) throw new Error('no phase');
    const { requirements } = gateVerdict(known, plan, phase, runs);
    return requirements.flatMap(({ id, state }) => (/commands|criteria|checklist/.test(id) ? [state] : []));
  };
  expect(told(['docs/plan.md', 'src/other.ts'])).toEqual(['pass', 'pass', 'pass']);
  expect(told(['src/pantry/door.ts'])).toEqual(['fail', 'fail', 'not-run']);
  const again = (key: string, command: string) => ({ key, command, exitCode: 0, result: 'pass' as const, output: '' });
  const runs = [again('docs/plan.md#1#Bell#1', 'node bell.js'), again('docs/plan.md#1#`npm test` exits with 0#1', 'npm test')];
  expect(told(['src/pantry/door.ts'], runs)).toEqual(['pass', 'pass', 'pass']);
});
