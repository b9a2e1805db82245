/** The sentence on the pier's display for a late crossing. */
export function delayNotice(crossing, minutes) {
  return `The ${crossing.departs} to ${crossing.to} leaves ${minutes} minutes late.`;
}
