import type { DocumentFacts, Place, Unit } from '../model.ts';
import type { Settings } from '../settings.ts';
import { lineAt, lineSpan, type Source } from '../source.ts';
import { readBlocks } from './blocks.ts';
import { readDocument } from './document.ts';
import type { Outline, Passage } from './outline.ts';
import { toOutline } from './outlineWalk.ts';
import { isLegend } from './status.ts';
import { codeLetters, readUnitName } from './unitName.ts';

/** What one line of a document was taken for, and why, or why for nothing. */
export interface LineReading {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
  /** `phase 2`, `task`, `gate item` …; null where the line was not taken for anything. */
  readonly taken: string | null;
  /** The reason in a few words; empty where `taken` says it all. */
  readonly why: string;
}

/** Says of every line that is not blank what it was taken for, and why, or why for nothing. */
export function explainReading(source: Source, settings: Settings): readonly LineReading[] {
  const taken = takenLines(readDocument(source, settings), source);
  const untaken = /\.ya?ml$/i.test(source.path) ? new Map<number, string>() : reasons(source);
  return source.lineStarts.flatMap((_, line) => {
    const span = lineSpan(source, line);
    const text = source.text.slice(span.start, span.end);
    if (text.trim() === '') return [];
    const what = taken.get(line);
    const why = untaken.get(line) ?? '';
    return [{ line: line + 1, text, taken: what ? what.join('; ') : null, why: what ? '' : why || 'nothing the plan knows' }];
  });
}

function takenLines(facts: DocumentFacts, source: Source): ReadonlyMap<number, readonly string[]> {
  const lines = new Map<number, string[]>();
  const add = (at: Place | null | undefined, what: string) => {
    if (!at) return;
    const line = lineAt(source, at.start);
    const known = lines.get(line);
    if (known) known.push(what);
    else lines.set(line, [what]);
  };
  const whose = (fact: { readonly phase: string | null; readonly stage?: string | null }) =>
    fact.stage ? ` of stage ${fact.stage}` : fact.phase ? ` of phase ${fact.phase}` : '';
  const unit = (kind: string, one: Unit) => {
    add(one.at, `defines ${kind} ${one.id}${one.title === null ? '' : `, "${one.title}"`}`);
    for (const mention of one.mentions) add(mention, `names ${kind} ${one.id} again`);
    for (const [index, status] of [one.status, ...one.otherStatuses].entries()) {
      if (status)
        add(status.at, `status of ${kind} ${one.id}: ${status.status} ("${status.text}")${index === 0 ? '' : ', weighs less'}`);
    }
    for (const reference of one.dependsOn) add(reference.at, `${kind} ${one.id} depends on ${reference.id}`);
  };
  for (const phase of facts.phases) unit('phase', phase);
  for (const stage of facts.stages) unit('stage', stage);
  for (const entry of facts.scope) {
    const prose = entry.glob === null ? 'prose, not checkable' : `\`${entry.glob}\``;
    add(entry.at, `${entry.mode === 'in' ? 'scope' : 'out of scope'}${whose(entry)}: ${prose}`);
  }
  for (const gate of facts.gates) {
    add(gate.at, `gate${whose(gate)} (${gate.kind}), ${gate.items.length} conditions`);
    for (const item of gate.items) add(item.at, 'condition of the gate');
    if (gate.result) add(gate.result.at, `result of the gate: ${gate.result.outcome}`);
  }
  for (const gate of facts.emptyGates) add(gate.at, 'gate without a condition');
  for (const task of facts.tasks) add(task.at, `task${whose(task)}, ${task.status}`);
  for (const check of facts.checklist) {
    add(check.at, `manual test${whose(check)}`);
    if (check.commandAt) add({ path: source.path, ...check.commandAt }, 'its command');
    if (check.expectedAt) add({ path: source.path, ...check.expectedAt }, 'what it expects');
    if (check.result) add(check.result.at, `its result: ${check.result.outcome}`);
  }
  for (const one of facts.evidence)
    add(one.at, one.kind === 'none' ? `empty place for evidence${whose(one)}` : `evidence${whose(one)} (${one.kind})`);
  for (const signoff of facts.signoffs) add(signoff.at, `sign-off${whose(signoff)}: ${signoff.outcome}`);
  for (const attempt of facts.attempts) add(attempt.at, `gate attempt ${attempt.number}${whose(attempt)}: ${attempt.outcome}`);
  for (const deferral of facts.deferred) add(deferral.at, `deferred${deferral.to ? ` to phase ${deferral.to}` : ''}`);
  for (const disable of facts.disables) add(disable.at, 'hides findings');
  for (const problem of facts.problems) add(problem.at, `problem: ${problem.message}`);
  return lines;
}

