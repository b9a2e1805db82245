import type { DocumentFacts } from '../model.ts';
import { lineAt, type Source } from '../source.ts';
import { readBlocks } from './blocks.ts';
import type { Block } from './blockTypes.ts';
import { readUnitName } from './unitName.ts';
import { isForeign } from './yamlForeign.ts';
import { readYaml } from './yamlText.ts';

/** What a document lacks that the plan would show it as a phase. */
export interface Lacking {
  /** The line that comes nearest, 1-based; 1 where none does. */
  readonly line: number;
  /** What is missing, as it follows the name of the file and a colon. */
  readonly message: string;
}

const byHeading = '`## Phase 1: …`';

/**
 * Why a document defines no phase: what a person who looks for it in the tree has to add or change.
 * @param facts what was read of it
 * @returns undefined where it does define one
 */
export function whyNoPhase(source: Source, facts: DocumentFacts): Lacking | undefined {
  if (facts.phases.length > 0) return undefined;
  const at = (offset: number, message: string): Lacking => ({ line: lineAt(source, offset) + 1, message });
  const [problem] = facts.problems;
  if (problem) return at(problem.at.start, withoutName(problem.message, source.path));
  if (source.text.trim() === '') return at(0, 'it is empty');
  const near = /\.ya?ml$/i.test(source.path) ? inYaml(source, facts) : inMarkdown(source);
  return at(near.offset, [countsOf(facts), near.message].filter(Boolean).join(', but '));
}

/** A place that comes near, and what is missing there. */
interface Near {
  readonly offset: number;
  readonly message: string;
}

function inYaml({ text }: Source, facts: DocumentFacts): Near {
  if (facts.tasks.length > 0)
    return { offset: facts.tasks[0]?.at.start ?? 0, message: 'none says which phase it is of (`phase: 1`)' };
  const foreign = readYaml(text).documents.some(isForeign);
  return { offset: 0, message: foreign ? 'it belongs to a tool that runs it' : 'it has no list of `tasks` or `phases`' };
}

/** The first place that comes near a phase: a heading first, then what is never read, then other text. */
function inMarkdown(source: Source): Near {
  const blocks = readBlocks(source);
  const headings = blocks.filter((block) => block.type === 'heading');
  for (const { start, text } of headings) {
    if (hasPlaceholder(text.text)) return { offset: start, message: 'a placeholder stands where the number of the phase would' };
    if (naming(text.text))
      return { offset: start, message: `a heading mentions a phase, but its name does not begin there (${byHeading})` };
  }
  for (const block of blocks) {
    const hidden = hiddenIn(block);
    const offset = hidden ? phaseHeadingIn(source.text, block.start, block.end) : undefined;
    if (offset !== undefined) return { offset, message: `its phases stand in ${hidden}, where nothing is read` };
  }
  const message =
    headings.length === 0 ? `it has no heading, so none names a phase (${byHeading})` : `no heading names a phase (${byHeading})`;
  return { offset: headings[0]?.start ?? 0, message };
}

function naming(text: string): boolean {
  return readUnitName(text)?.kind === 'phase';
}

/** `Phase N`, `Phase <number>`, `Phase X: …`: a template that nobody has filled in. */
function hasPlaceholder(text: string): boolean {
  return /\bphase[ _-](?:[nxyz#](?![\p{L}\d])|[<{[])/iu.test(text);
}

function hiddenIn(block: Block): string | undefined {
  if (block.type === 'comment') return 'an HTML comment';
  if (block.type !== 'fence') return undefined;
  return block.fenced ? 'a code fence' : 'text that is indented like code';
}

/** Where a heading that names a phase stands in a part of a text. */
function phaseHeadingIn(text: string, start: number, end: number): number | undefined {
  let offset = start;
  for (const line of text.slice(start, end).split('\n')) {
    const heading = /^\s{0,20}#{1,6}\s(.{1,200})/.exec(line);
    if (heading?.[1] && naming(heading[1])) return offset;
    offset += line.length + 1;
  }
  return undefined;
}

/** "5 tasks and 1 gate": what was understood all the same; empty where nothing was. */
function countsOf({ stages, gates, tasks, checklist }: DocumentFacts): string {
  const of = (many: readonly unknown[], noun: string) =>
    many.length === 0 ? [] : [`${many.length} ${noun}${many.length === 1 ? '' : 's'}`];
  const parts = [...of(stages, 'stage'), ...of(tasks, 'task'), ...of(gates, 'gate'), ...of(checklist, 'manual test')];
  const last = parts.pop();
  return parts.length === 0 ? (last ?? '') : `${parts.join(', ')} and ${last}`;
}

/** A message about a file without the file's name in front, and without its full stop. */
function withoutName(message: string, path: string): string {
  return (message.startsWith(`${path} `) ? `it ${message.slice(path.length + 1)}` : message).replace(/\.$/, '');
}
