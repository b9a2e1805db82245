/**
 * # Tests nobody can name
 *
 * Tests, a suite, coverage or checks are the condition, but the line does not say which: no command, no file, no count, no subject.
 *
 * **Why it matters.** "Tests pass" is true of an empty suite. Another engineer does not know what to run, and in a year neither do you.
 *
 * - Bad: `All tests pass`
 * - Good: `` `pnpm test` exits 0 ``
 * - Good: `Unit tests for the YAML parser pass`
 * - Good: `All 56 unit tests pass`
 *
 * **What to write instead.** The command with its exit status; or the file, the suite's name, the number of tests, the figure of
 * coverage; or the cases that the tests cover.
 *
 * **Not flagged.** Tests with a command, a file, a count, a percentage, a tool ("Playwright suite passes"), a narrow subject
 * ("billing regression suite passes") or listed cases, lines next to which exactly one test command stands in the same gate, and a suite
 * that the plan defines by its command ("Full suite: `pnpm test`") or that `gates.vocabulary` in `phasewise.yaml` lists.
 */
import { runFixes, shownByFixes, wordsAt } from '../../gate/fixes.ts';
import type { Clause, GateLine } from '../../gate/gateLine.ts';
import { evidenceIn, explained, outweighed } from '../../gate/settle.ts';
import { answeredBySibling } from '../../gate/siblings.ts';
import { readTests } from '../../gate/tests.ts';
import { setOf } from '../../gate/vocabulary/inflect.ts';
import type { Span } from '../../model.ts';
import type { GateRule } from '../rule.ts';

export const unnamedTests: GateRule = {
  id: 'gate/unnamed-tests',
  summary: 'Tests are the condition, but which tests is not said.',
  scope: 'gate',
  severity: 'warning',
  category: 'unnamed-tests',
  check: (line, context) => {
    const span = findUnnamed(line);
    if (!span || answeredBySibling(context, 'test')) return undefined;
    const words = wordsAt(line, span);
    return {
      start: span.start,
      end: span.end,
      message: `"${words}": which tests? Name the command, the suite, the number of tests or the cases they cover.`,
      fixes:
        line.clauses.length > 1 ? shownByFixes(line, context, 'npm test', 'test') : runFixes(line, context, 'npm test', 'test'),
    };
  },
};

function findUnnamed(line: GateLine): Span | undefined {
  for (const [index, clause] of line.clauses.entries()) {
    const span = unnamedIn(clause);
    if (span && !isNamedBeside(line, index, span.end) && !explained(line, index) && !outweighed(line, index)) return span;
  }
  return undefined;
}

/** Only a claim about tests is looked at, or a line that is nothing but the name of tests. */
function unnamedIn(clause: Clause): Span | undefined {
  const tests = readTests(clause);
  // "Tests run before the package is published": when they run is the condition.
  const placed =
    /^(?:run|execute)$/.test(clause.predicate.lemma) &&
    /^(?:before|after|on|in|during|against|offline|headless|headlessly|deterministically|hermetically|non-\w+)$/.test(
      clause.rest[0]?.text ?? '',
    );
  // "Every listed bug has a regression test": whether each has one is seen.
  const each =
    /^(?:every|each)$/.test(clause.words[0]?.text ?? '') &&
    clause.predicate.lemma === 'have' &&
    /^(?:a|an|one|at)$/.test(clause.rest[0]?.text ?? '');
  return tests && !placed && !each && !tests.named && (tests.claimed || clause.predicate.kind === 'none') ? tests : undefined;
}

/**
 * A command, file, figure or tool in the clause names the tests; a list or a count of nought ("no failures") does not, nor does a
 * command that stands for another condition: "suite green + `npm run build`".
 */
function isNamedBeside(line: GateLine, index: number, end: number): boolean {
  if (line.concrete.some((thing) => thing.clause === index && thing.kind === 'number')) return true;
  return evidenceIn(line, index).some((thing) => {
    if (thing.kind === 'zero' || thing.kind === 'list' || thing.kind === 'aside') return false;
    return (
      thing.kind === 'number' ||
      thing.start < end ||
      !line.words.some((word) => word.start >= end && word.end <= thing.start && JOINS.has(word.text))
    );
  });
}

const JOINS = setOf('and + & , plus');
