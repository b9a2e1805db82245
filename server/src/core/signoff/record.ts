import type { Phase } from '../model.ts';
import { folderOf, joined } from '../proof/relativePath.ts';
import type { SignoffFields, SignoffKey } from '../read/signoffWords.ts';
import type { GateVerdict } from '../verdict/verdict.ts';

/** What a person signs with. */
export interface SignoffRecord {
  readonly actor: string;
  /** In what role, where the plan asks for one. */
  readonly role: string | null;
  /** ISO date, from the surface's clock: the core has none. */
  readonly date: string;
  readonly commit: string | null;
  /** Null: one is made of phase, date and commit. */
  readonly correlationId: string | null;
  /** Paths and links; empty: what the plan records for the phase. */
  readonly evidence: readonly string[];
  /** Why it is signed although the verdict is red; null for a green one. */
  readonly override: string | null;
}

/** The names under which a person reads it, where a document has none of its own. */
export const labelOf: Readonly<Record<SignoffKey, string>> = {
  actor: 'Approved by',
  role: 'Role',
  date: 'Date',
  commit: 'Commit',
  correlation: 'Correlation ID',
  evidence: 'Evidence',
  override: 'Override',
  unmet: 'Not met',
};

/** A record as the words that are written: one line each, nothing hidden in them. */
export function toFields(record: SignoffRecord, verdict: GateVerdict): SignoffFields {
  const { phase } = verdict;
  const unmet = verdict.requirements.filter(({ state }) => state === 'fail' || state === 'not-run').map(({ text }) => text);
  const evidence = (record.evidence.length > 0 ? record.evidence : evidenceOf(phase)).map(toCode);
  const overridden = record.override !== null && !verdict.pass;
  const words: readonly (readonly [SignoffKey, string | null])[] = [
    ['actor', record.actor],
    ['role', record.role],
    ['date', record.date],
    ['commit', record.commit],
    ['correlation', record.correlationId ?? correlationId(phase, record)],
    ['evidence', evidence.join(', ')],
    ['override', overridden ? record.override : null],
    ['unmet', overridden ? unmet.join('; ') : null],
  ];
  return new Map(words.flatMap(([key, text]) => (text === null || oneLine(text) === '' ? [] : [[key, oneLine(text)] as const])));
}

/** `phase-2-2026-03-01-1a2b3c4`: the same sign-off gets the same id everywhere, and another one another. */
function correlationId({ id }: Phase, { date, commit }: SignoffRecord): string {
  return ['phase', id, date, commit?.slice(0, 12)]
    .filter(Boolean)
    .join('-')
    .replace(/[^\w.-]+/g, '-');
}

/** Further evidence is to be found beside what it proves. */
const mostEvidence = 12;

/** What the plan records for a phase: files by their paths in the folder, commits, addresses. */
function evidenceOf(phase: Phase): readonly string[] {
  const all = [...phase.evidence, ...phase.stages.flatMap((stage) => stage.evidence)];
  const targets = all.flatMap(({ targets: own, at }) =>
    own.map(({ kind, form, value }) =>
      kind === 'file' && form === 'link' ? (joined(folderOf(at.path), value) ?? value) : value,
    ),
  );
  return [...new Set(targets.filter((value) => value !== ''))].slice(0, mostEvidence);
}

/** A path as code, so that nothing in it is markup. */
function toCode(value: string): string {
  return /^[^\s`,]+$/.test(value) && !/^https?:/.test(value) ? `\`${value}\`` : value;
}

/** Words on one line, without characters that nobody sees, and without the beginning of a comment. */
export function oneLine(text: string): string {
  const words = text.replace(/[\s\p{Cc}\p{Cf}]+/gu, (found) => (/[\s\p{Cc}]/u.test(found) ? ' ' : '')).trim();
  return words.replaceAll('<!--', '<! --');
}
