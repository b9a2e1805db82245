/**
 * # Done, says who?
 *
 * Something is completed, implemented, validated, identified, addressed, and there is nothing to look at.
 *
 * **Why it matters.** It reports that somebody was busy. Another engineer has no artifact and no check to decide by.
 *
 * - Bad: `Load figures recorded`
 * - Good: `` `docs/baseline.md` lists p95 latency and error rate for each endpoint ``
 *
 * **What to write instead.** The file, screen, row or command output by which one sees that it is done.
 *
 * **Not flagged.** Events of the running system ("invalid transitions rejected", "token stored in an httpOnly cookie"), things whose
 * presence is seen by looking ("Git tag created", "column `owner_id` added"), and anything with a file, command or figure.
 */
import { asideIn } from '../../gate/enumerations.ts';
import { appendWords, replaceAll, wordsAt } from '../../gate/fixes.ts';
import type { Clause, GateLine, Word } from '../../gate/gateLine.ts';
import { canBeSeen, evidenceIn, headOf, isComponent, outweighed } from '../../gate/settle.ts';
import { ARTIFACTS, NAMED_ROLES, PLACES, UNNAMED_PEOPLE, UNNAMED_SUBJECTS } from '../../gate/vocabulary/things.ts';
import {
  ALSO_AT_RUNTIME,
  AT_RUNTIME,
  BY_THE_SYSTEM,
  HANDED_OVER,
  MACHINES,
  MAYBE_WORK,
  PUTS_THERE,
  STATES_OF_WORK,
  STRICT,
  WITH_PEOPLE,
  WORK,
} from '../../gate/vocabulary/work.ts';
import { isAdjective, isAdverb, isPreposition } from '../../gate/wordClasses.ts';
import { inCondition } from '../../gate/words.ts';
import type { Span } from '../../model.ts';
import type { GateRule } from '../rule.ts';

export const bareDone: GateRule = {
  id: 'gate/bare-done',
  summary: 'Done, with nothing to look at.',
  scope: 'gate',
  severity: 'hint',
  category: 'no-observable',
  check: (line) => {
    const span = findDone(line);
    if (!span) return undefined;
    const words = wordsAt(line, span);
    return {
      start: span.start,
      end: span.end,
      message: `"${words}": how would somebody else see this? Point to the file, the screen or the command that shows it.`,
      fixes: [
        appendWords('Point to what shows it', line, ' — see `«docs/evidence.md»`'),
        replaceAll('Say what a file contains', line, '`«docs/result.md»` contains «one row per item»'),
      ],
    };
  },
};

const FAULTS =
  /^(?:blockers?|bugs?|defects?|errors?|findings?|issues?|problems?|p0s?|p1s?|vulnerabilit(?:y|ies)|cves?|items?|tickets?|failures?)$/;
/** "Duplicates are removed", "errors logged": what a running system does, not what somebody has done. */
function isEvent(clause: Clause): boolean {
  const { kind, lemma } = clause.predicate;
  const present = kind === 'passive' && !clause.words.some((word) => word.text === 'been');
  return (
    (AT_RUNTIME.has(headOf(clause.subject)?.text ?? '') && !WITH_PEOPLE.has(lemma)) ||
    (present && BY_THE_SYSTEM.has(lemma) && !UNNAMED_DATA.has(headOf(clause.subject)?.text ?? ''))
  );
}

function findDone(line: GateLine): Span | undefined {
  for (let c = 0; c < line.clauses.length; c++) {
    const clause = line.clauses[c];
    if (!clause || outweighed(line, c)) continue;
    // "StageStore fully implemented": the name is there early, and when it is full is the question.
    const full =
      isComponent(clause, line.text) && evidenceIn(line, c).length === 1 && clause.words.some((word) => FULL.test(word.text));
    if (canBeSeen(line, c) && !full) continue;
    if (full && clause.predicate.lemma === 'implement') return clause.words[clause.predicate.end - 1];
    const span = doneIn(clause);
    // "Handbook set (INSTALL, UPGRADE, RESTORE) is in place": which things have to be there is listed.
    const listed = clause.asides.some((word) => word.text === ',') && asideIn(clause.asides) !== undefined;
    if (span && !(listed && THERE.test(line.text.slice(span.start, span.end)))) return span;
  }
  return undefined;
}

