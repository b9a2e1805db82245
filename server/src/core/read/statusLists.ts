import { readInline } from '../markdown.ts';
import type { Candidate } from './candidate.ts';
import type { Outline, Passage, Section } from './outline.ts';
import type { Reading } from './reading.ts';
import { isStatusWords, toStatus } from './status.ts';
import { withoutQualifier } from './text.ts';
import { readUnitName } from './unitName.ts';

/**
 * What a list says whose label or heading is a status (below `Completed:` the item `Phase 0 foundation` is done) or whose items say it
 * themselves: `- Phase 0: Completed`. Such items only mention a phase; they state the status of one that is defined elsewhere.
 */
export function readStatusLists(outline: Outline, reading: Reading): readonly Candidate[] {
  const found: Candidate[] = [];
  let group: Group | undefined;
  let heads: Group | undefined;
  let before: Section | undefined;
  for (const passage of outline.passages) {
    const { block, label, section } = passage;
    if (group && group.section !== section) group = undefined;
    if (section !== before) heads = section.heading && !section.unit ? named(section, section.plain) : undefined;
    before = section;
    if (block.type === 'paragraph') group = label && label.value === '' ? named(section, label.name) : undefined;
    const candidate = toCandidate(passage, (group ?? heads)?.words, reading);
    if (candidate) found.push(candidate);
  }
  return found;
}

/** What a heading or a label says of the items below it. */
interface Group {
  readonly section: Section;
  readonly words: string;
}

function named(section: Section, words: string): Group | undefined {
  const bare = words.replace(/^\W{0,9}/u, '').replace(/ (?:phases|stages|milestones|work)\W{0,9}$/i, '');
  return isStatusWords(bare) ? { section, words: bare } : undefined;
}

/** The status that an item says of its phase and nothing else: `Phase 1: Completed and approved (in March)`. */
function statedBy(tail: string): string | undefined {
  const words = withoutQualifier(tail).replace(/\.$/, '');
  const parts = words.split(/ (?:and|&) |, /, 3);
  return parts.length < 3 && isStatusWords(parts[0] ?? '') && parts.every((part) => toStatus(part)) ? words : undefined;
}

function toCandidate(passage: Passage, group: string | undefined, reading: Reading): Candidate | undefined {
  const { block } = passage;
  const line = block.type === 'item' && block.depth === 0 && !block.box ? block.text.lines[0] : undefined;
  if (block.type !== 'item' || !line) return undefined;
  const name = readUnitName(readInline(block.text.text.split('\n', 1)[0] ?? '').plain);
  if (name?.lead !== '' || name.kind !== 'phase') return undefined;
  const words = group ?? statedBy(name.tail ?? '');
  if (words === undefined) return undefined;
  const at = { start: block.start, end: line.end };
  const statement = reading.status(words, reading.find(name.words, line), 'item');
  return {
    kind: name.kind,
    rank: name.rank,
    lead: name.lead,
    id: name.id,
    strength: 'weak',
    title: null,
    estimate: null,
    form: 'item',
    level: 7,
    at: reading.place(at),
    nameAt: reading.find(name.words, line),
    phase: null,
    statuses: statement ? [statement] : [],
    dependsOn: [],
    extent: at,
  };
}
