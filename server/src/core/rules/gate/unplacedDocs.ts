/**
 * # Documentation, somewhere
 *
 * Something is documented or a document is updated, but the line says neither where it is nor what it contains.
 *
 * **Why it matters.** Any edit to any file fulfils it. Whoever needs the rollback plan at night has to find it first.
 *
 * - Bad: `Documentation updated`
 * - Good: `README has a section "Rollback" with the command for each service`
 *
 * **What to write instead.** The file and the section, or the questions the document has to answer.
 *
 * **Not flagged.** A named file ("documented in `BENCHMARKS.md`", "README has a Setup section"), a link, and a list of what the document
 * contains.
 */
import { appendWords, replaceAll, wordsAt } from '../../gate/fixes.ts';
import type { Clause, GateLine, Word } from '../../gate/gateLine.ts';
import { asideTells, evidenceIn, explained, hasAny, headOf, isCodeSubject, outweighed } from '../../gate/settle.ts';
import { setOf } from '../../gate/vocabulary/inflect.ts';
import { DOC_NOUNS, DOC_PARTICIPLES, PLACES } from '../../gate/vocabulary/things.ts';
import type { Span } from '../../model.ts';
import type { GateRule } from '../rule.ts';

export const unplacedDocs: GateRule = {
  id: 'gate/unplaced-docs',
  summary: 'Documentation without a place or content.',
  scope: 'gate',
  severity: 'warning',
  category: 'no-observable',
  check: (line) => {
    const span = findDocs(line);
    if (!span) return undefined;
    return {
      start: span.start,
      end: span.end,
      message: `"${wordsAt(line, span)}": in which file, under which heading? Name the place, or what a reader finds there.`,
      fixes: [
        appendWords('Say where', line, ' in `«README.md»`, section "«Setup»"'),
        replaceAll('Say which section exists', line, '`«README.md»` has a section "«Setup»"'),
      ],
    };
  },
};

const DOCUMENTED = setOf(
  'document write describe record capture draft outline summarize note catalog inventory specify define update refresh complete create finalize finalise revise do publish add prepare produce deliver',
);
const VERBS_OF_WRITING = setOf('document describe outline summarize catalog draft');

function findDocs(line: GateLine): Span | undefined {
  for (let c = 0; c < line.clauses.length; c++) {
    const clause = line.clauses[c];
    if (!clause || explained(line, c) || outweighed(line, c) || isPlaced(line, clause, c)) continue;
    const { predicate } = clause;
    if (
      predicate.kind === 'active' &&
      ALL_DOCS.has(headOf(clause.subject)?.text ?? '') &&
      TELLING.has(predicate.lemma) &&
      !hasAny(line, c)
    ) {
      const docs = headOf(clause.subject);
      const told = clause.words[predicate.end - 1];
      if (docs && told) return { start: Math.min(docs.start, told.start), end: told.end };
    }
    const done = predicate.kind === 'passive' || predicate.kind === 'participle' || predicate.kind === 'state';
    const verb = clause.words.slice(predicate.start, predicate.end).at(-1);
    if (done && verb && VERBS_OF_WRITING.has(predicate.lemma)) return { start: verb.start, end: verb.end };
    const head = headOf(clause.subject);
    const noun = head && isDocument(head) ? head : undefined;
    if (!done || !verb || !noun || !(DOCUMENTED.has(predicate.lemma) || DOC_PARTICIPLES.has(verb.text))) continue;
    return { start: Math.min(noun.start, verb.start), end: verb.end };
  }
  return undefined;
}

/** "The docs explain …": all of them, and none that could be opened. */
const ALL_DOCS = setOf('docs doc documentation documents');
const TELLING = setOf('explain describe cover document reflect match outline detail clarify capture mention address exist');

/** Documents of which a repository has one. */
const FILED = setOf(
  'readme runbook changelog wiki adr adrs spec openapi swagger faq handbook glossary roadmap code contributing',
);

function isDocument(word: Word): boolean {
  return DOC_NOUNS.has(word.text) && word.text !== 'table' && word.text !== 'tables';
}

/** The place or the content is given. Code in front of the verb is what the document is about, unless it is the document itself. */
function isPlaced(line: GateLine, clause: Clause, index: number): boolean {
  if (isCodeSubject(clause)) return true;
  const verbEnd = clause.words[clause.predicate.end - 1]?.end ?? clause.start;
  if (
    evidenceIn(line, index).some(
      (thing) => thing.kind !== 'list' && (thing.start >= verbEnd || thing.kind === 'name' || thing.kind === 'link'),
    )
  )
    return true;
  if (
    evidenceIn(line, index).some((thing) => thing.kind === 'aside') &&
    (asideTells(clause) || clause.asides.some((word) => word.text === ','))
  )
    return true;
  const { rest } = clause;
  // "README updated with install steps": one file, and what it says.
  if (FILED.has(headOf(clause.subject)?.text ?? '') && rest.some((word) => /^(?:with|including)$/.test(word.text))) return true;
  // "Checklist created with the path of each file": one document, and what it says.
  if (
    !ALL_DOCS.has(headOf(clause.subject)?.text ?? '') &&
    rest[0]?.text === 'with' &&
    rest.length > 2 &&
    !VERBS_OF_WRITING.has(clause.predicate.lemma)
  )
    return true;
  const at = rest.findIndex((word) => /^(?:in|into|to|on|at|under|within|inside)$/.test(word.text));
  if (at >= 0 && rest.slice(at + 1).some((word) => PLACES.has(word.text) || FILED.has(word.text) || word.capital)) return true;
  return (
    rest.some((word) => /^(?:with|including|covering|listing|containing|showing|explaining|describing)$/.test(word.text)) &&
    hasAny(line, index)
  );
}
