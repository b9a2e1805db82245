import { describe, expect, test } from 'vitest';
import { runCli } from '../support/built.ts';
import type { Case } from '../support/case.ts';
import { allCases } from '../support/cases.ts';
import { differences } from '../support/compare.ts';
import { makeFolder, removeFolder, tagAll } from '../support/folder.ts';

// A process per case: a few at a time, because the machine may have two cores.
describe.concurrent('`phasewise check` finds what the case marks', () => {
  // Hashes of commits cannot be made up: `history.test.ts` asks a real repository. Where somebody is typing in the configuration, the
  // terminal refuses it as a whole.
  const isTyped = ({ asked, files }: Case) => asked.length > 0 && files.has('phasewise.yaml');
  const cases = allCases().filter((scenario) => scenario.history.size === 0 && !isTyped(scenario));
  test.for(cases.map((scenario) => [scenario.name, scenario] as const))('%s', async ([, scenario], { onTestFinished }) => {
    const folder = makeFolder(scenario.files);
    onTestFinished(() => removeFolder(folder));
    const args = ['check', '--format', 'json'];
    if (scenario.touched.length > 0 || scenario.before.size > 0) {
      for (const path of scenario.touched) if (!scenario.files.has(path)) folder.write(path, '');
      for (const [path, text] of scenario.before) folder.write(path, text);
      folder.git('init', '-q');
      folder.git('add', '--all', '--', '.', ...scenario.touched.map((path) => `:(exclude,literal)${path}`));
      folder.git('commit', '-q', '--allow-empty', '-m', 'Before');
      for (const path of scenario.before.keys()) folder.write(path, scenario.files.get(path) ?? '');
      args.push('--changed');
    }
    if (scenario.tags.length > 0) tagAll(folder, scenario.tags);
    const { code, out, err } = await runCli(folder.path, args);
    expect(err).toBe('');
    const { findings, summary } = JSON.parse(out);
    expect(differences(scenario, findings)).toEqual([]);
    expect(code).toBe(summary.error + summary.warning > 0 ? 1 : 0);
  });
});
