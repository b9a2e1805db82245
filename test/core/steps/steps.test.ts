import { expect, it } from 'vitest';
import { earlierSteps, Project, phaseOf, type Step, stepsOf, wordsOfExpectation } from '../../../server/src/core/index.ts';

function steps(text: string, id: string, of: typeof stepsOf = stepsOf): readonly Step[] {
  const scripts = { path: 'package.json', text: '{"scripts":{"lint":"x"}}' };
  const project = Project.empty.with([{ path: 'docs/plan.md', text }, scripts]);
  const [plan] = project.plans;
  const phase = plan && phaseOf(plan, id);
  if (!plan || !phase) throw new Error(`No phase ${id}`);
  return of(project, plan, phase);
}

const told = (all: readonly Step[]) =>
  all.map(({ kind, title, command, expectation }) => [kind, title, command, wordsOfExpectation(expectation).join(' & ')]);

const plan = `## Phase 1: Quay
Status: done
### Exit criteria
- [x] \`npm test\` exits with 0
- [x] The pier is painted
### Manual checklist
- [x] Bell
  - Command: \`node bell.js\`
  - Expected: \`ding\`
- [ ] Horn
  - Command: \`node horn.js\`
  - Expected: it is loud
## Phase 2: Boats
Status: in progress
### Entry criteria
- The quay stands
### Exit criteria
- [ ] \`npm test\` exits with 0
- [ ] \`npm run lint\` and \`npm run build\` pass
- [ ] Ada has seen the boats
### Manual checklist
- [ ] Horn
  - Command: \`node horn.js\`
  - Expected: exit code 0 and \`tuut\`
  - Result: fail (2026-03-01, Ada): no sound
`;

it('the tests and conditions of a phase, with what runs and what is compared', () => {
  expect(told(steps(plan, '2'))).toEqual([
    ['test', 'Horn', 'node horn.js', 'exit code 0 & the output contains `tuut`'],
    ['condition', '`npm test` exits with 0', 'npm test', 'exit code 0'],
    ['condition', '`npm run lint` and `npm run build` pass', 'npm run lint', 'exit code 0'],
    ['condition', '`npm run lint` and `npm run build` pass', 'npm run build', 'exit code 0'],
    ['condition', 'Ada has seen the boats', null, 'a person judges'],
  ]);
  expect(steps(plan, '2')[0]).toMatchObject({ outcome: { outcome: 'fail', note: 'no sound' }, phase: '2', gate: null });
});

it('of earlier finished phases only what a machine can decide again', () => {
  expect(told(steps(plan, '2', earlierSteps))).toEqual([
    ['test', 'Bell', 'node bell.js', 'the output contains `ding`'],
    ['condition', '`npm test` exits with 0', 'npm test', 'exit code 0'],
  ]);
  expect(steps(plan.replace('Status: done', 'Status: in progress'), '2', earlierSteps)).toEqual([]);
  expect(steps(plan, '1', earlierSteps)).toEqual([]);
});

it('a key is found again after other lines moved, and names one step of one phase', () => {
  const keys = steps(plan, '2').map(({ key }) => key);
  expect(new Set([...keys, ...steps(plan, '2', earlierSteps).map(({ key }) => key)]).size).toBe(keys.length + 2);
  expect(steps(plan.replace('- [ ] Ada', '- [ ] New\n- [ ] Ada'), '2').map(({ key }) => key)).toEqual(
    expect.arrayContaining(keys),
  );
});

it.each([
  ['`npm test` exits with 0', 'exit code 0'],
  ['`npm run lint`', 'exit code 0'],
  ['Lint: `npm run lint`', 'exit code 0'],
  ['Run `npm run lint`', 'exit code 0'],
  ['All unit tests pass (`npm test`)', 'exit code 0'],
  ['`npm test` passes', 'exit code 0'],
  ['`curl -i localhost:80/health` → 200', 'HTTP status 200'],
  ['`node cli.js --version` prints `1.2`', 'the output contains `1.2`'],
  ['`npm test` passes with coverage above 80 %', 'a person judges'],
  ['`npm run lint` prints `a`, `npm test` passes', 'a person judges'],
  ['`node a.js` shows the harbour', 'a person judges'],
])('the condition %s expects: %s', (condition, words) => {
  const [step] = steps(`## Phase 1: Quay\n### Exit criteria\n- [ ] ${condition}\n`, '1');
  expect(wordsOfExpectation(step?.expectation ?? { kind: 'all', of: [] }).join(' & ')).toBe(words);
  expect(step?.command).toBeTruthy();
});

it('a tool that is only named is no command', () => {
  expect(told(steps('## Phase 1: Quay\n### Exit criteria\n- [ ] `node` 20 is installed\n', '1'))).toEqual([
    ['condition', '`node` 20 is installed', null, 'a person judges'],
  ]);
});

it.each([
  ['an arrow', '- [ ] `node a.js` → `ready` and exit 0\n', 'node a.js', 'the output contains `ready` & exit code 0'],
  [
    'a fence below the label',
    '- [ ] Health\n  - Command: `node a.js`\n  - Expected:\n    ```json\n    {"ok": true}\n    ```\n',
    'node a.js',
    'the output holds the JSON `{"ok": true}`',
  ],
  [
    'items below the label',
    '- [ ] Health\n  - Command: `node a.js`\n  - Expected:\n    - exit code 0\n    - `ready`\n',
    'node a.js',
    'exit code 0 & the output contains `ready`',
  ],
  [
    'a command over several lines',
    '- [ ] Health\n  - Command:\n    ```sh\n    node a.js \\\n      --port 80\n    ```\n  - Expected: exit 0\n',
    'node a.js --port 80',
    'exit code 0',
  ],
  [
    'the first of several commands',
    '- [ ] Health\n  - Command:\n    ```sh\n    cd server\n    node a.js\n    ```\n  - Expected: exit 0\n',
    'cd server',
    'a person judges',
  ],
  [
    'a command behind a prompt and what it prints',
    '- [ ] Health\n  - Command:\n    ```console\n    $ node a.js\n    ready\n    ```\n  - Expected: `ready`\n',
    'node a.js',
    'the output contains `ready`',
  ],
  [
    'two commands on a line',
    '- [ ] Health\n  - Command: `node a.js` then `node b.js`\n  - Expected: exit 0\n',
    'node a.js',
    'a person judges',
  ],
  [
    'a row',
    '| Test | Command | Expected |\n|---|---|---|\n| Health | `node a.js` | prints `a \\| b` |\n',
    'node a.js',
    'the output contains `a | b`',
  ],
])('a manual test with %s', (_, item, command, words) => {
  const [step] = steps(`## Phase 1: Quay\n### Manual checklist\n${item}`, '1');
  expect([step?.command, wordsOfExpectation(step?.expectation ?? { kind: 'all', of: [] }).join(' & ')]).toEqual([command, words]);
});

it('a test that is a section', () => {
  const text = '## Phase 1: Quay\n## Manual tests\n### Health\n- [ ] Run `node a.js`\n- [ ] Expected: prints `ready`\n';
  expect(told(steps(text, '1')).map(([, , command, words]) => [command, words])).toEqual([
    ['node a.js', 'the output contains `ready`'],
  ]);
});
