import { lastLineBelow, linesBehind, lineText } from '../fixes/lines.ts';
import { lastLineOf, sectionOf } from '../fixes/section.ts';
import type { Edit, Phase } from '../model.ts';
import type { Project } from '../project.ts';
import { isEmptyMark } from '../read/gates.ts';
import type { Refusal } from '../refusal.ts';
import { capital, nameOf } from '../scope.ts';
import { lineAt, lineEndOf, type Source } from '../source.ts';
import { attemptInYaml, fixInYaml } from './attemptInYaml.ts';
import { documentsAbout } from './documentsAbout.ts';
import { oneLine } from './record.ts';

/** One try to pass a gate, or (`fix`) what was done about the last one that failed. */
export interface NewAttempt {
  readonly outcome: 'pass' | 'fail' | 'fix';
  /** What failed. */
  readonly items: readonly { readonly step: string; readonly note: string | null }[];
  /** For `fix`, what was done; for a pass after a failure it may be said here too; for a failure, words on the whole. */
  readonly note: string | null;
  /** ISO date, from the surface's clock. */
  readonly date: string;
  readonly actor: string | null;
  readonly commit: string | null;
}

/**
 * The edits that add a try to the history of a phase's gate: to the list that it has, in a YAML plan to `gate_attempts`, else to a new list
 * at the end of the phase's section. What was done about a failure stands below that failure.
 */
export function recordAttempt(project: Project, phase: Phase, attempt: NewAttempt): readonly Edit[] | Refusal {
  const note = oneLine(attempt.note ?? '');
  const last = phase.attempts.at(-1);
  const unfixed = last?.outcome === 'fail' && last.fix === null ? last : undefined;
  if (attempt.outcome === 'fail' && attempt.items.length === 0 && note === '')
    return { refused: 'Say what failed: a failed attempt without it helps nobody later.' };
  if (attempt.outcome === 'fix') {
    if (note === '') return { refused: 'Say what was done about the failure.' };
    if (!unfixed) return { refused: `${capital(nameOf(phase))} has no failed attempt that waits for a fix.` };
    return fixEdits(project, phase, unfixed.at.path, note);
  }
  const isFix = attempt.outcome === 'pass' && unfixed !== undefined && note !== '';
  const number = (last?.number ?? 0) + 1;
  const words: Numbered = {
    outcome: attempt.outcome,
    number,
    note: isFix ? '' : note,
    date: attempt.date,
    // Parentheses stand around who and when.
    actor: oneLine(attempt.actor ?? '').replace(/[()]/g, ''),
    commit: oneLine(attempt.commit ?? ''),
    items: attempt.items.map(({ step, note: what }) => ({
      step: oneLine(step),
      note: oneLine(what ?? '').replaceAll(' — ', ' - '),
    })),
  };
  const added = last ? behindLast(project, phase, words, isFix ? note : null) : first(project, phase, words);
  return (
    added ?? { refused: `No document has a place for the attempts of ${nameOf(phase)}: give the phase a heading of its own.` }
  );
}

/** An attempt with its number, each of its words on one line; empty where there are none. */
export interface Numbered {
  readonly number: number;
  readonly outcome: 'pass' | 'fail';
  readonly date: string;
  readonly actor: string;
  readonly commit: string;
  readonly note: string;
  readonly items: readonly { readonly step: string; readonly note: string }[];
}

/** `Attempt 2: fail (2026-03-01, Ada, commit 1a2b3c4): took two hours`, and below it what failed. */
function attemptLines({ number, outcome, date, actor, commit, note, items }: Numbered): readonly [string, ...string[]] {
  const by = [date, actor, commit === '' ? '' : `commit ${commit}`].filter(Boolean).join(', ');
  const failed = items.map(({ step, note: what }) => `Failed: ${step}${what === '' ? '' : ` — ${what}`}`);
  return [`Attempt ${number}: ${outcome} (${by})${note === '' ? '' : `: ${note}`}`, ...failed];
}

