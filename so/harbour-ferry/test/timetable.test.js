import assert from 'node:assert/strict';
import test from 'node:test';
import { allCrossings, crossingOf, crossingsFrom } from '../src/timetable/crossings.js';

test('crossings come in the order of their departure', () => {
  const times = allCrossings().map((crossing) => crossing.departs);
  assert.deepEqual(times, [...times].sort());
});

test('a pier is found in any case', () => {
  assert.deepEqual(crossingsFrom('north quay').map((crossing) => crossing.id), ['0740', '0810']);
});

test('an unknown crossing is undefined', () => {
  assert.equal(crossingOf('9999'), undefined);
});
