import { freeSeats } from './seats.js';

/** Adds a booking and returns the new list; a crossing is never overbooked. */
export function book(id, seats, bookings) {
  if (!Number.isInteger(seats) || seats < 1) throw new RangeError('Book one seat or more.');
  const { free } = freeSeats(id, bookings);
  if (seats > free) throw new RangeError(`Only ${free} seats are free on ${id}.`);
  return [...bookings, { crossing: id, seats }];
}
