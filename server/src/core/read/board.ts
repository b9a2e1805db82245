import { readInline } from '../markdown.ts';
import type { Status, Task } from '../model.ts';
import { isEmptyMark, markOf, oneLine } from './gates.ts';
import type { Outline, Passage, Section } from './outline.ts';
import type { Reading } from './reading.ts';
import { phaseOfId, splitId } from './tasks.ts';

/** The names that columns of a board carry. */
const columns: readonly (readonly [RegExp, Status])[] = [
  [/^(?:open|to ?-?do|backlog|ready|next(?: up)?|planned|queue|icebox|inbox|ideas|later|upcoming|not started)$/, 'planned'],
  [/^(?:doing|in[- ]progress|wip|work in progress|active|current|now|ongoing|started)$/, 'in_progress'],
  [/^(?:blocked|on hold|waiting|stalled)$/, 'blocked'],
  [/^(?:(?:in )?review|testing|qa|verify|ready for (?:review|sign-?off))$/, 'ready'],
  [/^(?:done|completed?|finished|shipped|closed|archived?)$/, 'done'],
];

/** A board: tasks whose column is their status. */
export interface Board {
  readonly tasks: readonly Task[];
  /** The headings that are columns. */
  readonly columns: ReadonlySet<Section>;
}

/**
 * A board made of headings (`## Open`, `## Doing`, …), or undefined where the document is none: it needs two columns at one level, and
 * a name that says so or no other structure.
 */
export function readBoard(outline: Outline, reading: Reading): Board | undefined {
  const found = outline.sections.flatMap((section) => {
    const status = columnStatus(section.plain);
    return status && section.phase === null ? [{ section, status }] : [];
  });
  const level = found[0]?.section.level;
  const own = found.filter(({ section }) => section.level === level);
  const called = /board|kanban|backlog/i.test(reading.path.split('/').at(-1) ?? '') || /board|kanban/i.test(outline.title ?? '');
  const others = outline.sections.filter((section) => section.level === level).length - own.length;
  if (own.length < 2 || !(called || (own.length >= 3 && others <= 2))) return undefined;
  const statusOf = new Map(own.map(({ section, status }) => [section, status]));
  const tasks = outline.passages.flatMap((passage) => {
    const status = statusOfSection(passage.section, statusOf);
    return status ? toCard(passage, status, reading) : [];
  });
  return { tasks, columns: new Set(statusOf.keys()) };
}

function statusOfSection(section: Section, statusOf: ReadonlyMap<Section, Status>): Status | undefined {
  for (let at: Section | null = section; at; at = at.parent) {
    const status = statusOf.get(at);
    if (status) return status;
  }
  return undefined;
}

/** A card is an outermost item; what stands below it is its detail. */
function toCard(passage: Passage, status: Status, reading: Reading): readonly Task[] {
  const { block } = passage;
  if (block.type !== 'item' || block.depth > 0 || block.text.text === '' || isEmptyMark(block.text.text)) return [];
  const { id, title } = splitId(oneLine(block.text));
  const line = block.text.lines[0] ?? block;
  return [
    {
      id,
      title,
      status: markOf(block) === 'waived' ? 'removed' : status,
      statusText: passage.section.plain,
      statusAt: null,
      at: reading.place({ start: block.start, end: line.end }),
      phase: phaseOfId(id),
      phaseAt: null,
      stage: null,
      dependsOn: [],
      artifacts: [],
      evidence: [],
      form: 'board',
      markAt: block.box?.at ?? null,
    },
  ];
}

/** What a heading says as a column of a board. */
export function columnStatus(heading: string): Status | undefined {
  const name = readInline(heading)
    .plain.replace(/\p{Extended_Pictographic}|\ufe0f/gu, '')
    .trim()
    .replace(/\(\d{1,9}\)$/, '')
    .trim()
    .toLowerCase();
  return columns.find(([pattern]) => pattern.test(name))?.[1];
}
