import assert from 'node:assert/strict';
import test from 'node:test';
import { book } from '../src/booking/booking.js';
import { freeSeats } from '../src/booking/seats.js';

test('a booking takes its seats', () => {
  const bookings = book('0810', 3, []);
  assert.deepEqual(freeSeats('0810', bookings), { free: 21, all: 24 });
});

test('a crossing is never overbooked', () => {
  const bookings = book('0810', 20, []);
  assert.throws(() => book('0810', 5, bookings), /Only 4 seats are free on 0810/);
});

test('half a seat cannot be booked', () => {
  assert.throws(() => book('0810', 0.5, []), RangeError);
});
