import { describe, expect, test } from 'vitest';
import { fixesOf, mends } from '../../../server/src/core/index.ts';
import { linesByRule } from '../gate/lines.ts';
import { faultsOf, findingsOf, projectOf } from './applying.ts';
import { forms } from './forms.ts';

const scripts = ['package.json', '{ "scripts": { "test": "node --test", "lint": "biome ci ." } }\n'] as const;

describe.each(forms)('in the form $name', ({ name, path, write }) => {
  test.each(Object.entries(linesByRule))(
    '%s: each fix leaves the line silent and the rest of the plan as it was',
    (rule, { fires }) => {
      const faults: string[] = [];
      let tried = 0;
      // All lines in the most usual form, some in each of the others.
      for (const marked of name === 'list' ? fires : fires.slice(0, 2)) {
        const condition = marked.replaceAll(/[«»]/g, '');
        const text = write(condition);
        if (text === undefined) continue;
        for (const files of name === 'list' ? [[], [scripts]] : [[scripts]]) {
          const project = projectOf([...files, [path, text]]);
          const finding = findingsOf(project).find((one) => one.rule === rule);
          const fixes = finding ? mends(project, finding) : [];
          for (const fix of finding ? fixes : [])
            for (const fault of faultsOf(project, finding as never, fix)) faults.push(`${condition}: ${fix.title}: ${fault}`);
          if (finding && fixes.length === 0) faults.push(`${condition}: nothing is offered`);
          tried += fixes.length;
        }
      }
      expect(faults).toEqual([]);
      expect(tried).toBeGreaterThan(0);
    },
  );

  test('a finding can be left alone with a reason', () => {
    const project = projectOf([[path, write('All tests pass') ?? '']]);
    const [finding] = findingsOf(project);
    if (!finding) throw new Error('nothing is found');
    const offered = fixesOf(project, finding).filter((fix) => !mends(project, finding).some(({ title }) => title === fix.title));
    expect(offered.flatMap((fix) => faultsOf(project, finding, fix))).toEqual([]);
    expect(offered.map(({ title }) => title)).toContain('Leave it alone in this document, with a reason (gate/unnamed-tests)');
  });
});
