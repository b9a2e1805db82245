import { expect, it } from 'vitest';
import { mends } from '../../../server/src/core/index.ts';
import { faultsOf, findingsOf, fixed, projectOf } from './applying.ts';

/** The text after the first finding's condition was split. */
function splitIn(path: string, text: string): string | undefined {
  const project = projectOf([[path, text]]);
  const [finding] = findingsOf(project);
  if (!finding) throw new Error('nothing is found');
  const fix = mends(project, finding).find(({ title }) => title.startsWith('Split'));
  if (!fix) return undefined;
  expect(faultsOf(project, finding, fix)).toEqual([]);
  return fixed(project, fix).sources.get(path)?.text;
}

const md = '## Phase 1: Mirror\nStatus: in progress\n### Exit criteria\n';
const yaml = 'phases:\n  - id: 1\n    name: Mirror\n    status: in_progress\n    exit_criteria:';
const compound = 'Mirror works correctly and the lens is fast';
const [mirror, lens] = ['Mirror returns 200', 'The lens is below 200 ms at p95'];

it.each([
  ['a list', 'md', `${md}- [x] ${compound}\n- [ ] \`x\` exits 0\n`, `${md}- [x] ${mirror}\n- [x] ${lens}\n- [ ] \`x\` exits 0\n`],
  ['numbers', 'md', `${md}1. ${compound}\n2. \`x\` exits 0\n3. \`y\` exits 0\n\n1. one\n`, `${md}1. ${mirror}\n2. ${lens}\n3. \`x\` exits 0\n4. \`y\` exits 0\n\n1. one\n`],
  ['two lines', 'md', `${md}  * Mirror works correctly\n    and the lens is fast`, `${md}  * ${mirror}\n  * ${lens}`],
  ['a table', 'md', `${md}| # | Criterion | Status |\n|---|---|---|\n| 1 | ${compound} | open |\n| 2 | \`x\` exits 0 | open |\n`, `${md}| # | Criterion | Status |\n|---|---|---|\n| 1 | ${mirror} | open |\n| 2 | ${lens} | open |\n| 3 | \`x\` exits 0 | open |\n`],
  ['YAML', 'yaml', `${yaml}\n      - ${compound}\n`, `${yaml}\n      - ${mirror}\n      - ${lens}\n`],
  ['YAML in quotes', 'yaml', `${yaml}\n      - "${compound}" # soon\n`, `${yaml}\n      - "${mirror}" # soon\n      - ${lens}\n`],
  ['YAML between brackets', 'yaml', `${yaml} [${compound}, make keel exits 0]\n`, `${yaml} [${mirror}, ${lens}, make keel exits 0]\n`],
  ['a block of text', 'yaml', `${yaml} |\n      - ${compound}\n`, `${yaml} |\n      - ${mirror}\n      - ${lens}\n`],
])('splits a condition in %s', (_, ending, before, after) => {
  expect(splitIn(`docs/plan.${ending}`, before)).toBe(after);
}); // biome-ignore format: one form a line

it.each([
  ['has details below it', 'md', `${md}- ${compound}\n  - see the wiki\n`],
  ['is prose', 'md', `${md}${compound}.\n`],
  ['is a map', 'yaml', `${yaml}\n      - text: ${compound}\n        met: false\n`],
])('leaves a condition whole that %s', (_, ending, text) => {
  expect(splitIn(`docs/plan.${ending}`, text)).toBeUndefined();
});
