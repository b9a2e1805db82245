import { expect, test } from 'vitest';
import { runCli } from '../support/built.ts';
import { testFolder } from '../support/folder.ts';

const text = '# Phase 1: API\n\n**Status**: In progress\n\n## Exit criteria\n\n- [x] `/healthz` returns 200\n';

test('read understands a document whatever its name', async () => {
  const folder = testFolder([['anything.txt.md', text]]);
  const { code, out, err } = await runCli(folder.path, ['read', 'anything.txt.md', '--format', 'json']);
  expect([code, err]).toEqual([0, '']);
  expect(JSON.parse(out)).toMatchObject({
    version: 1,
    path: 'anything.txt.md',
    phases: [{ id: '1', title: 'API', status: 'in_progress', line: 1 }],
    gates: [{ kind: 'exit', line: 5, items: [{ text: '`/healthz` returns 200', line: 7, checked: true }] }],
    problems: [],
  });
});

test('read shows a person the same, line by line', async () => {
  const folder = testFolder([['docs/phases/phase-1.md', text]]);
  const { out } = await runCli(folder.path, ['read', 'docs/phases/phase-1.md']);
  expect(out).toMatch(/^docs\/phases\/phase-1\.md: phase-doc\n/);
  expect(out).toMatch(/^1 {2}phase +1 API \[in progress\]$/m);
  expect(out).toMatch(/^5 {2}gate +Exit criteria \(1 condition\)$/m);
});

test('outline is the whole workspace as one plan', async () => {
  const folder = testFolder([
    ['docs/phases/phase-1.md', text],
    ['docs/phases/phase-2.md', text.replace('Phase 1: API', 'Phase 2: Web').replace('In progress', 'Planned')],
  ]);
  const { code, out, err } = await runCli(folder.path, ['outline', '--format', 'json']);
  expect([code, err]).toEqual([0, '']);
  expect(JSON.parse(out)).toMatchObject({
    version: 1,
    plans: [{ current: { phase: '1', reason: expect.any(String) }, phases: [{ id: '1', source: { line: 1 } }, { id: '2' }] }],
  });
  const shown = await runCli(folder.path, ['outline']);
  expect(shown.out).toMatch(/^→ Phase 1: API \[in progress\] {2}docs\/phases\/phase-1\.md:1$/m);
  expect(shown.out).toMatch(/^ {2}Phase 2: Web/m);
});

test('no control character of a document reaches the terminal', async () => {
  const folder = testFolder([['docs/phases/phase-1.md', '# Phase 1: A\u001b[31mB\u202eC\n']]);
  for (const args of [['read', 'docs/phases/phase-1.md'], ['outline'], ['check']]) {
    const { out } = await runCli(folder.path, args);
    expect(out).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  }
});

test('where no phase is found, check and outline name what was looked at and what it lacks', async () => {
  const folder = testFolder([
    ['docs/plan.md', '# Boat\n\n## Hull\n'],
    ['docs/notes.md', '# Boat\n\n## Phase 1: Hull\n\n## Phase 2: Mast\n'],
  ]);
  const said = 'docs/plan.md:1: no heading names a phase (`## Phase 1: …`)';
  expect((await runCli(folder.path, ['check'])).out).toContain(`No phase was found in 1 document:\n  ${said}\n`);
  expect((await runCli(folder.path, ['outline'])).out).toContain(said);
  const { out } = await runCli(folder.path, ['check', '--format', 'json']);
  expect(JSON.parse(out).lookedAt.documents).toEqual([
    { path: 'docs/plan.md', line: 1, message: 'no heading names a phase (`## Phase 1: …`)' },
  ]);

  // Of one document, read says the same; and that a document is not looked for, where that is why.
  expect((await runCli(folder.path, ['read', 'docs/plan.md'])).out).toContain('No phase: no heading names a phase');
  const unnamed = await runCli(folder.path, ['read', 'docs/notes.md']);
  expect(unnamed.out).toMatch(/phase +2 Mast[\s\S]*It is not among the documents of the plan: name it in phasewise\.yaml/);
});

test('outline says why no phase is the current one', async () => {
  const folder = testFolder([['docs/phases/phase-1.md', text.replace('In progress', 'Signed off')]]);
  const { out } = await runCli(folder.path, ['outline']);
  expect(out).toContain('No current phase: every phase is finished: 1 signed off. Add a phase when more is to be done');
});