function doneIn(clause: Clause): Span | undefined {
  const { predicate, words, rest } = clause;
  const verb = words[predicate.end - 1];
  if (
    !verb ||
    /^(?:no|zero|none|nothing)$/.test(clause.subject[0]?.text ?? '') ||
    predicate.modal === 'not' ||
    predicate.modal === 'can' ||
    predicate.modal === 'cannot' ||
    predicate.modal === 'never'
  )
    return undefined;
  const span = { start: verb.start, end: verb.end };
  // "All tasks marked done": the mark is seen.
  if (
    /^(?:marked|flagged|ticked|checked)$/.test(words[predicate.start - 1]?.text ?? '') ||
    /^(?:mark|flag)$/.test(predicate.lemma)
  )
    return undefined;
  if (predicate.kind === 'state' && predicate.lemma === 'up' && rest[0]?.text === 'to')
    return { start: verb.start, end: rest[1]?.end ?? verb.end };
  // "Monitoring active": an activity, and nothing of what it does.
  if (predicate.kind === 'state' && predicate.lemma === 'active' && /\wing$/.test(headOf(clause.subject)?.text ?? ''))
    return span;
  if (predicate.kind === 'state')
    return (STATES_OF_WORK.has(predicate.lemma) &&
      !((rest.length > 0 || isArtifact(clause.subject)) && /^(?:accessible|available|live|ready)$/.test(predicate.lemma))) ||
      predicate.lemma === 'in place'
      ? { start: words[predicate.start]?.start ?? verb.start, end: verb.end }
      : undefined;
  if (predicate.kind === 'be') return beDone(clause);
  if (predicate.kind !== 'passive' && predicate.kind !== 'participle') return undefined;
  if (inCondition(words, predicate.end - 1)) return undefined;
  // "delivered with sensible defaults": to whom, and how would they see it?
  if (predicate.lemma === 'deliver' && rest[0]?.text === 'with') return span;
  if (isPlaced(predicate.lemma, rest)) return undefined;
  // "Files verified to exist": what was looked for is said.
  if (/^(?:verify|confirm|check|validate|test)$/.test(predicate.lemma) && rest[0]?.text === 'to' && rest[1]?.text !== 'work')
    return undefined;
  if (HANDED_OVER.has(predicate.lemma) && rest[0]?.text === 'to' && rest.length < 4) return span;
  const runtime = AT_RUNTIME.has(headOf(clause.subject)?.text ?? '') && (rest.length > 0 || predicate.lemma === 'record');
  // "Critical findings resolved" counts what is left open: none.
  if (
    /^(?:resolve|fix|close|mitigate|address)$/.test(predicate.lemma) &&
    clause.subject.some((word) => /^(?:critical|high|blocker|blockers|blocking|p0|p1|sev1|severity)$/i.test(word.text)) &&
    clause.subject.some((word) => FAULTS.test(word.text))
  )
    return undefined;
  if (bySomebody(predicate.lemma, rest)) return undefined;
  if (PUTS_THERE.has(predicate.lemma) && isArtifact(clause.subject)) return undefined;
  // "`Store` interface implemented": a name one can search for.
  if (
    /^(?:implement|create|add|build|introduce)$/.test(predicate.lemma) &&
    clause.subject.some((word) => word.kind === 'code' || (word.kind === 'name' && !/^[A-Z]\d+$/.test(word.text)))
  )
    return undefined;
  if (WORK.has(predicate.lemma)) return runtime ? undefined : span;
  // "All wizard features replicated": whatever was done to all of them.
  const whole = /^(?:all|every)$/.test(clause.subject[0]?.text ?? '') && WHOLES.has(headOf(clause.subject)?.text ?? '');
  if (whole && predicate.kind === 'participle' && rest.length === 0) return span;
  if (!MAYBE_WORK.has(predicate.lemma) || isEvent(clause)) return undefined;
  if (STRICT.has(predicate.lemma) && isArtifact(clause.subject)) return undefined;
  // "Dashboard created for capacity planning", "pipelines updated to use the cache": what it was done for is not seen.
  const purpose = rest[0]?.text === 'for' || (rest[0]?.text === 'to' && rest[1]?.verb?.form === 'base');
  if (purpose && predicate.kind === 'participle' && rest.every((word) => word.kind === 'word' || word.kind === 'mark'))
    return span;
  return rest.every((word) => word.kind === 'mark' || IDLE.test(word.text) || isGeneric(word.text)) ? span : undefined;
}

/** "Metrics are collected": which ones? */
const UNNAMED_DATA = new Set([
  'metrics',
  'statistics',
  'data',
  'information',
  'analytics',
  'usage',
  'performance',
  'trends',
  'insights',
  'feedback',
  'activity',
  'kpis',
]);

const WHOLES = new Set([
  'features',
  'functionality',
  'requirements',
  'capabilities',
  'components',
  'aspects',
  'areas',
  'parts',
  'modules',
]);

const FULL = /^(?:fully|completely|complete|finished|done)$/;

const THERE = /^(?:in place|available|live|accessible)$/i;

/** "for all key components": whatever it is done for. */
function isGeneric(word: string): boolean {
  return UNNAMED_SUBJECTS.has(word) && !isPreposition(word);
}

