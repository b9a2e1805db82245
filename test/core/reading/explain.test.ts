import { expect, it } from 'vitest';
import { defaultSettings, explainReading, toSource } from '../../../server/src/core/index.ts';

const text = [
  '# Phase 2: Mast',
  '**Status:** planned / in progress / done',
  '## Scope',
  '- `src/mast/**`',
  '- rigging scripts',
  '## Tasks',
  '- [x] Cut a tree',
  '- [ ] Is this the simplest way?',
  '## Exit criteria',
  '- The mast is 12 m high',
  '```',
  '- [ ] a template',
  '```',
  '## Background',
  'Long ago.',
  '<!-- - [ ] not this -->',
].join('\n');

const of = new Map(explainReading(toSource('docs/phases/phase-2.md', text), defaultSettings).map((one) => [one.line, one]));

it.each([
  [1, 'defines phase 2, "Mast"'],
  [4, 'scope of phase 2: `src/mast/**`'],
  [5, 'scope of phase 2: prose, not checkable'],
  [7, 'task of phase 2, done'],
  [9, 'gate of phase 2 (exit), 1 conditions'],
  [10, 'condition of the gate'],
])('line %i was taken: %s', (line, taken) => {
  expect(of.get(line)?.taken).toBe(taken);
});

it.each([
  [2, 'a legend'],
  [8, 'a question to oneself'],
  [12, 'inside a code fence'],
  [15, 'text under "Background"'],
  [16, 'HTML: never read'],
])('line %i was not taken: %s', (line, why) => {
  expect(of.get(line)).toMatchObject({ taken: null });
  expect(of.get(line)?.why).toContain(why);
});

it('says something of every line that is not blank', () => {
  expect([...of.keys()]).toEqual(text.split('\n').map((_, index) => index + 1));
});
