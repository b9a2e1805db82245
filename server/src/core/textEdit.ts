/** The stretch of a text that another text has something else for, as offsets into the old one. UTF-16 units. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  /** By how much the text grew. */
  readonly by: number;
}

/** What was edited between two versions of a text, as if it were one edit. */
export function editBetween(before: string, now: string): TextEdit {
  const start = commonStart(before, now);
  const behind = commonEnd(before, now, Math.min(before.length, now.length) - start);
  return { start, end: before.length - behind, by: now.length - before.length };
}

/** How many units two texts have in common at the beginning. */
function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  for (const stretch of stretches)
    while (at + stretch <= most && a.slice(at, at + stretch) === b.slice(at, at + stretch)) at += stretch;
  return at;
}

/** How many units two texts have in common at the end, `most` at most. */
function commonEnd(a: string, b: string, most: number): number {
  let count = 0;
  for (const stretch of stretches) {
    const same = () =>
      a.slice(a.length - count - stretch, a.length - count) === b.slice(b.length - count - stretch, b.length - count);
    while (count + stretch <= most && same()) count += stretch;
  }
  return count;
}

/** So many units are compared at a time, which is one call of the machine's own; ever fewer towards the edit. */
const stretches = [4096, 256, 16, 1] as const;
