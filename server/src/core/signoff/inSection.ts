import { linesBehind, lineText } from '../fixes/lines.ts';
import { lastLineOf, sectionOf } from '../fixes/section.ts';
import type { Edit, Phase } from '../model.ts';
import type { Project } from '../project.ts';
import { isEmptyMark } from '../read/gates.ts';
import type { Field, Section } from '../read/outline.ts';
import { lineAt, lineEndOf, type Source } from '../source.ts';
import { documentsAbout } from './documentsAbout.ts';
import type { Signing, Written } from './form.ts';
import { labelOf } from './record.ts';
import { fillStatus, isBlankStatus } from './writeStatus.ts';

/** A list below a heading of its own: one that waits for it ("Stage 10 — Phase sign-off"), else a new one at the end of the phase's section. */
export function inSection(signing: Signing): Written | undefined {
  const { project, phase, fields } = signing;
  const waiting = waitingSection(project, phase);
  const lines = (lead: string) => [...fields].map(([key, value]) => `${lead}${labelOf[key]}: ${value}`);
  if (waiting) return { edits: intoWaiting(signing, waiting, lines), waiting: [], restated: [] };
  const own = sectionOf(project, phase);
  if (!own) return undefined;
  const heading = `${'#'.repeat(Math.min(6, own.level + 1))} Sign-off`;
  return { edits: [linesBehind(own.source, own.last, ['', heading, '', ...lines('- ')])], waiting: [], restated: [] };
}

interface Waiting {
  readonly source: Source;
  /** The line of its heading and its last line with words, 0-based. */
  readonly first: number;
  readonly last: number;
  /** Its own `Status:`, where it is a stage whose status nobody filled in. */
  readonly status: Field | undefined;
}

function intoWaiting(
  { plan }: Signing,
  { source, first, last, status }: Waiting,
  lines: (lead: string) => readonly string[],
): readonly Edit[] {
  const done = status ? [fillStatus(source, plan, status, 'done')] : [];
  const lead = markerIn(source, first, last);
  if (last === first || !isEmptyMark(lineText(source, last)))
    return [...done, linesBehind(source, last, lead === undefined ? ['', ...lines('- ')] : lines(lead))];
  // A mark that there is none yet gives way.
  const start = source.lineStarts[last] ?? 0;
  const end = start + lineText(source, last).length;
  return [...done, { path: source.path, start, end, text: lines(lead ?? '- ').join(lineEndOf(source)) }];
}

/** A section about the sign-off of the phase. */
function waitingSection(project: Project, phase: Phase): Waiting | undefined {
  for (const { source, outline, isOwn } of documentsAbout(project, phase)) {
    const section = outline.sections.findLast((one) => isOwn(one) && isAboutSignoff(one));
    if (!section?.heading) continue;
    const next = outline.sections[section.number + 1]?.heading?.start ?? source.text.length;
    const labels = outline.fieldsIn(section).filter(({ parent, label }) => !parent && label.topic?.role === 'status');
    return {
      source,
      first: lineAt(source, section.heading.start),
      last: lastLineOf(source, section.heading.start, next),
      status: section.unit ? labels.find(({ value }) => isBlankStatus(value)) : undefined,
    };
  }
  return undefined;
}

function isAboutSignoff({ heading, announced, plain }: Section): boolean {
  if (!heading) return false;
  if (announced?.topic.role === 'signoff' && !announced.inherited) return true;
  return /\b(?:sign-?off|signoff)(?: record)?$/i.test(plain.trim()) && announced?.topic.role !== 'gate';
}

/** Bullet and indentation of the last item of a section. */
function markerIn(source: Source, first: number, last: number): string | undefined {
  for (let line = last; line > first; line -= 1) {
    const marker = /^[-*+][ \t]+/.exec(lineText(source, line))?.[0];
    if (marker) return marker;
  }
  return undefined;
}
