/**
 * # A manual test that does not say what to expect
 *
 * The test says what to do, but not what one should see. Two people who run it may both be right and come to different results.
 *
 * ## Bad
 *
 * ```markdown
 * - [ ] Start the server
 *   - Command: `npm start`
 * ```
 *
 * ## Good
 *
 * ```markdown
 * - [ ] Start the server
 *   - Command: `npm start`
 *   - Expected: prints "listening on 3000"
 * ```
 *
 * ## What it leaves alone
 *
 * Tests without a command (their title often says what to see), tests that are already passed, and commands whose success is their exit
 * status (`npm test`).
 */
import type { Hit, PlanRule } from '../rule.ts';

/** Commands that check something themselves: to exit with 0 is the expectation. */
const selfChecking = /\b(?:tests?|spec|lint|check|typecheck|build|verify|validate|pytest|tsc|clippy|vet|diff)\b/i;

export const noExpected: PlanRule = {
  id: 'checklist/no-expected',
  scope: 'plan',
  severity: 'information',
  summary: 'A manual test has a command, but does not say what to expect.',
  *check({ plan }): Iterable<Hit> {
    const all = [
      ...plan.checklist,
      ...plan.phases.flatMap((phase) => [...phase.checklist, ...phase.stages.flatMap((stage) => stage.checklist)]),
    ];
    for (const item of all) {
      if (item.form === 'section' || item.command === null || item.expected !== null || !item.commandAt) continue;
      // A command in the title has the words beside it; one on a line of its own wants a line beside it, one in a row has a cell.
      if (item.form === 'item' && item.commandAt.start <= item.at.end) continue;
      if (item.result?.outcome === 'pass' || item.mark === 'done' || selfChecking.test(item.command)) continue;
      yield {
        message: `What should \`${item.command}\` show? Say what to expect: an exit code, a text, a status.`,
        at: { path: item.at.path, ...item.commandAt },
      };
    }
  },
};
