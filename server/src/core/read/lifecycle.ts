import { readInline } from '../markdown.ts';
import type { Unit } from '../model.ts';
import type { Outline } from './outline.ts';
import type { Reading } from './reading.ts';

/**
 * The stages of a lifecycle that "applies to every phase", written as a numbered list of capital words (`1. PLAN`, `2. BUILD` …): the
 * order in which each phase is worked through.
 */
export function readLifecycle(outline: Outline, reading: Reading): readonly Unit[] {
  return outline.sections.flatMap((section) => {
    const passages = outline.passagesIn(section);
    const intro = passages.find((passage) => passage.block.type === 'paragraph');
    if (
      intro?.block.type !== 'paragraph' ||
      !/\b(?:lifecycle|stages?|steps?)\b/i.test(intro.block.text.text) ||
      !/\b(?:every|each) phase\b/i.test(intro.block.text.text)
    )
      return [];
    const items = passages.flatMap(({ block }) =>
      block.type === 'item' && block.depth === 0 && block.ordinal !== null ? [block] : [],
    );
    if (items.length < 3 || !items.every((item) => /^[A-Z][A-Z0-9 _/&-]{1,30}$/.test(readInline(item.text.text).plain)))
      return [];
    return items.map((item) => {
      const line = item.text.lines[0] ?? item;
      return {
        kind: 'stage' as const,
        id: String(item.ordinal),
        title: readInline(item.text.text).plain,
        at: reading.place({ start: item.start, end: line.end }),
        nameAt: line,
        form: 'item' as const,
        status: null,
        otherStatuses: [],
        mentions: [],
        dependsOn: [],
        estimate: null,
        phase: null,
        extent: { start: item.start, end: item.end },
      };
    });
  });
}
