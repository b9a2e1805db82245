import { expect, test } from 'vitest';
import { runCli } from '../support/built.ts';
import { testFolder } from '../support/folder.ts';

const plan = `## Phase 1: Pantry
Status: in progress
### Tasks
- [x] Shelves
- [ ] Labels & "marks"
### Exit criteria
- [x] Every shelf has a label
`;

test('the verdict of the current phase, line by line, with what is missing and where', async () => {
  const folder = testFolder([['docs/plan.md', plan]]);
  const { code, out, err } = await runCli(folder.path, ['gate']);
  expect(err).toBe('');
  expect(out).toContain('✘ 1 of 2 tasks is open\n    Labels & "marks"  docs/plan.md:5\n');
  expect(out).toMatch(/\nNot through: 1 of 12 open\.\n$/);
  expect(code).toBe(1);

  folder.write('docs/plan.md', plan.replace('[ ]', '[x]'));
  expect(await runCli(folder.path, ['gate', '01'])).toMatchObject({ code: 0, out: expect.stringMatching(/\nThrough\.\n$/) });
});

test('where commands were not run, the last line says how they are', async () => {
  const folder = testFolder([['docs/plan.md', plan.replace('Every shelf has a label', '`npm test` exits 0')]]);
  const { out } = await runCli(folder.path, ['gate', '1']);
  expect(out).toMatch(/\nRun what was not run: phasewise gate 1 --run \(shown first, then asked about\)\n$/);
});

test('JSON as other programs rely on it, and JUnit', async () => {
  const folder = testFolder([['docs/plan.md', plan]]);
  const json = JSON.parse((await runCli(folder.path, ['gate', '1', '--format', 'json'])).out);
  expect(json).toMatchObject({ version: 1, phase: '1', title: 'Pantry', pass: false });
  expect(json.requirements[2]).toEqual({
    id: 'tasks',
    pass: false,
    state: 'fail',
    text: '1 of 2 tasks is open',
    items: [{ text: 'Labels & "marks"', path: 'docs/plan.md', line: 5 }],
  });
  const { out } = await runCli(folder.path, ['gate', '1', '--format', 'junit']);
  expect(out).toContain('<testsuite name="Phase 1: Pantry" tests="12" failures="1" errors="0" skipped="');
  expect(out).toContain('Labels &amp; &quot;marks&quot; (docs/plan.md:5)</failure>');
});

test('a phase that does not exist is named with those that do', async () => {
  const folder = testFolder([['docs/plan.md', plan]]);
  const { code, out, err } = await runCli(folder.path, ['gate', '7']);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('there is no phase 7; there are 1');
});

test('a gate that is passed offers its tag, quoted for a shell; nothing is offered where there is nothing to tag', async () => {
  const done = plan.replace('[ ]', '[x]').replace('Pantry', "Pantry's $(reboot)");
  const folder = testFolder([['docs/plan.md', done]]);
  expect((await runCli(folder.path, ['gate', '1'])).out).toMatch(/\nThrough\.\n$/);
  folder.write('.git/HEAD', 'ref: refs/heads/main\n');
  const offer = `Tag it: git tag -a phase-1-complete -m 'Phase 1: Pantry'\\''s $(reboot) - gate passed'\n`;
  expect((await runCli(folder.path, ['gate', '1'])).out.endsWith(offer)).toBe(true);
  folder.write('docs/plan.md', plan.replace('[ ]', '[x]'));
  const { out } = await runCli(folder.path, ['gate', '1']);
  expect(out).toMatch(/\nTag it: git tag -a phase-1-complete -m "Phase 1: Pantry - gate passed"\n$/);
});
