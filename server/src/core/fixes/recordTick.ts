import type { DocumentFacts, Edit, Finding, Fix, Outcome, Stop } from '../model.ts';
import type { Project } from '../project.ts';
import { recordOutcome } from '../record/record.ts';
import { type Target, targetsOf } from '../record/target.ts';
import type { Source } from '../source.ts';

/** What stands for the day and the name while it is found out how a result is written here. */
const sample = { date: '2000-01-01', actor: 'Somebody' };

interface Blank {
  readonly words: string;
  readonly text: string;
  readonly stop?: Pick<Stop, 'prompt' | 'answer'>;
}

/** A tick without a record: who saw it, and when, is written beside it, or the tick is taken back. */
export function recordTick({ settings, today }: Project, { at }: Finding, source: Source, facts: DocumentFacts): readonly Fix[] {
  const target = targetsOf(facts).find((one) => itemOf(one).at.start === at.start);
  if (!target) return [];
  const outcome: Outcome = { outcome: 'pass', note: null, ...sample, commit: null, exitCode: null, artifact: null };
  const edits = recordOutcome(source, facts, target, outcome, settings);
  const { markAt } = itemOf(target);
  const ballot = markAt && /[☑☒✅✔]/u.test(source.text.slice(markAt.start, markAt.end));
  return [
    ...('refused' in edits
      ? []
      : [{ title: 'Record who saw it, and when', edits: edits.map((edit) => withBlanks(edit, today)) }]),
    ...(markAt && !ballot ? [{ title: 'Take the tick back', edits: [{ path: source.path, ...markAt, text: ' ' }] }] : []),
  ];
}

function itemOf(target: Target) {
  return target.kind === 'test' ? target.check : target.item;
}

/** The day it is, and the name as a word that a person fills in. */
function withBlanks(edit: Edit, today: string | null): Edit {
  const blanks: readonly Blank[] = [
    {
      words: sample.date,
      text: today ?? 'YYYY-MM-DD',
      ...(today ? {} : { stop: { prompt: 'On which day was it seen?', answer: 'day' } }),
    },
    { words: sample.actor, text: 'name', stop: { prompt: 'Who saw it?', answer: 'name' } },
  ];
  let { text } = edit;
  const stops: Stop[] = [];
  for (const { words, text: blank, stop } of blanks) {
    const start = text.indexOf(words);
    if (start < 0) continue;
    text = text.slice(0, start) + blank + text.slice(start + words.length);
    if (stop) stops.push({ start, end: start + blank.length, ...stop });
  }
  return stops.length > 0 ? { ...edit, text, stops } : edit;
}
