import { compare, failedParts } from '../core/steps/compare.ts';
import type { Expectation } from '../core/steps/expectation.ts';
import { matches } from './matches.ts';
import type { StepEnd } from './runStep.ts';

/** What came of a run, judged by what was expected. */
export interface Judgement {
  /** `person`: a machine cannot tell; what was ended or stopped is never passed. */
  readonly result: 'pass' | 'fail' | 'person' | 'timeout' | 'stopped';
  /** What failed, each in a few words: "exit code 0", "the output contains `ready`". */
  readonly failed: readonly string[];
}

/** Compares what came with what was expected: the one place where a surface does it. */
export function judge(expectation: Expectation, end: Omit<StepEnd, 'milliseconds'>): Judgement {
  if (end.ended === 'failed-to-start') return { result: 'fail', failed: ['it starts'] };
  const failed = failedParts(expectation, end, matches);
  if (end.ended !== 'exit') return { result: end.ended, failed };
  return { result: compare(expectation, end, matches), failed };
}
