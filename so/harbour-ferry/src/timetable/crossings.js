import { readFileSync } from 'node:fs';

const file = new URL('../../data/timetable.json', import.meta.url);

/** All crossings of a day, the earliest first. */
export function allCrossings() {
  return JSON.parse(readFileSync(file, 'utf8')).sort((a, b) => a.departs.localeCompare(b.departs));
}

/** The crossings that leave from a pier, whatever the case of its name. */
export function crossingsFrom(pier) {
  return allCrossings().filter((crossing) => crossing.from.toLowerCase() === pier.toLowerCase());
}

/** The crossing with this id, or undefined. */
export function crossingOf(id) {
  return allCrossings().find((crossing) => crossing.id === id);
}
