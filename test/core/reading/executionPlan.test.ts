import { expect, it } from 'vitest';
import { factsOf, gates, openFixture, scope, tasks, units } from './read.ts';

const facts = factsOf(await openFixture('execution-plan'), 'docs/execution-plan.md');

it('is a plan of four phases; "Status: Active" is the document\'s, not a phase\'s', () => {
  expect(facts.kind).toBe('plan');
  expect(facts.title).toBe('Plan of the catalogue (0-3)');
  expect(units(facts.phases)).toEqual(['0 | Inventory | -', '1 | Search | -', '2 | Loans | -', '3 | Opening | -']);
});

it('reads scopes as globs, directories, files and prose, and what is out of scope', () => {
  expect(scope(facts)).toEqual([
    '0 + data/inventory/*',
    '0 + docs/inventory.md',
    '0 + (the shelves in the cellar)',
    '1 + src/search/*',
    '1 + src/app/[locale]/search/**',
    '1 + src/app/(public)/',
    '1 + src/index.html',
    '1 - src/search/legacy/*',
    '2 + (forms and letters)',
  ]);
});

it('reads the boxes of the tasks; a wrapped line belongs to its task, a struck-through task is no work', () => {
  expect(tasks(facts)).toEqual([
    '0 | - | Count the boxes. | done',
    '0 | - | Photograph every label. | done',
    '1 | - | Index of words. | done',
    '1 | - | Ranking. | partial',
    '1 | - | Search by colour. | removed',
    '1 | - | Umlauts. | blocked',
    '2 | - | Letter to the lender. | planned',
  ]);
});

it('reads verification and exit criteria as the gates of each phase', () => {
  expect(gates(facts)).toEqual({
    '0 | verification | Verification': ['`make inventory` prints 4,112 objects'],
    '0 | exit | Exit Criteria': ['`data/inventory/objects.csv` has one row for each photograph.'],
    '1 | verification | Verification': [
      '`make search-test` exits 0',
      '20 searches of the guards find their object on the first page',
    ],
    '1 | exit | Exit Criteria': ['A search takes less than 300 ms on the tablet in hall 2.'],
    '2 | verification | Verification': ['A letter names object, value and insurance.'],
  });
});
