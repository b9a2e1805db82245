import { type Candidate, candidateOf } from './candidate.ts';
import type { Outline, Passage } from './outline.ts';
import type { Reading } from './reading.ts';
import { toStatus } from './status.ts';
import { readUnitName } from './unitName.ts';

/**
 * Nodes of a flowchart that stands in the text itself, as pages copied from a site have it: `P1[Phase 1 — Design]:::done`. The lines
 * after the first blank one look like indented code; they count where a line `flowchart TB` opened the diagram. A fence gives nothing.
 */
export function fromDiagram(passage: Passage, outline: Outline, reading: Reading): readonly Candidate[] {
  const { block } = passage;
  const span = block.type === 'fence' ? block.content : block;
  const text = reading.source.text.slice(span.start, Math.min(span.end, span.start + longestDiagram));
  if (!text.includes(']:::') || (block.type === 'fence' && (block.fenced || !opensDiagram(passage, outline)))) return [];
  let start = span.start;
  return text.split('\n').flatMap((words) => {
    const line = { start, end: start + words.length };
    start += words.length + 1;
    const node = /^\s{0,40}\w{1,20}\[([^\]]{1,200})\]:::(\w{1,30})\s{0,4}$/.exec(words);
    const name = node?.[1] ? readUnitName(node[1]) : undefined;
    if (!node?.[2] || !name || name.lead !== '') return [];
    const candidate = candidateOf(name, 'diagram', line, line, passage, reading);
    const status = toStatus(node[2].replace(/^inprog(?:ress)?$/i, 'in progress').replace(/^notstarted$/i, 'not started'));
    const at = reading.place(reading.find(node[2], line));
    return [{ ...candidate, statuses: status ? [{ status, text: node[2], at, form: 'diagram' as const }] : [] }];
  });
}

const longestDiagram = 20_000;

function opensDiagram(passage: Passage, outline: Outline): boolean {
  const before = outline.passages
    .slice(0, outline.passages.indexOf(passage))
    .findLast((other) => other.block.type === 'paragraph');
  return before?.block.type === 'paragraph' && /^(?:flowchart|graph) \w{2}/.test(before.block.text.text);
}
