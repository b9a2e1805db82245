import { expect, test } from 'vitest';
import { applyEdits, fixAll, fixAllOf } from '../../../server/src/core/index.ts';
import { findingsOf, projectOf } from './applying.ts';

const path = 'docs/plan.md';
const plan = (...lines: readonly string[]) =>
  `## Phase 1: Hull\n### Exit criteria\n${lines.map((line) => `- ${line}\n`).join('')}`;
const scripts = ['package.json', '{ "scripts": { "test": "node --test" } }\n'] as const;

test('all findings of a kind are mended at once, as far as nothing is left to say, and the second time nothing is left', () => {
  const text = plan('Lamps are red if applicable', 'The deck is fast', 'Ropes are coiled where possible', 'All tests pass');
  const project = projectOf([scripts, [path, text]]);
  const { count, edits } = fixAllOf(project, path, 'gate/escape-clause');
  const after = applyEdits(path, text, edits);
  expect(count).toBe(2);
  expect(after).toBe(plan('Lamps are red', 'The deck is fast', 'Ropes are coiled', 'All tests pass'));
  expect(fixAllOf(project, path, 'gate/unquantified').edits).toEqual([]);
  expect(fixAllOf(projectOf([scripts, [path, after]]), path, 'gate/escape-clause').edits).toEqual([]);
});

test('without a kind, only what has one obvious fix is mended', () => {
  const text = plan(
    'Lamps are red if applicable',
    'All tests pass',
    'Hull planked <!-- phasewise-disable-line gate/unquantified -- old -->',
  );
  const project = projectOf([scripts, [path, text]]);
  const after = applyEdits(path, text, fixAll(project, path).edits);
  expect(after).toBe(plan('Lamps are red if applicable', '`npm test` exits 0', 'Hull planked'));
  const again = projectOf([scripts, [path, after]]);
  expect(fixAll(again, path).edits).toEqual([]);
  expect(findingsOf(again).map(({ rule }) => rule)).not.toContain('disable/unused');
});

test('a repository with several test commands leaves the choice to a person', () => {
  const many = ['package.json', '{ "scripts": { "test": "node --test", "test:e2e": "node e2e.mjs" } }\n'] as const;
  expect(fixAll(projectOf([many, [path, plan('All tests pass')]]), path).edits).toEqual([]);
});
