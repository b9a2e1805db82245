import type { GateKind } from '../model.ts';
import { readLabel } from './label.ts';
import type { Section } from './outline.ts';
import { readUnitName, type UnitName } from './unitName.ts';
import { type Topic, topicOfHeading, topicOfLabel } from './vocabulary.ts';

/** The unit a heading is about; a unit that is only mentioned in passing is none. */
export function acceptedName(plain: string): UnitName | null {
  const name = readUnitName(plain);
  if (!name?.leads) return null;
  return name.lead.split(/\s+/).length > 6 ? null : name;
}

/** What a heading announces beside the unit that it names. */
export function topicOf(plain: string, unit: UnitName | null): Topic | undefined {
  if (!unit) return topicOfHeading(plain) ?? gateBefore(plain);
  const tail = (unit.tail ?? '').replace(outcome, '');
  if (unit.strength === 'weak') return topicOfHeading(tail) ?? gateBefore(tail);
  // "Phase 2 — Exit criteria" announces a gate; "Phase 6: Verification" and "Phase 8: Launch readiness" are titles.
  const topic = topicOfLabel(tail);
  return topic?.role === 'gate' && !titles.has(topic.kind) ? topic : undefined;
}

/** Kinds of gates whose sections only group the conditions: "Functional", "Performance". */
const grouped = new Set<GateKind>(['exit', 'acceptance', 'success', 'completion', 'dod', 'entry']);

export function groupsCriteria(parent: Section | null): boolean {
  const announced = parent?.level === 1 ? null : parent?.announced;
  return announced?.topic.role === 'gate' && !announced.inherited && grouped.has(announced.topic.kind);
}

/** Below the title "Phase gates" what stands directly below a phase is its gate; below "Manual test plan" it is tested. */
export function isAboutAll(parent: Section | null): boolean {
  const role = parent?.announced?.topic.role;
  return parent?.level === 1 && (role === 'gate' || role === 'checklist') && parent.unit === null;
}

/** A title may name the project beside the gate: "Sawmill — Phase gates". */
export function gateInTitle(plain: string, unit: UnitName | null): Topic | undefined {
  if (unit) return undefined;
  const topics = plain.split(/ [—–|:-] |: /, 3).map((part) => topicOfLabel(part));
  return topics.find((topic) => topic?.role === 'gate');
}

/** The gate that a heading names before a colon: "Gate: 12 boards are cut", "Exit gate: safety". */
function gateBefore(plain: string): Topic | undefined {
  const label = readLabel(plain);
  return label?.topic?.role === 'gate' ? label.topic : undefined;
}

/** What a heading says behind the name of a gate: "Phase 2 gate ✅ PASSED". */
const outcome = /(?<=\b(?:gate|criteria|checklist)\W{1,9})(?:passed|met|cleared|failed|pending|open)\W{0,9}$/i;

/** What a heading announces that names a gate by its number. */
export const gate: Topic = { role: 'gate', kind: 'gate' };

/** Kinds of gates whose names are also what phases are about. */
const titles = new Set<GateKind>(['verification', 'checkpoint', 'readiness']);

/** Below "Go/No-Go checklist" the sections "Rollback plan" and "Smoke test" are parts of the gate; "Smoke test checklist" is a list of its own. */
export function staysGate(kind: GateKind, topic: Topic | undefined, plain: string): boolean {
  if (kind !== 'go-no-go' && kind !== 'readiness') return false;
  if (topic?.role === 'checklist') return !/checklist/i.test(plain);
  return topic?.role === 'tasks' || topic?.role === 'evidence' || topic?.role === 'other';
}

/** A label "Precondition:" in a test plan says what a test needs, "Verify:" what to look at. */
export function isPartOfTest(topic: Topic): boolean {
  return topic.role === 'gate' && (topic.kind === 'entry' || topic.kind === 'verification');
}

/** In a test plan the sections "Tasks", "Verification", "Pre-flight" and "Acceptance matrix" hold tests like the others. */
export function staysChecklist(topic: Topic | undefined, plain = ''): boolean {
  if (topic?.role !== 'gate') return topic?.role === 'tasks';
  if (topic.kind === 'entry') return /pre-?flight|pre-?conditions?/i.test(plain);
  if (topic.kind === 'acceptance') return /\b(?:matrix|tests?|scenarios?|run)\W{0,9}$/i.test(plain);
  return topic.kind === 'verification' || topic.kind === 'checkpoint';
}
