import type { Edit, Mark, Outcome, Span } from '../model.ts';
import type { Source } from '../source.ts';

/** Ticks the box of something that passed, and takes the tick off what did not; nothing where the box says so already. */
export function tick(source: Source, markAt: Span | null, mark: Mark | null, { outcome }: Outcome): readonly Edit[] {
  if (!markAt || mark === 'waived') return [];
  const written = source.text.slice(markAt.start, markAt.end);
  const passed = outcome === 'pass';
  const ticked = /^[xX☑☒✓✔✅]\ufe0f?$/u.test(written.trim());
  if (ticked === passed && (passed || /^[\s☐⬜]*$/u.test(written))) return [];
  // A ballot box (`☐`) is one character without brackets around it.
  const ballot = /^[☐☑☒⬜✅]\ufe0f?$/u.test(written);
  const text = ballot ? (passed ? '☑' : '☐') : passed ? 'x' : ' ';
  return [{ path: source.path, start: markAt.start, end: markAt.end, text }];
}
