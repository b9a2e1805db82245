import type { Span } from '../model.ts';
import { keyOf } from '../read/unitName.ts';
import { keyOfPhrase, type Phrase } from './phrases.ts';
import type { Regions } from './regions.ts';

/** The beginning of a node with its label: `P2[Phase 2: Oven]`, `P2("Phase 2")`, `subgraph P2 [Phase 2]`. */
const node = /(?<![\w])([A-Za-z]{1,8}_?)(\d{1,3}[A-Za-z]?)[ \t]?[[({>]/g;
const code = /(?<![\w])([A-Za-z]{1,8}_?)(\d{1,3}[A-Za-z]?)(?!\w)/g;

/**
 * The numbers of phases in the names of a diagram's nodes, where a label says that they are those: with `P2[Phase 2: Oven]` all `P1`, `P2`
 * … of that diagram.
 */
export function* diagramNames(
  text: string,
  { stretches }: Regions,
  phrases: readonly Phrase[],
): Iterable<{ readonly id: string; readonly at: Span }> {
  for (const { start, end, manner } of stretches) {
    if (manner !== 'diagram') continue;
    const words = text.slice(start, end);
    const labels = phrases.filter((phrase) => phrase.kind === 'phase' && start <= phrase.start && phrase.end <= end);
    const prefixes = new Set<string>();
    let next = 0;
    for (const match of words.matchAll(node)) {
      const from = start + match.index + match[0].length;
      while ((labels[next]?.start ?? from) < from) next += 1;
      const after = labels[next];
      const label = after && after.start < from + 40 ? after : undefined;
      const between = label && text.slice(from, label.start);
      if (label && between !== undefined && !/[\n\])}]/.test(between) && keyOfPhrase(label) === keyOf(match[2] ?? ''))
        prefixes.add(match[1] ?? '');
    }
    if (prefixes.size === 0) continue;
    for (const match of words.matchAll(code)) {
      const at = start + match.index + (match[1]?.length ?? 0);
      const id = match[2] ?? '';
      if (prefixes.has(match[1] ?? '')) yield { id, at: { start: at, end: at + id.length } };
    }
  }
}
