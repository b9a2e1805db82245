import { withinBudget } from '../markdown.ts';
import type { DocumentFacts, Problem, Unit } from '../model.ts';
import type { Settings } from '../settings.ts';
import { toSource } from '../source.ts';
import { readAttempts } from './attempts.ts';
import { readBlocks } from './blocks.ts';
import { columnStatus } from './board.ts';
import type { Candidate } from './candidate.ts';
import { readChecklist, withoutTests } from './checklist.ts';
import { readEmptyGates } from './emptyGates.ts';
import { readEvidence } from './evidence.ts';
import { readFrontMatter } from './frontMatter.ts';
import { readGates } from './gates.ts';
import { readLifecycle } from './lifecycle.ts';
import { readLimits } from './limits.ts';
import type { Outline, Section } from './outline.ts';
import { toOutline } from './outlineWalk.ts';
import { toReading } from './reading.ts';
import { readScope } from './scopeEntries.ts';
import { readDeferrals, readSignoffs } from './signoffs.ts';
import { readTasks } from './tasks.ts';
import { readCandidates } from './unitCandidates.ts';
import { aboutUnit } from './unitHeadings.ts';
import type { Topic } from './vocabulary.ts';

/** What the readers find, in a piece as in a whole document. */
export type Found = Pick<
  DocumentFacts,
  'scope' | 'gates' | 'emptyGates' | 'tasks' | 'checklist' | 'evidence' | 'signoffs' | 'attempts' | 'deferred'
>;

/** What one piece of a document says, with places that count from its beginning; its tasks are also the boxes and rows that name a unit. */
export interface PieceFacts extends Found {
  readonly candidates: readonly Candidate[];
  readonly lifecycle: readonly Unit[];
}

/** A heading that others may stand below. */
export interface Above {
  readonly level: number;
  /** As a line of Markdown, with its line end. */
  readonly line: string;
  readonly unit: 'phase' | 'stage' | null;
  /** It announces a gate or manual tests: what stands below it is part of them. */
  readonly gathers: boolean;
  /** Where it stands in the piece; negative where it stands above it. */
  readonly at: number;
}

/** The lines of the open headings that a piece beginning with a heading of some level stands below. */
export function linesAbove(open: readonly Above[], level: number): string {
  return open
    .filter((heading) => heading.level < level)
    .map(({ line }) => line)
    .join('');
}

/** What the rest of the document has to know of a piece. */
export interface PieceHead {
  /** Its first heading of level 1, and its first heading. */
  readonly titles: readonly [first: string | null, any: string | null];
  /** Its first heading, and the headings that a deeper one after the piece would stand below. */
  readonly first: Above | undefined;
  readonly open: readonly Above[];
  /** Its first heading, and each further one of a higher level than all before it: sections that are open before it end there. */
  readonly closing: readonly { readonly level: number; readonly at: number }[];
  /** It says something of the section that it stands in ("Overview", "Status"), not of one of its own. */
  readonly describes: boolean;
  readonly sections: number;
  /** How many of its headings may be columns of a board. */
  readonly columns: number;
  /** Manual tests are announced in it: how they are read depends on all of them. */
  readonly tests: boolean;
  /** How much text remark was asked for. */
  readonly spent: number;
}

/** What decides, besides its text, how a piece is read. */
export interface Surroundings {
  readonly path: string;
  readonly settings: Settings;
  /** Lines of the headings above it, each with its line end. */
  readonly above: string;
  readonly topic: Topic | null;
  readonly letters: string;
}

/**
 * Reads one piece of a Markdown document below the headings above it, as a small document of its own. Undefined where that would not
 * give what the whole document gives.
 */
