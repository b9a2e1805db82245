import type { CheckResult, Outcome } from '../model.ts';
import { readOutcome } from '../outcomeText.ts';
import { kept, none } from '../share.ts';
import type { YamlEntry, YamlNode } from '../yaml.ts';
import { dayIn } from './evidence.ts';
import { targetsIn } from './evidenceTargets.ts';
import { type Fields, fieldOf, fieldsOf, listOf, toWords, type Words, wordsOf } from './yamlFields.ts';
import { toUnitId, type Where, type YamlReading } from './yamlReading.ts';

/** Whether a key announces manual tests; each of them is a map with a command or what to expect. */
export function isChecklist(key: string, value: YamlNode): boolean {
  if (!/^(?:manual_)?(?:checklist|checks|tests|testing|verification|test_checklist|test_cases)$|^(?:uat|smoke_tests?)$/.test(key))
    return false;
  return (
    value.kind === 'list' &&
    value.items.some((item) => item.kind === 'map' && fieldOf(fieldsOf(item), [...commandNames, ...expectedNames]) !== undefined)
  );
}

const commandNames = ['command', 'cmd', 'run'];
const expectedNames = ['expected', 'expect', 'expected_result', 'expected_output'];

/** Reads manual tests: `- {title, command, expected, result}`. */
export function readChecklist(reading: YamlReading, { value }: YamlEntry, where: Where): void {
  if (value.kind !== 'list') return;
  for (const item of value.items) {
    const fields = item.kind === 'map' ? fieldsOf(item) : new Map<string, YamlEntry>();
    const title =
      item.kind === 'map' ? wordsOf(fields, ['title', 'description', 'name', 'item', 'test', 'step', 'command']) : toWords(item);
    if (!title) continue;
    const command = wordsOf(fields, commandNames);
    const expected = wordsOf(fields, expectedNames);
    reading.facts.checklist.push({
      id: wordsOf(fields, ['id'])?.text ?? null,
      title: title.text,
      command: command?.text ?? null,
      commandAt: command?.at ?? null,
      expected: expected?.text ?? null,
      expectedAt: expected?.at ?? null,
      result: resultOf(reading, fields),
      // Nothing is written into YAML: a result in words (`pass (2026-03-01): took 3 s`) would break it.
      resultAt: null,
      form: 'row',
      at: reading.line(item.span),
      extent: item.span,
      mark: null,
      markAt: null,
      phase: phaseOf(where),
      stage: where.stage,
    });
  }
}

/** What is recorded for a test or condition: `result: pass (2026-03-01, Ada)`, or `status: passed` with a note beside it. */
export function resultOf(reading: YamlReading, fields: Fields): CheckResult | null {
  const words = wordsOf(fields, ['result', 'outcome', 'status']);
  const outcome = words && (readOutcome(words.text, words.text, 'yaml') ?? bare(words.text));
  if (!words || !outcome) return null;
  // A bare word has its note beside it; what was recorded with its date has it within.
  const beside = outcome.date === null ? wordsOf(fields, ['note', 'notes', 'comment'])?.text : undefined;
  return { ...outcome, note: outcome.note ?? beside ?? null, at: reading.place(words.at) };
}

function bare(words: string): Outcome | null {
  return /^done$/i.test(words) ? readOutcome('pass', 'pass', 'yaml') : null;
}

/** Reads work that moved to a later phase: `deferred: [{task, to}]`. */
export function readDeferred(reading: YamlReading, { value }: YamlEntry, where: Where): void {
  for (const { text, at, node } of listOf(value)) {
    const fields = node.kind === 'map' ? fieldsOf(node) : undefined;
    const to = fields && wordsOf(fields, ['to', 'to_phase', 'deferred_to', 'moved_to', 'target', 'phase']);
    const title = (fields && wordsOf(fields, ['title', 'task', 'item', 'name', 'description'])?.text) ?? text;
    reading.facts.deferred.push({ text: title, to: to ? toUnitId(to.text) : null, at: reading.line(at), phase: phaseOf(where) });
  }
}