/** Words behind a verb that add nothing to be seen: "deployed and running", "configured properly". */
const IDLE =
  /ly$|^(?:and|or|live|for|all|each|every|services?|modules?|components?|accessible|functional|operational|available|new|throughout|everywhere|code|codes|target|environments?|use|the|errors?|teams?|features?|pages?|across|over|time|with|evidence|rationale|justification|examples?|details?|trade-offs)$|ed$|ing$/;

const DONE = /^(?:complete|done|finished|operational|functional|feature-complete)$/;

function isRowWord(word: string): boolean {
  return /^(?:all|now|current|up-to-date|both)$/.test(word) || isAdjective(word);
}

/** "is complete", "are in place", "is operational". */
function beDone(clause: Clause): Span | undefined {
  const word = clause.rest.find(
    (candidate) =>
      candidate.kind === 'word' && !candidate.text.endsWith('ly') && candidate.text !== 'all' && candidate.text !== 'now',
  );
  if (!word) return undefined;
  if (word.text === 'up' && clause.rest[1]?.text === 'to') return { start: word.start, end: clause.rest[2]?.end ?? word.end };
  if (word.text === 'in' && clause.rest.some((next) => next.text === 'place'))
    return { start: word.start, end: clause.rest.at(-1)?.end ?? word.end };
  const last = clause.rest.at(-1);
  if (/^(?:available|accessible|live)$/.test(word.text))
    return last === word &&
      !isArtifact(clause.subject) &&
      clause.subject.every((part) => part.kind === 'word' || part.kind === 'mark') &&
      clause.predicate.modal === undefined
      ? { start: word.start, end: word.end }
      : undefined;
  // "is current and complete": any of a row.
  const done = clause.rest.find((next) => DONE.test(next.text));
  const before = done ? clause.rest.slice(0, clause.rest.indexOf(done)) : [];
  return done && before.every((next) => next.text === 'and' || next.text === ',' || isAdverb(next.text) || isRowWord(next.text))
    ? { start: done.start, end: done.end }
    : undefined;
}

/** "published to npm", "recorded in the changelog": a place somebody can look at. */
function isPlaced(lemma: string, rest: readonly Word[]): boolean {
  // "handled in order of arrival", "validated per field": how a running system does it.
  if (
    ALSO_AT_RUNTIME.has(lemma) &&
    !(/^(?:verify|validate)$/.test(lemma) && PLACES.has(rest[1]?.text ?? '')) &&
    /^(?:in|within|per|by|via|through|from|with)$/.test(rest[0]?.text ?? '') &&
    !/^(?:all|every|the|both)$/.test(rest[1]?.text ?? '')
  )
    return true;
  if (/^(?:wire|wire-up|map|connect|migrate)$/.test(lemma) && rest.some((word) => word.text === 'to' || word.text === 'into'))
    return true;
  // "verified before processing", "validated on save": an event with its moment.
  if (
    /^(?:verify|validate|check|test|record|review|handle|cover|resolve)$/.test(lemma) &&
    (/^(?:before|on|when|against|via|per|server-side|after|whenever|upon|until)$/.test(rest[0]?.text ?? '') ||
      rest.some((word, i) => word.text === 'before' && rest[i + 1]?.text.endsWith('ing') === true)) &&
    !rest.some((word) => MACHINES.has(word.text)) &&
    !(rest[0]?.text === 'on' && PLACES.has(rest[1]?.text ?? ''))
  )
    return true;
  const at = rest.findIndex((word) => /^(?:in|into|to|on|at|as|under)$/.test(word.text));
  return (
    !/^(?:test|validate|verify|confirm)$/.test(lemma) &&
    at >= 0 &&
    rest.slice(at + 1).some((word) => PLACES.has(word.text) || word.capital)
  );
}

/** Each of the things named: "error handling and headers" are not seen by looking, although headers are. */
function isArtifact(subject: readonly Word[]): boolean {
  // "All routes implemented": which ones?
  if (/^(?:all|every|any)$/.test(subject[0]?.text ?? '')) return false;
  const ends = subject.flatMap((word, i) => (word.text === 'and' && i > 0 ? [subject.slice(0, i)] : []));
  return [...ends, subject].every((part) => ARTIFACTS.has(headOf(part)?.text ?? ''));
}

/** "approved by the QA lead": one can ask. */
function bySomebody(lemma: string, rest: readonly Word[]): boolean {
  const at = rest.findIndex((word) => word.text === 'by');
  return (
    at >= 0 &&
    /^(?:approve|sign-off|review|accept|verify|confirm|agree|ratify|validate)$/.test(lemma) &&
    rest.slice(at + 1).some((word) => NAMED_ROLES.has(word.text) || word.capital) &&
    !UNNAMED_PEOPLE.has(rest.at(-1)?.text ?? '')
  );
}