export function readPiece(
  text: string,
  { path, settings, above, topic, letters }: Surroundings,
): (PieceFacts & PieceHead) | undefined {
  const source = toSource(path, above + text);
  const { result, spent, refused } = withinBudget(() => {
    const reading = toReading(source, settings);
    const blocks = readBlocks(source);
    const outline = toOutline(blocks, topic, letters);
    const front = readFrontMatter(blocks, reading);
    const checklist = readChecklist(outline, reading);
    const facts = {
      candidates: readCandidates(outline, reading),
      lifecycle: readLifecycle(outline, reading),
      scope: [...front.scope, ...readScope(outline, reading)],
      gates: readGates(outline, withoutTests(outline, checklist), reading),
      emptyGates: readEmptyGates(outline, reading),
      tasks: readTasks(outline, [], checklist.taken, reading),
      checklist: checklist.items,
      evidence: readEvidence(outline, reading),
      signoffs: readSignoffs(outline, reading),
      attempts: readAttempts(outline, reading),
      deferred: readDeferrals(outline, reading),
    };
    const problems: readonly Problem[] = [...front.problems, ...readLimits(source, blocks, [])];
    return { facts, outline, hard: problems.length > 0 || front.unit !== null };
  });
  const { facts, outline, hard } = result;
  // Nodes of a flowchart count where a line far before them opened it.
  if (hard || refused !== undefined || reachesBehind(facts, source.text) || text.includes(']:::')) return undefined;
  return { ...inside(facts, above.length), ...headOf(outline, above.length), open: openSections(outline, above.length), spent };
}

/** Whether what follows a text would still belong to its last block: a fence or comment that nothing closes. */
export function isOpen(text: string): boolean {
  const probe = `${text.endsWith('\n') ? text : `${text}\n`}# end\n`;
  const last = readBlocks(toSource('', probe)).at(-1);
  return last?.type !== 'heading' || last.text.text !== 'end';
}

function toAbove({ heading, level, unit, announced }: Section, from: number): Above {
  const line = `${'#'.repeat(level)} ${heading?.text.text ?? ''}\n`;
  return {
    level,
    line,
    unit: unit?.kind ?? null,
    gathers: announced?.topic.role === 'gate' || announced?.topic.role === 'checklist',
    at: (heading?.start ?? 0) - from,
  };
}

/** The sections that are still open at the end. */
function openSections(outline: Outline, from: number): readonly Above[] {
  const open: Above[] = [];
  for (let section: Section | null = outline.sections.at(-1) ?? null; section?.heading; section = section.parent)
    open.unshift(toAbove(section, from));
  return open;
}

/** A phase that is named by metadata alone extends to the end of the document. */
function reachesBehind({ candidates }: PieceFacts, text: string): boolean {
  return candidates.some(({ form, extent, at }) => form === 'label' && extent.end === text.length && at.end !== text.length);
}

function inside(facts: PieceFacts, from: number): PieceFacts {
  if (from === 0) return facts;
  const own = <T extends { readonly at: { readonly start: number } }>(list: readonly T[]) =>
    list.filter(({ at }) => at.start >= from);
  return {
    candidates: own(facts.candidates),
    lifecycle: own(facts.lifecycle),
    scope: own(facts.scope),
    gates: own(facts.gates),
    emptyGates: own(facts.emptyGates),
    tasks: own(facts.tasks),
    checklist: own(facts.checklist),
    evidence: own(facts.evidence),
    signoffs: own(facts.signoffs),
    attempts: own(facts.attempts),
    deferred: own(facts.deferred),
  };
}

function headOf(outline: Outline, from: number) {
  const own = outline.sections.filter(({ heading }) => heading !== null && heading.start >= from);
  const closing: { level: number; at: number }[] = [];
  for (const { level, heading } of own)
    if (heading && level < (closing.at(-1)?.level ?? 9)) closing.push({ level, at: heading.start - from });
  return {
    first: own[0] && toAbove(own[0], from),
    closing,
    describes: own.some(
      ({ parent, plain, announced }) =>
        parent?.heading && parent.heading.start < from && (announced?.topic.role === 'status' || aboutUnit.test(plain)),
    ),
    titles: [own.find(({ level }) => level === 1)?.plain ?? null, own[0]?.plain ?? null] as const,
    sections: own.length,
    columns: own.filter(({ plain, phase }) => phase === null && columnStatus(plain) !== undefined).length,
    tests:
      outline.passages.some(({ announced }) => announced?.topic.role === 'checklist') ||
      own.some(({ announced }) => announced?.topic.role === 'checklist'),
  };
}
