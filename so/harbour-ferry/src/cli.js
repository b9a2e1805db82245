import { parseArgs } from 'node:util';
import { book } from './booking/booking.js';
import { freeSeats } from './booking/seats.js';
import { fareOf, toEuros } from './fares/fares.js';
import { allCrossings, crossingsFrom } from './timetable/crossings.js';

const usage = `ferry timetable [pier]
ferry fare <adult|child|bicycle> [single|return]
ferry seats <crossing> [--json]
ferry book <crossing> <seats>`;

const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false } } });
const [command, ...rest] = positionals;

try {
  console.log(run());
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

function run() {
  switch (command) {
    case 'timetable':
      return (rest[0] ? crossingsFrom(rest[0]) : allCrossings())
        .map((one) => `${one.departs}  ${one.from} -> ${one.to}, ${one.minutes} min`)
        .join('\n');
    case 'fare':
      return toEuros(fareOf(rest[0], rest[1]));
    case 'seats': {
      const seats = freeSeats(rest[0], []);
      return values.json ? JSON.stringify({ crossing: rest[0], ...seats }) : `${rest[0]}: ${seats.free} of ${seats.all} seats free`;
    }
    case 'book': {
      const bookings = book(rest[0], Number(rest[1]), []);
      return `Booked ${rest[1]} seats on ${rest[0]}, ${freeSeats(rest[0], bookings).free} left`;
    }
    default:
      throw new RangeError(usage);
  }
}
