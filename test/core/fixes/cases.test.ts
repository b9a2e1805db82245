import { describe, expect, test } from 'vitest';
import { applyEdits, type Fix, fixesOf, type Project, rules } from '../../../server/src/core/index.ts';
import { caseProject } from '../../support/caseProject.ts';
import { allCases } from '../../support/cases.ts';
import { faultsOf, findingsOf } from './applying.ts';
import { withoutMend } from './withoutMend.ts';

const cases = await Promise.all(
  // A case about what is offered at a place has findings that nobody asked for.
  allCases()
    .filter(({ asked, markers }) => asked.length === 0 || markers.length > 0)
    .map(async (scenario) => {
      const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
      return { name: scenario.name, project: await caseProject(scenario), windows, other: await caseProject(scenario, windows) };
    }),
);

/** What a fix brings about besides, and why that is right. */
const consequences: Readonly<Record<string, readonly string[]>> = {
  // Phase 3 was signed off meanwhile: once phase 2 is taken back, that was too early.
  'status/illegal-jump/cell': ['Back to "Not Started": a new finding: docs/readiness-tracker.md sequence/started-early'],
  // The plan records results from here on.
  'evidence/tick-without-record/quiet': [
    'Record who saw it, and when: a new finding: docs/plan.md evidence/tick-without-record “- [x] Heat oven 1”',
  ],
  // The phase says that it is done: without the tick, something is left open.
  'evidence/tick-without-record/tests': ['Take the tick back: a new finding: docs/plan.md evidence/done-without-evidence'],
  // A test command in the gate names the tests of its neighbour too: the comment there hides nothing any more, and says so.
  'disable/unused/line': ['Name the command that shows it: a new finding: docs/plan.md disable/unused'],
};

/**
 * A gate that is added where there was none says "TBD" until somebody writes its condition, unless the repository has a test command to
 * begin with. The placeholder stays flagged on purpose: a made-up condition would be silent and guard nothing.
 */
function isPlaceholder(fault: string): boolean {
  return /^Add (?:".*" to the (?:phase|stage)|a condition): a new finding: \S+ gate\/placeholder “TBD”$/.test(fault);
}

/** Work that is left to a later phase: the file is still edited until somebody takes the edit back. */
function isLeftForLater(fault: string): boolean {
  return /^Leave it to phase \S+, as a task: the finding is still there: /.test(fault);
}

/** With a folder that has files in it the phase has begun, and a line of its scope that names none shows: it did before, unseen. */
function isBegunNow(fault: string): boolean {
  return /^Add everything below .* a new finding: \S+ scope\/matches-nothing /.test(fault);
}

describe.each(cases)('$name', ({ name, project, windows, other }) => {
  test('each fix leaves the place silent and the rest as it was', () => {
    const faults = findingsOf(project).flatMap((finding) =>
      fixesOf(project, finding).flatMap((fix) => faultsOf(project, finding, fix).map((fault) => `${fix.title}: ${fault}`)),
    );
    expect(
      faults.filter(
        (fault) =>
          !isPlaceholder(fault) &&
          !isLeftForLater(fault) &&
          !isBegunNow(fault) &&
          !consequences[name]?.some((known) => fault.startsWith(known)),
      ),
    ).toEqual([]);
  });

  test('each fix is the same whatever the line ends, and keeps a byte order mark', () => {
    expect(results(other)).toEqual(results(project).map(({ title, texts }) => ({ title, texts: texts.map(windows) })));
  });
});

/** What each fix makes of the documents that it edits. */
function results(project: Project) {
  return findingsOf(project).flatMap((finding) =>
    fixesOf(project, finding).map((fix) => ({ title: fix.title, texts: textsAfter(project, fix) })),
  );
}

function textsAfter(project: Project, { edits }: Fix): readonly string[] {
  // A file that a fix begins has the line ends of its own.
  const there = edits.map(({ path }) => path).filter((path) => project.sources.has(path));
  return [...new Set(there)].map((path) => applyEdits(path, project.sources.get(path)?.text ?? '', edits));
}

test('every rule has a fix in one of its cases, or a reason why it has none', () => {
  const mended = new Set(
    cases.flatMap(({ project }) => findingsOf(project).flatMap((finding) => (mendsOf(project, finding) ? [finding.rule] : []))),
  );
  expect(
    rules
      .map(({ id }) => id)
      .filter((id) => !mended.has(id))
      .sort(),
  ).toEqual(Object.keys(withoutMend).sort());
});

function mendsOf(project: Project, finding: ReturnType<typeof findingsOf>[number]): boolean {
  return fixesOf(project, finding).some(({ title }) => !/with a reason \(/.test(title));
}
