import type { Project } from '../project.ts';
import { toRangeReport } from '../report.ts';
import type { StepReport } from '../reportTypes.ts';
import { decidable, wordsOfExpectation } from './expectation.ts';
import { type Step, standingOf } from './step.ts';

/** A step as other programs rely on it: a path and a 1-based range. */
export function toStepReport(step: Step, { sources }: Project): StepReport {
  const { key, kind, title, id, command, expected, expectation, outcome, stale, at, phase, stage, gate } = step;
  return {
    key,
    kind,
    title,
    id,
    command,
    expected,
    expectation,
    decidable: decidable(expectation),
    compared: wordsOfExpectation(expectation),
    standing: standingOf(step),
    outcome: outcome?.outcome ?? null,
    note: outcome?.note ?? null,
    stale: stale !== null,
    changed: stale?.paths ?? [],
    path: at.path,
    ...toRangeReport(at, sources),
    phase,
    stage,
    gate,
  };
}