function behindLast(project: Project, phase: Phase, attempt: Numbered, fix: string | null): readonly Edit[] | undefined {
  const last = phase.attempts.at(-1);
  const source = last && project.sources.get(last.at.path);
  if (!last || !source) return undefined;
  if (/\.(?:ya?ml|json)$/i.test(source.path)) return attemptInYaml(project, phase, attempt, fix);
  const line = lineAt(source, last.at.start);
  const lead = /^(?:[ \t]|>){0,40}(?:[-*+]|\d{1,4}[.)])[ \t]+/.exec(lineText(source, line))?.[0] ?? '- ';
  const fixed = fix === null ? [] : [`${inside(lead)}Fix: ${fix}`];
  const counted = lead.replace(/\d+/, (number) => String(Number(number) + 1));
  return [linesBehind(source, lastLineBelow(source, line), [...fixed, ...listed(counted, attempt)])];
}

function fixEdits(project: Project, phase: Phase, path: string, fix: string): readonly Edit[] | Refusal {
  const last = phase.attempts.at(-1);
  const source = project.sources.get(path);
  if (!last || !source) return { refused: 'The attempt is no longer there.' };
  if (/\.(?:ya?ml|json)$/i.test(path)) return fixInYaml(project, phase, fix) ?? { refused: 'The attempt is no longer there.' };
  const line = lineAt(source, last.at.start);
  const lead = /^(?:[ \t]|>){0,40}(?:[-*+]|\d{1,4}[.)])[ \t]+/.exec(lineText(source, line))?.[0] ?? '- ';
  return [linesBehind(source, lastLineBelow(source, line), [`${inside(lead)}Fix: ${fix}`])];
}

function first(project: Project, phase: Phase, attempt: Numbered): readonly Edit[] | undefined {
  const place = waiting(project, phase);
  if (place) return [place.put(listed('- ', attempt))];
  const yaml = attemptInYaml(project, phase, attempt, null);
  if (yaml) return yaml;
  const section = sectionOf(project, phase);
  if (!section) return undefined;
  const heading = `${'#'.repeat(Math.min(6, section.level + 1))} Gate attempts`;
  return [linesBehind(section.source, section.last, ['', heading, '', ...listed('- ', attempt)])];
}

/** A heading "Gate attempts" below which nothing stands yet, or only that there was none. */
function waiting(project: Project, phase: Phase): { readonly put: (lines: readonly string[]) => Edit } | undefined {
  for (const { source, outline, isOwn } of documentsAbout(project, phase)) {
    const section = outline.sections.find(
      (one) => isOwn(one) && one.announced?.topic.role === 'attempts' && !one.announced.inherited,
    );
    if (!section?.heading) continue;
    const next = outline.sections[section.number + 1]?.heading?.start ?? source.text.length;
    const last = lastLineOf(source, section.heading.start, next);
    const mark = isEmptyMark(lineText(source, last).replace(/^[-*+]\s/, '')) && last > lineAt(source, section.heading.start);
    return { put: (lines) => (mark ? inPlaceOf(source, last, lines) : linesBehind(source, last, ['', ...lines])) };
  }
  return undefined;
}

function inPlaceOf(source: Source, line: number, lines: readonly string[]): Edit {
  const start = source.lineStarts[line] ?? 0;
  return { path: source.path, start, end: start + lineText(source, line).length, text: lines.join(lineEndOf(source)) };
}

function listed(lead: string, attempt: Numbered): readonly string[] {
  const [head, ...below] = attemptLines(attempt);
  return [lead + head, ...below.map((line) => inside(lead) + line)];
}

/** The lead of an item below one: `  - ` below `- `. */
function inside(lead: string): string {
  const quote = /^[ \t>]*/.exec(lead)?.[0] ?? '';
  return `${quote}${' '.repeat(lead.length - quote.length)}- `;
}
