import { documentAt } from '../documents.ts';
import type { DocumentFacts, Gate, Plan } from '../model.ts';
import type { Project } from '../project.ts';
import { keyOf } from '../read/unitName.ts';
import { lineAt, lineSpan, type Source } from '../source.ts';
import { headingLevel, lineText } from './lines.ts';
import { joined, type Wording, wording } from './wording.ts';

/** How the gates of a plan are written: what a new one has to look like. */
export interface GateForm {
  /** "Exit criteria", as the plan calls it. */
  readonly label: string;
  /** The condition stands on the line of the label: `**Gate**: …`. */
  readonly inline: boolean;
  /** Lines that announce a gate of a phase or stage, the list's first line not among them. @param level of its heading */
  readonly announce: (id: string, level: number) => readonly string[];
  /** The line of a condition. */
  readonly condition: (words: Wording) => Wording;
}

/** The form of the gates of a plan, as they stand in the document of a finding where it has some; undefined where no gate has conditions. */
export function gateFormOf(project: Project, plan: Plan, path: string): GateForm | undefined {
  const gate = usualGate(plan, path);
  const source = gate && project.sources.get(gate.at.path);
  const facts = gate && documentAt(project.documents, gate.at.path);
  return gate && source && facts ? formOf(gate, source, facts) : undefined;
}

/** The first gate with the name that most gates have; those of the document itself count before all others. */
function usualGate(plan: Plan, path: string): Gate | undefined {
  const all = plan.phases
    .flatMap((phase) => [...phase.gates, ...phase.stages.flatMap((stage) => stage.gates)])
    .filter(
      (gate) => gate.items.length > 0 && gate.kind !== 'signoff' && gate.kind !== 'entry' && !/\.ya?ml$/i.test(gate.at.path),
    );
  const own = all.filter((gate) => gate.at.path === path);
  const gates = own.length > 0 ? own : all;
  const counts = new Map<string, number>();
  for (const { label } of gates) counts.set(label, (counts.get(label) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return gates.find(({ label }) => counts.get(label) === most);
}

function formOf(gate: Gate, source: Source, facts: DocumentFacts): GateForm {
  const head = lineAt(source, gate.at.start);
  const [first] = gate.items;
  const row = first ? lineAt(source, first.textAt.start) : head;
  const line = lineSpan(source, row);
  const lead = source.text.slice(line.start, first?.textAt.start ?? line.start);
  if (row === head) {
    const label = lead.trimStart();
    return { label: gate.label, inline: true, announce: () => [], condition: (words) => joined(label, words) };
  }
  const isTable = /^[\s>]*\|/.test(lineText(source, row));
  const blank = lineText(source, head + 1).trim() === '';
  const shift = headingLevel(lineText(source, head)) - headingLevel(unitLine(gate, source, facts));
  return {
    label: gate.label,
    inline: false,
    announce: (id, level) => {
      const own = withId(lineText(source, head).trim(), gate, id);
      const heading = own.startsWith('#')
        ? own.replace(/^#+/, '#'.repeat(Math.min(6, Math.max(level + Math.max(shift, 1), 2))))
        : own;
      const table = isTable ? [lineText(source, row - 2), lineText(source, row - 1)] : [];
      return [heading, ...(blank ? [''] : []), ...table];
    },
    condition: isTable
      ? (words) => rowWith(words, source, first?.textAt ?? line, line)
      : (words) => joined(openBox(lead.trimStart()), words),
  };
}

/** The line that names the unit whose gate it is. */
function unitLine(gate: Gate, source: Source, facts: DocumentFacts): string {
  const units = gate.stage === null ? facts.phases : facts.stages;
  const unit = units.find(({ id }) => keyOf(id) === keyOf(gate.stage ?? gate.phase ?? ''));
  return unit ? lineText(source, lineAt(source, unit.at.start)) : '';
}

/** "Phase 1 exit criteria" in the section of phase 2 is "Phase 2 exit criteria". */
function withId(label: string, gate: Gate, id: string): string {
  const own = gate.stage ?? gate.phase;
  return label.replace(/(\p{L} ?#?)(\d[\w.]*)/u, (all, word, number) => (number === own ? `${word}${id}` : all));
}

/** A list that begins with 1, and a box that is open. */
function openBox(lead: string): string {
  return lead.replace(/\[[^\]]\]/, '[ ]').replace(/[☑☒✅✓]/u, '☐');
}

/** A row in which only the condition stands; a number counts from 1. */
function rowWith(
  words: Wording,
  source: Source,
  cell: { readonly start: number },
  line: { readonly start: number; readonly end: number },
): Wording {
  const cells = source.text.slice(line.start, line.end).split('|');
  const own = source.text.slice(line.start, cell.start).split('|').length - 1;
  return joined(
    ...cells.flatMap((text, index): (Wording | string)[] => {
      const bar = index === 0 ? [] : ['|'];
      if (index === 0 || (index === cells.length - 1 && text.trim() === '')) return [...bar, text.trim()];
      if (index === own) return [...bar, ' ', words, ' '];
      return [...bar, /^\s*\d+\s*$/.test(text) ? ' 1 ' : '  '];
    }),
  );
}

/** What a new condition says until somebody writes it: the test command of the repository, else a placeholder that stays flagged. */
export function firstCondition(project: Project): Wording {
  const test = project.commands.find(({ purpose }) => purpose === 'test');
  return wording(test ? `\`${test.text}\` exits 0` : 'TBD: what must be observably true', 'all');
}

/** What a condition says in the place of a task: what its outcome shows. */
export function firstOutcome(project: Project): Wording {
  const test = project.commands.find(({ purpose }) => purpose === 'test')?.text ?? 'npm test';
  return joined('`', wording(test, 'all'), '` shows ', wording('0 failures', 'all'));
}
