import { headingLevel, linesBehind, lineText } from '../fixes/lines.ts';
import { lastLineOf, sectionOf } from '../fixes/section.ts';
import { joined, type Wording } from '../fixes/wording.ts';
import type { CheckItem, Edit, Phase, Plan } from '../model.ts';
import type { Project } from '../project.ts';
import type { Refusal } from '../refusal.ts';
import { lineAt, type Source } from '../source.ts';
import { nextId } from './nextId.ts';
import { blank } from './page.ts';

/**
 * One more manual test of a phase, behind its last one and written as that one is; where it has none, as the tests of other phases are,
 * below a heading of their own.
 */
export function addTest(project: Project, plan: Plan, phase: Phase): readonly Edit[] | Refusal {
  const own = phase.checklist.filter(isMarkdown);
  const last = own.at(-1);
  const source = last && project.sources.get(last.at.path);
  if (last && source) {
    const like =
      own.findLast((test) => test.form === last.form && test.at.path === last.at.path && test.command !== null) ?? last;
    return [
      linesBehind(source, lastLine(last, source), linesLike(like, source, lineText(source, lineAt(source, last.at.start)))),
    ];
  }
  const section = sectionOf(project, phase);
  if (!section) return { refused: `No document has a section about phase ${phase.id}: there is no place for a test.` };
  const other = plan.phases.flatMap((one) => one.checklist).find((test) => test.form === 'item' && isMarkdown(test));
  const like = other && project.sources.get(other.at.path);
  const lines = other && like ? linesLike(other, like, lineText(like, lineAt(like, other.at.start))) : usual;
  const heading =
    section.level > 0 ? [`${'#'.repeat(Math.min(6, section.level + 1))} Manual testing`, ''] : ['Manual testing:', ''];
  return [linesBehind(section.source, section.last, ['', ...heading, ...lines])];
}

function isMarkdown({ at }: CheckItem): boolean {
  return !/\.ya?ml$/i.test(at.path);
}

const usual: readonly Wording[] = [
  joined('- [ ] Test 1: ', blank('What a person tries')),
  joined('  - Command: `', blank('npm start'), '`'),
  joined('  - Expected: ', blank('what the person sees')),
];

/** The last line with words of a test; of one below a heading of its own, of its section. 0-based. */
function lastLine(test: CheckItem, source: Source): number {
  const first = lineAt(source, test.at.start);
  const level = headingLevel(lineText(source, first));
  if (level === 0) return lastLineOf(source, test.at.start, test.extent.end);
  let next = first + 1;
  const ends = (line: string) => headingLevel(line) > 0 && headingLevel(line) <= level;
  while (next < source.lineStarts.length && !ends(lineText(source, next))) next += 1;
  return lastLineOf(source, test.at.start, source.lineStarts[next] ?? source.text.length);
}

/**
 * The lines of a test with other words: its marker, its labels. What came out of it is left out.
 * @param before the first line of the last test, whose number counts on
 */
function linesLike(test: CheckItem, source: Source, before: string): readonly (Wording | string)[] {
  const first = lineAt(source, test.at.start);
  if (test.form === 'row') return [rowLike(before)];
  const isSection = test.form === 'section' && headingLevel(before) > 0;
  const lines: (Wording | string)[] = isSection ? ['', headLike(before), ''] : [headLike(before)];
  for (let line = first + 1; line <= lastLine(test, source); line += 1) {
    const detail = detailOf.exec(lineText(source, line));
    const [, lead = '', label = '', tick = ''] = detail ?? [];
    if (!detail || /result|outcome|actual|note|evidence|date|tester/i.test(label)) continue;
    const isCommand = /command|run|steps?|input/i.test(label);
    const isOpen = lineText(source, line).trimEnd() === lead.trimEnd();
    if (isOpen && isCommand) lines.push(lead.trimEnd(), joined('1. ', blank('What to do')), '');
    else
      lines.push(
        joined(isOpen ? `${lead.trimEnd()} ` : lead, tick, blank(isCommand ? 'npm start' : 'what the person sees'), tick),
      );
  }
  return lines;
}

/** `  - **Command:** ` and what opens its value. */
const detailOf =
  /^((?:[\s>]*(?:[-*+]\s+)?)(?:\[[ xX]\]\s+)?(?:\*\*|__)?(\p{L}[^*_:：`]{0,40})(?:[:：](?:\*\*|__)?|(?:\*\*|__)[:：])\s*)(`?)/u;

/** The first line with an open box, the number behind the last one, and words to write. */
function headLike(line: string): Wording {
  const open = line.replace(/\[[^\]]\]/, '[ ]').replace(/[☑☒✅✓]/u, '☐');
  const lead = /^[\s>]*(?:#{1,6}\s+|(?:[-*+]|\d{1,9}[.)])\s+)?(?:\[ \]\s+|☐\s*)?(?:\*\*|__)?/u.exec(open)?.[0] ?? '';
  const name =
    /^(?:[\p{L}-]{0,20}\s?#?)?\d{1,4}(?:[.-]\d{1,4}){0,2}(?:\*\*|__)?(?:\s*[:.)—–-]\s*|\s+)(?:\*\*|__)?/u.exec(
      open.slice(lead.length),
    )?.[0] ?? '';
  const number = /^([\s>]*)(\d{1,9})([.)]\s)/.exec(lead);
  const marker = number ? lead.replace(/\d+/, String(Number(number[2]) + 1)) : lead;
  const bold = /(?:\*\*|__)$/.exec(lead)?.[0] ?? '';
  const closed = bold !== '' && !name.includes(bold) ? bold : '';
  return joined(marker, nextId(name), blank('What a person tries'), closed);
}

/** A row with as many cells, the first with words to write. */
function rowLike(line: string): Wording {
  const cells = line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|');
  const title = cells.findIndex((cell) => !/^\s*[\p{L}-]{0,20}\d{1,4}\s*$/u.test(cell));
  const named = cells.map((cell, index) => {
    if (index < title) return joined(nextId(cell));
    return index === title ? joined(' ', blank('What a person tries'), ' ') : joined('  ');
  });
  return joined(...named.flatMap((cell) => ['|', cell]), '|');
}
