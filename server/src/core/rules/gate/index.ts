import type { GateRule } from '../rule.ts';
import { bareDone } from './bareDone.ts';
import { escapeClause } from './escapeClause.ts';
import { loadWithoutNumber } from './loadWithoutNumber.ts';
import { merePromise } from './merePromise.ts';
import { noRegression } from './noRegression.ts';
import { nounPhrase } from './nounPhrase.ts';
import { openEnded } from './openEnded.ts';
import { placeholder } from './placeholder.ts';
import { subjectiveQuality } from './subjectiveQuality.ts';
import { taskNotOutcome } from './taskNotOutcome.ts';
import { unnamedReviewer } from './unnamedReviewer.ts';
import { unnamedTests } from './unnamedTests.ts';
import { unplacedDocs } from './unplacedDocs.ts';
import { unquantified } from './unquantified.ts';
import { vaguePredicate } from './vaguePredicate.ts';

/** The rules for single gate lines, the most telling first: where several fire on the same words, the earlier one is shown. */
export const gateRules: readonly GateRule[] = [
  placeholder,
  escapeClause,
  unnamedTests,
  loadWithoutNumber,
  vaguePredicate,
  noRegression,
  subjectiveQuality,
  unquantified,
  unplacedDocs,
  unnamedReviewer,
  openEnded,
  bareDone,
  taskNotOutcome,
  merePromise,
  nounPhrase,
];
