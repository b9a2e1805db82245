import { documentAt } from '../documents.ts';
import { headingLevel, linesBehind, lineText } from '../fixes/lines.ts';
import { lastLineOf } from '../fixes/section.ts';
import { joined, type Wording } from '../fixes/wording.ts';
import type { Edit, Phase, Unit } from '../model.ts';
import type { Project } from '../project.ts';
import { keyOf } from '../read/unitName.ts';
import type { Refusal } from '../refusal.ts';
import { lineAt, type Source } from '../source.ts';
import { nextId } from './nextId.ts';
import { blank } from './page.ts';

/** One more stage of a phase, behind its last one: the same headings and labels, with nothing behind them yet. */
export function addStage(project: Project, phase: Phase): readonly Edit[] | Refusal {
  const own = stagesIn(
    project,
    phase.stages.map(({ source }) => source.path),
  ).filter(({ unit }) => keyOf(unit.phase ?? phase.id) === keyOf(phase.id));
  const last = own.at(-1);
  if (!last)
    return { refused: `Phase ${phase.id} has no stage below a heading of its own: write the first one where its log is to be.` };
  const { unit, source } = last;
  // The one that says most shows what belongs into it.
  const [fullest = []] = own.map((one) => bodyLike(one.unit, one.source)).sort((a, b) => b.length - a.length);
  const lines = ['', headLike(lineText(source, lineAt(source, unit.at.start)), unit), ...fullest];
  return [linesBehind(source, lastLineOf(source, unit.at.start, unit.extent.end), lines)];
}

/** The stages that stand below headings of their own, in the order of the documents. */
function stagesIn(project: Project, paths: readonly string[]): readonly { readonly unit: Unit; readonly source: Source }[] {
  return [...new Set(paths)].flatMap((path) => {
    const source = project.sources.get(path);
    const units = source ? (documentAt(project.documents, path)?.stages ?? []) : [];
    return units.flatMap((unit) =>
      source && headingLevel(lineText(source, lineAt(source, unit.at.start))) > 0 ? [{ unit, source }] : [],
    );
  });
}

/** What stands below the heading of a stage, with nothing behind its labels. */
function bodyLike(unit: Unit, source: Source): readonly (Wording | string)[] {
  const first = lineAt(source, unit.at.start);
  const last = lastLineOf(source, unit.at.start, unit.extent.end);
  const lines: (Wording | string)[] = [];
  for (let line = first + 1; line <= last; line += 1) {
    const text = lineText(source, line);
    const blankLine = text.trim() === '';
    if (blankLine ? lines.at(-1) !== '' : headingLevel(text) > 0) lines.push(text.trimEnd());
    else if (!blankLine) lines.push(...labelLike(text));
  }
  while (lines.at(-1) === '') lines.pop();
  return lines;
}

/** `### Stage 4 — Receipts` → `### Stage 5 — …`. */
function headLike(line: string, { id, title }: Unit): Wording {
  const at = line.indexOf(id);
  const lead = `${line.slice(0, at)}${nextId(id)}`;
  const from = title === null ? -1 : line.indexOf(title, at + id.length);
  return joined(lead, from < 0 ? ' — ' : line.slice(at + id.length, from), blank('Name of the stage'));
}

/** A label stays, and what stood behind it goes; of a gate one condition stays to be written. Other lines belong to the stage before. */
function labelLike(line: string): readonly (Wording | string)[] {
  const found =
    /^((?: {0,8}>){0,4} {0,8}(?:[-*+] {1,4})?(?:\*\*|__)?(\p{L}[^*_:：`]{0,40})(?:[:：](?:\*\*|__)?|(?:\*\*|__)[:：]?))(.*)$/u.exec(
      line,
    );
  const [, label = '', name = '', behind = ''] = found ?? [];
  const value = behind.trim();
  const isLabel = found !== null && (/[:：]/.test(label) || value === '');
  if (!isLabel || /^\s{2,}/.test(line)) return [];
  if (/status/i.test(name)) return [`${label} ${/^[a-z]/.test(value) ? 'not-started' : 'Not Started'}`];
  if (/result|outcome/i.test(name)) return [`${label} pass / fail`];
  if (!/gate|criteria|done when|verification/i.test(name)) return [label];
  return value === '' ? [label, '', joined('- [ ] ', blank(condition))] : [joined(`${label} `, blank(condition))];
}

const condition = 'TBD: what anybody can see once this stage is through';
