import type { DocumentFacts, Edit, Outcome } from '../model.ts';
import { outcomeText, type TextForm } from '../outcomeText.ts';
import { outlineOf } from '../read/markdownDocument.ts';
import type { Outline, Section } from '../read/outline.ts';
import type { Refusal } from '../refusal.ts';
import type { Settings } from '../settings.ts';
import type { Source } from '../source.ts';
import { tick } from './box.ts';
import { atGate } from './gateLine.ts';
import { belowItem } from './item.ts';
import { proves } from './proof.ts';
import { recordable } from './recordable.ts';
import { inRow } from './row.ts';
import { inSection } from './section.ts';
import type { Target } from './target.ts';
import { inYaml } from './yaml.ts';

/**
 * The smallest edits that record the outcome of a manual test or a condition in its document, in the form the document uses. The box is
 * ticked for a pass and only then; recording again replaces what was recorded; outside the edits not a byte changes. Before it is handed
 * out, an edit is proven: the edited document is read, and has to say the outcome and otherwise what it said.
 * @param source the text in which `target` was read; the caller reads it again when it changed
 * @param facts what the text says; `target` is of them
 * @param isWhole whether the outcome settles the whole condition; where it is about one of its commands, nothing is ticked
 */
export function recordOutcome(
  source: Source,
  facts: DocumentFacts,
  target: Target,
  outcome: Outcome,
  settings: Settings,
  isWhole = true,
): readonly Edit[] | Refusal {
  const own = recordable(outcome);
  if ('refused' in own) return own;
  if (source.text.includes('\ufffd'))
    return { refused: `${source.path} has characters that are no UTF-8 text. Saving it would lose them, so nothing is written.` };
  const boxed: Outcome = isWhole || own.outcome !== 'pass' ? own : { ...own, outcome: 'skip' };
  const ways = /\.ya?ml$/i.test(source.path)
    ? inYaml(source, target, (form) => outcomeText(own, form), boxed)
    : inMarkdown(source, target, own, boxed);
  if ('refused' in ways) return ways;
  const edits = ways.find((way) => proves(source, facts, target, own, way, settings));
  return edits ?? { refused: 'Here a result could not be read again as it was written. Write it into the document by hand.' };
}

/** The ways to write it, the best first. */
function inMarkdown(source: Source, target: Target, outcome: Outcome, boxed: Outcome): readonly (readonly Edit[])[] | Refusal {
  const outline = outlineOf(source);
  const text = (form: TextForm) => outcomeText(outcome, form);
  const { at } = target.kind === 'test' ? target.check : target.item;
  const each = (edits: readonly Edit[] | Refusal, mark: readonly Edit[] = []) =>
    'refused' in edits ? edits : edits.map((edit) => [...mark, edit]);
  for (const { block } of outline.passages) {
    if (block.end < at.start) continue;
    if (block.start > at.end) break;
    if (block.type === 'item' && block.start === at.start && !isLabel(outline, target)) {
      const { markAt, mark } = target.kind === 'test' ? target.check : target.item;
      return each(belowItem(source, outline, block, text('markdown')), tick(source, markAt, mark, boxed));
    }
    const row = block.type === 'table' ? block.rows.find(({ start }) => start === at.start) : undefined;
    if (block.type === 'table' && row) {
      const edits = inRow(source, block, row, text('cell'));
      return 'refused' in edits ? edits : [edits];
    }
  }
  if (target.kind === 'condition') return each(atGate(source, outline, target, text('markdown')));
  const section = outline.sections.find(({ heading }) => heading?.start === at.start) as Section | undefined;
  return section ? each(inSection(source, outline, section, text('markdown'))) : { refused: notFound };
}

const notFound = 'The place of this test was not found in its document.';

/** `- Acceptance gate: …` without a box is a line of a log: its result is the next line, not a detail of it. */
function isLabel(outline: Outline, target: Target): boolean {
  if (target.kind === 'test' || target.item.markAt) return false;
  return outline.fields.some(
    ({ item, valueAt }) => item?.start === target.item.at.start && valueAt.start === target.item.textAt.start,
  );
}
