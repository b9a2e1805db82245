import { rules } from '../rules/index.ts';
import { lineAt, lineSpan } from '../source.ts';
import { type Asked, type Completion, into, type Slot, type Word } from './completion.ts';

/** The comments that hide findings. */
export function offerDirectives(asked: Asked, slot: Slot): readonly Completion[] {
  return directives.map(({ word, meaning }) => ({
    label: word,
    kind: 'rule' as const,
    detail: meaning,
    edit: into(slot, asked, word),
  }));
}

const directives: readonly Word[] = [
  { word: 'phasewise-disable-next-line', meaning: 'hides findings of the next line' },
  { word: 'phasewise-disable-line', meaning: 'hides findings of this line' },
  { word: 'phasewise-disable-section', meaning: 'hides findings to the end of the section' },
  { word: 'phasewise-disable-file', meaning: 'hides findings of the whole file' },
];

/** The rules by their ids; first those that have findings here or on the next line. */
export function offerRules(asked: Asked, slot: Slot): readonly Completion[] {
  const { project, source, offset } = asked;
  const line = lineAt(source, offset);
  const near = { start: lineSpan(source, line).start, end: lineSpan(source, line + 1).end };
  const found = new Set(
    (project.findings.get(source.path) ?? [])
      .filter(({ at }) => at.start <= near.end && at.end >= near.start)
      .map(({ rule }) => rule),
  );
  const offer = (id: string, summary: string, here: boolean): Completion => ({
    label: id,
    kind: 'rule',
    detail: here ? `${summary} It has a finding here.` : summary,
    edit: into(slot, asked, id),
  });
  const known = rules.map(({ id, summary }) => ({ id, summary, here: found.has(id) }));
  return [...known.filter(({ here }) => here), ...known.filter(({ here }) => !here)].map(({ id, summary, here }) =>
    offer(id, summary, here),
  );
}
