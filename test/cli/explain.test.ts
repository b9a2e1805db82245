import { expect, test } from 'vitest';
import { runCli } from '../support/built.ts';
import { testFolder } from '../support/folder.ts';

test('explain lists every rule and prints the page of each', async () => {
  const { path } = testFolder();
  const list = await runCli(path, ['explain', '--format', 'json']);
  const { rules } = JSON.parse(list.out) as { rules: { rule: string; summary: string }[] };
  expect(rules.length).toBeGreaterThan(10);
  const pages = await Promise.all(rules.slice(0, 4).map(({ rule }) => runCli(path, ['explain', rule])));
  for (const [at, page] of pages.entries())
    expect(page).toMatchObject({ code: 0, out: expect.stringContaining(`\`${rules[at]?.rule}\``) });
});

test('explain suggests the nearest rule', async () => {
  const { code, err } = await runCli(testFolder().path, ['explain', 'gate/unnamed-test']);
  expect([code, err]).toEqual([2, expect.stringContaining('did you mean gate/unnamed-tests?')]);
});
