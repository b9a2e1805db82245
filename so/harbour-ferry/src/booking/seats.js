import { crossingOf } from '../timetable/crossings.js';

/** How many seats of a crossing are free, given the bookings so far. */
export function freeSeats(id, bookings) {
  const crossing = crossingOf(id);
  if (!crossing) throw new RangeError(`There is no crossing ${id}.`);
  const taken = bookings.filter((booking) => booking.crossing === id).reduce((sum, booking) => sum + booking.seats, 0);
  return { free: crossing.seats - taken, all: crossing.seats };
}
