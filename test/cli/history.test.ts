import { chmodSync, existsSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { runCli } from '../support/built.ts';
import { type TestFolder, testFolder } from '../support/folder.ts';

const plan = (evidence: string) => `# Bakery
## Phase 1: Ovens
Status: Done
### Scope
- \`src/ovens/**\`
### Evidence
${evidence}
`;

/** A repository with one commit, and its hash. */
function repository(): { readonly folder: TestFolder; readonly commit: string } {
  const folder = testFolder([
    ['src/ovens/heat.ts', 'heat\n'],
    ['src/bread.ts', 'bread\n'],
  ]);
  folder.git('init', '-q');
  return { folder, commit: commitAll(folder, '2026-02-01T12:00:00') };
}

function commitAll(folder: TestFolder, when: string): string {
  process.env.GIT_COMMITTER_DATE = when;
  onTestFinished(() => {
    delete process.env.GIT_COMMITTER_DATE;
  });
  folder.git('add', '--all');
  folder.git('commit', '-q', '--allow-empty', '-m', 'Work', '--date', when);
  return folder.git('rev-parse', '--short=7', 'HEAD').trim();
}

async function findings(folder: TestFolder): Promise<readonly string[]> {
  const { out } = await runCli(folder.path, ['check', '--format', 'json']);
  const all = JSON.parse(out).findings as readonly { rule: string; message: string; severity: string }[];
  return all.filter(({ rule }) => rule.startsWith('evidence/')).map(({ rule, severity }) => `${severity} ${rule}`);
}

test('evidence of a commit goes stale by changes in the scope, committed or not, and by nothing else', async () => {
  const { folder, commit } = repository();
  folder.write('docs/plan.md', plan(`- Heat test, commit ${commit}`));
  folder.write('src/bread.ts', 'more bread\n');
  folder.write('docs/evidence/heat.md', 'It took 38 minutes.\n');
  expect(await findings(folder)).toEqual([]);
  commitAll(folder, '2026-02-02T12:00:00');
  expect(await findings(folder)).toEqual([]);
  folder.write('src/ovens/door.ts', 'door\n');
  expect(await findings(folder)).toEqual(['warning evidence/stale']);
  commitAll(folder, '2026-02-03T12:00:00');
  expect(await findings(folder)).toEqual(['warning evidence/stale']);
  const { out } = await runCli(folder.path, ['gate', '1']);
  expect(out).toMatch(/1 of 1 piece of evidence is stale/);
});

test('evidence of a day goes stale by commits after its end', async () => {
  const { folder } = repository();
  folder.write('docs/plan.md', plan('- Heat test (2026-02-01)'));
  folder.write('src/ovens/heat.ts', 'hot\n');
  commitAll(folder, '2026-02-01T23:00:00');
  expect(await findings(folder)).toEqual([]);
  folder.write('src/ovens/heat.ts', 'hotter\n');
  expect(await findings(folder)).toEqual([]);
  commitAll(folder, '2026-02-02T00:30:00');
  expect(await findings(folder)).toEqual(['warning evidence/stale']);
});

test('a commit that is not there is a finding, unless the copy is shallow or there is no repository', async () => {
  const { folder } = repository();
  folder.write('docs/plan.md', plan('- Heat test, commit 0bad0bad'));
  commitAll(folder, '2026-02-02T12:00:00');
  expect(await findings(folder)).toEqual(['warning evidence/broken-link']);
  const copy = testFolder();
  copy.git('clone', '-q', '--depth', '1', `file://${folder.path}`, '.');
  expect(await findings(copy)).toEqual([]);
  const { out } = await runCli(copy.path, ['gate', '1']);
  expect(out).toMatch(/1 piece of evidence \(freshness not known: /);
  const bare = testFolder([['docs/plan.md', plan('- Heat test, commit 0bad0bad')]]);
  expect(await findings(bare)).toEqual([]);
  expect((await runCli(bare.path, ['gate', '1'])).out).toMatch(/1 piece of evidence \(no Git: freshness not known\)/);
});

test('asking for the history starts nothing that the configuration of a repository names', async () => {
  const { folder, commit } = repository();
  folder.write('docs/plan.md', plan(`- Heat test, commit ${commit}\n- Door test (2026-02-01)`));
  folder.write('hook.sh', '#!/bin/sh\ntouch ran\n');
  chmodSync(`${folder.path}/hook.sh`, 0o755);
  commitAll(folder, '2026-02-02T12:00:00');
  for (const key of ['core.fsmonitor', 'diff.external', 'core.pager', 'diff.odd.textconv', 'diff.odd.command'])
    folder.git('config', key, `${folder.path}/hook.sh`);
  folder.write('.gitattributes', '* filter=odd.name diff=odd\n');
  for (const key of ['clean', 'process']) folder.git('config', `filter.odd.name.${key}`, `${folder.path}/hook.sh`);
  folder.git('config', 'filter.odd.name.required', 'true');
  folder.write('src/ovens/heat.ts', 'hot\n');
  expect(await findings(folder)).toEqual(['warning evidence/stale']);
  await runCli(folder.path, ['gate', '1']);
  expect(existsSync(`${folder.path}/ran`)).toBe(false);
});
