import { expect, test } from 'vitest';
import { readCase } from '../support/case.ts';
import { differences } from '../support/compare.ts';

const text = `Shows how a case looks.
-- docs/a.md --
# Head
- one two
  ^^^ gate/one   ^ gate/two because
      ^^^ gate/three
last
-- src/x.ts --
^ scope/out
-- touched --
src/x.ts
-- fixed: docs/a.md --
# Head
`;

test('markers stand under the line before them, several to a line, and are no part of the text', () => {
  const { title, files, markers, touched, fixed } = readCase(text);
  expect(title).toBe('Shows how a case looks.');
  expect([...files]).toEqual([
    ['docs/a.md', '# Head\n- one two\nlast\n'],
    ['src/x.ts', ''],
  ]);
  expect(markers).toEqual([
    { path: 'docs/a.md', line: 2, column: 3, endColumn: 6, rule: 'gate/one', message: '' },
    { path: 'docs/a.md', line: 2, column: 18, endColumn: 19, rule: 'gate/two', message: 'because' },
    { path: 'docs/a.md', line: 2, column: 7, endColumn: 10, rule: 'gate/three', message: '' },
    { path: 'src/x.ts', line: 1, column: 1, endColumn: 2, rule: 'scope/out', message: '' },
  ]);
  expect(touched).toEqual(['src/x.ts']);
  expect([...fixed]).toEqual([['docs/a.md', '# Head\n']]);
});

test('every marker needs its finding and every finding its marker', () => {
  const scenario = readCase('Title\n-- a.md --\nabc\n^^ x/one words\n');
  const found = { path: 'a.md', line: 1, column: 1, endLine: 1, endColumn: 3, rule: 'x/one', message: 'has words in it' };
  expect(differences(scenario, [found])).toEqual([]);
  expect(differences(scenario, [])).toEqual(['missing:    a.md:1:1-3 x/one words']);
  expect(differences(scenario, [found, found])).toEqual(['unexpected: a.md:1:1-3 x/one has words in it']);
  for (const wrong of [
    { message: 'none' },
    { rule: 'x/two' },
    { column: 2 },
    { endColumn: 4 },
    { line: 2, endLine: 2 },
    { path: 'b.md' },
  ])
    expect(differences(scenario, [{ ...found, ...wrong }])).toHaveLength(2);
});

test('a finding that goes on in the next line is marked to the end of its first, one on no words with one caret', () => {
  const scenario = readCase('Title\n-- a.md --\nabc\n ^^ x/one\ndef\n^ x/two\n');
  const base = { path: 'a.md', message: '' };
  const long = { ...base, line: 1, column: 2, endLine: 2, endColumn: 2, rule: 'x/one' };
  const empty = { ...base, line: 2, column: 1, endLine: 2, endColumn: 1, rule: 'x/two' };
  expect(differences(scenario, [long, empty])).toEqual([]);
});
