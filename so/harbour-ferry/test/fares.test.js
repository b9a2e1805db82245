import assert from 'node:assert/strict';
import test from 'node:test';
import { fareOf, toEuros } from '../src/fares/fares.js';

test('a return ticket costs twice the single fare, less 10 %', () => {
  assert.equal(fareOf('adult', 'return'), 864);
  assert.equal(fareOf('child', 'return'), 432);
});

test('an unknown passenger has no fare', () => {
  assert.throws(() => fareOf('dog'), /no fare for "dog"/);
});

test('cents become euros', () => {
  assert.equal(toEuros(480), '4.80 EUR');
});
