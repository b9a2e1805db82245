import { linesBehind, lineText } from '../fixes/lines.ts';
import { lastLineOf, sectionOf } from '../fixes/section.ts';
import type { Phase } from '../model.ts';
import type { Project } from '../project.ts';
import { isEmptyMark } from '../read/gates.ts';
import type { Section } from '../read/outline.ts';
import { lineAt, type Source } from '../source.ts';
import type { Signing, Written } from './form.ts';
import { documentsAbout } from './outlineOf.ts';
import { labelOf } from './record.ts';

/** A list below a heading of its own: one that waits for it ("Stage 10 — Phase sign-off"), else a new one at the end of the phase's section. */
export function inSection({ project, phase, fields }: Signing): Written | undefined {
  const waiting = waitingSection(project, phase);
  const lead = waiting && markerIn(waiting.source, waiting.first, waiting.last);
  const lines = [...fields].map(([key, value]) => `${lead ?? '- '}${labelOf[key]}: ${value}`);
  if (waiting) {
    const { source, first, last } = waiting;
    const none = isEmptyMark(lineText(source, last));
    const edit = linesBehind(source, last, last > first && lead !== undefined ? lines : ['', ...lines]);
    if (!none || last === first) return { edits: [edit], waiting: [], restated: [] };
    const start = source.lineStarts[last] ?? 0;
    const text = lines.join(source.text.includes('\r\n') ? '\r\n' : '\n');
    return { edits: [{ path: source.path, start, end: start + lineText(source, last).length, text }], waiting: [], restated: [] };
  }
  const own = sectionOf(project, phase);
  if (!own) return undefined;
  const heading = `${'#'.repeat(Math.min(6, own.level + 1))} Sign-off`;
  return { edits: [linesBehind(own.source, own.last, ['', heading, '', ...lines])], waiting: [], restated: [] };
}

interface Waiting {
  readonly source: Source;
  /** The line of its heading and its last line with words, 0-based. */
  readonly first: number;
  readonly last: number;
}

/** A section about the sign-off of the phase. */
function waitingSection(project: Project, phase: Phase): Waiting | undefined {
  for (const { source, outline, isOwn } of documentsAbout(project, phase)) {
    const section = outline.sections.findLast((one) => isOwn(one) && isAboutSignoff(one));
    if (!section?.heading) continue;
    const next = outline.sections[section.number + 1]?.heading?.start ?? source.text.length;
    return { source, first: lineAt(source, section.heading.start), last: lastLineOf(source, section.heading.start, next) };
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