/** Why lines of Markdown are taken for nothing, by 0-based line. */
function reasons(source: Source): ReadonlyMap<number, string> {
  const blocks = readBlocks(source);
  const outline = toOutline(blocks, null, codeLetters(source.text));
  const why = new Map<number, string>();
  const mark = (start: number, end: number, words: string) => {
    for (let line = lineAt(source, start); line <= lineAt(source, Math.max(start, end - 1)); line += 1)
      if (!why.has(line)) why.set(line, words);
  };
  for (const passage of outline.passages)
    if (passage.block.type !== 'front-matter') mark(passage.block.start, passage.block.end, ofPassage(passage, outline));
  for (const block of blocks) {
    if (block.type === 'heading') mark(block.start, block.end, ofHeading(block.text.text, outline, block.start));
    else if (block.type === 'comment') mark(block.start, block.end, 'HTML: never read');
    else if (block.type === 'rule') mark(block.start, block.end, 'a rule between sections');
    else if (block.type === 'front-matter') mark(block.start, block.end, 'front matter: no key that the plan knows');
  }
  return why;
}

function ofHeading(text: string, outline: Outline, start: number): string {
  const section = outline.sections.find((one) => one.heading?.start === start);
  if (section?.announced)
    return `announces ${topicWords[section.announced.topic.role] ?? section.announced.topic.role}, but nothing of it follows`;
  const name = readUnitName(text);
  if (name) return `mentions ${name.kind} ${name.id}; it is defined elsewhere`;
  return 'names no phase or stage and announces no part of a plan';
}

function ofPassage(passage: Passage, outline: Outline): string {
  const { block, announced, label } = passage;
  const under = passage.section.plain === '' ? 'at the top of the document' : `under "${passage.section.plain}"`;
  const role = announced ? (topicWords[announced.topic.role] ?? announced.topic.role) : null;
  if (block.type === 'fence') return block.fenced ? 'inside a code fence: never read' : 'indented like code: never read';
  if (label?.topic?.role === 'status' && isLegend(label.value)) return 'a legend: it lists the words of a status, it states none';
  if (label?.topic) return `a label of ${topicWords[label.topic.role] ?? label.topic.role}`;
  if (block.type === 'table') return `a table ${under} whose columns say nothing of phases, tasks, gates or evidence`;
  if (block.type === 'item') {
    if (block.box && /[?？]\s*$/.test(block.text.text)) return 'a question to oneself is no task';
    if (block.parent && outline.passagesBelow(block.parent).length > 0) return 'a detail of the item above';
    if (block.box) return `a box ${under}${role ? ` (${role})` : ''} is no task`;
    return `a list item ${under}${role ? ` (${role})` : ', where no topic of a plan is announced'}`;
  }
  return `text ${under}`;
}

/** Topics as a person calls them. */
const topicWords: Readonly<Record<string, string>> = {
  gate: 'a gate',
  scope: 'a scope',
  tasks: 'tasks',
  checklist: 'manual tests',
  evidence: 'evidence',
  deferred: 'deferred work',
  signoff: 'a sign-off',
  attempts: 'tries to pass a gate',
  decision: 'a decision',
  reference: 'another phase or document',
  git: 'tags and commits',
  other: 'background',
  depends: 'dependencies',
  estimate: 'a duration',
  status: 'a status',
  'phase-number': 'the phase',
  'phase-name': 'the title',
};
