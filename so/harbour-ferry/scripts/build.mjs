/** Writes what the ticket machines download at night: the day's timetable, in the order of departure. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { allCrossings } from '../src/timetable/crossings.js';

mkdirSync('dist', { recursive: true });
const crossings = allCrossings();
writeFileSync('dist/timetable.json', `${JSON.stringify(crossings, null, 2)}\n`);
console.log(`dist/timetable.json: ${crossings.length} crossings`);
