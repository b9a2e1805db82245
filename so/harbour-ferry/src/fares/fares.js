/** Single fares in cents. */
const single = { adult: 480, child: 240, bicycle: 150 };

/** What a ticket costs, in cents. A return ticket costs twice the single fare, less 10 %. */
export function fareOf(passenger, trip = 'single') {
  const fare = single[passenger];
  if (fare === undefined) throw new RangeError(`There is no fare for "${passenger}".`);
  if (trip === 'single') return fare;
  if (trip === 'return') return Math.round(fare * 2 * 0.9);
  throw new RangeError(`A trip is "single" or "return", not "${trip}".`);
}

/** `864` → `8.64 EUR`. */
export function toEuros(cents) {
  return `${(cents / 100).toFixed(2)} EUR`;
}