/** Reads the tries to pass the gate of a phase: `gate_attempts: [{attempt, outcome, date, by, commit, note, failed, fix}]`. */
export function readAttempts(reading: YamlReading, fields: Fields, where: Where): void {
  const list = fields.get('gate_attempts')?.value;
  for (const [index, item] of list?.kind === 'list' ? list.items.entries() : []) {
    const own = item.kind === 'map' ? fieldsOf(item) : undefined;
    const outcome = own && /^(pass|fail)/i.exec(wordsOf(own, ['outcome', 'result'])?.text ?? '')?.[1]?.toLowerCase();
    if (!own || !outcome) continue;
    const said = (...names: string[]) => wordsOf(own, names)?.text ?? null;
    const failed = listOf(own.get('failed')?.value).map(({ text, node }) => {
      const step = node.kind === 'map' ? fieldsOf(node) : undefined;
      return { step: (step && wordsOf(step, ['step'])?.text) ?? text, note: (step && wordsOf(step, ['note'])?.text) ?? null };
    });
    reading.facts.attempts.push({
      number: Number(/^\d{1,4}$/.exec(said('attempt', 'number') ?? '')?.[0] ?? index + 1),
      outcome: outcome === 'pass' ? 'pass' : 'fail',
      date: said('date', 'on', 'at'),
      actor: said('by', 'actor'),
      commit: said('commit', 'sha'),
      note: said('note', 'notes'),
      failed,
      fix: said('fix', 'fixed'),
      at: reading.line(item.span),
      phase: phaseOf(where),
    });
  }
}

/** Reads a record of approval: `signoff: {by, date, decision}` or `approved_by` beside `approved_at`. */
export function readSignoff(reading: YamlReading, fields: Fields, where: Where): void {
  const entry = fieldOf(fields, ['signoff', 'sign_off', 'approval', 'approvals']);
  const records = entry?.value.kind === 'list' ? entry.value.items : entry ? [entry.value] : [];
  for (const record of records) if (record.kind === 'map') push(fieldsOf(record), undefined);
  const by = wordsOf(fields, ['approved_by', 'signed_off_by']);
  if (by) push(fields, by);

  function push(record: Fields, named: Words | undefined): void {
    const actor =
      named ?? wordsOf(record, ['by', 'actor', 'approved_by', 'signed_off_by', 'reviewer', 'approver', 'name', 'user']);
    const decision = named ? undefined : wordsOf(record, ['decision', 'outcome', 'status', 'result', 'verdict']);
    const date = wordsOf(
      record,
      named
        ? ['approved_at', 'approved_on', 'signed_off_at', 'signed_off_on']
        : ['date', 'at', 'on', 'approved_at', 'signed_at', 'timestamp'],
    );
    const at = actor ?? decision ?? date;
    if (!at) return;
    const outcome = /reject|no-?go|fail|denied/i.test(decision?.text ?? '')
      ? 'rejected'
      : decision && !/approv|sign|go|pass|done|yes|accept/i.test(decision.text)
        ? 'pending'
        : actor || decision
          ? 'approved'
          : 'pending';
    reading.facts.signoffs.push({
      outcome,
      actor: actor?.text ?? null,
      role: wordsOf(record, ['role'])?.text ?? null,
      date: date?.text ?? null,
      correlationId: wordsOf(record, ['correlation_id', 'reference'])?.text ?? null,
      commit: wordsOf(record, ['commit', 'sha', 'revision'])?.text ?? null,
      evidence: listOf(record.get('evidence')?.value).map(({ text }) => text),
      override: wordsOf(record, ['override', 'override_reason', 'waiver'])?.text ?? null,
      at: reading.line(at.at),
      phase: phaseOf(where),
    });
  }
}

/** Reads what proves a task or phase, under `evidence` or the like; a map of lists names the kinds. */
export function readEvidence(reading: YamlReading, fields: Fields, where: Where, item: string | null): readonly string[] {
  const value = fieldOf(fields, ['evidence', 'proof', 'evidence_links', 'test_evidence'])?.value;
  if (!value) return none;
  const parts =
    value.kind === 'map'
      ? [...fieldsOf(value)].flatMap(([name, entry]) => listOf(entry.value).map((words) => ({ name, ...words })))
      : listOf(value).map((words) => ({ name: '', ...words }));
  for (const { name, text, at } of parts) {
    const phase = where.phase ? toUnitId(where.phase.text) : null;
    reading.facts.evidence.push({
      kind: evidenceKind(name, text),
      item,
      value: text,
      targets: kept(targetsIn(text, at, reading.source)),
      date: dayIn(text),
      at: reading.place(at),
      phase,
      stage: where.stage,
    });
  }
  return parts.map(({ text }) => text);
}

function evidenceKind(name: string, text: string) {
  if (/^https?:/.test(text)) return 'link';
  if (/test/.test(name)) return 'test';
  if (/commit|sha/.test(name) || /^[0-9a-f]{7,40}$/.test(text)) return 'commit';
  if (/arte?i?fact|file|output/.test(name)) return 'artifact';
  if (/doc/.test(name) || /\.(?:md|rst|adoc)(?:#.*)?$/.test(text)) return 'document';
  return /^[\w./-]+\.\w{1,6}$/.test(text) ? 'artifact' : 'text';
}

function phaseOf(where: Where): string | null {
  return where.phase ? toUnitId(where.phase.text) : null;
}
