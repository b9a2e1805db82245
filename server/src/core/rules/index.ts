import { noExpected } from './checklist/noExpected.ts';
import { noReason } from './disable/noReason.ts';
import { unusedDisable } from './disable/unused.ts';
import { brokenYaml } from './document/brokenYaml.ts';
import { invalidValue } from './document/invalidValue.ts';
import { notRead } from './document/notRead.ts';
import { unknownKey } from './document/unknownKey.ts';
import { unreadable } from './document/unreadable.ts';
import { brokenLink } from './evidence/brokenLink.ts';
import { doneWithoutEvidence } from './evidence/doneWithoutEvidence.ts';
import { stale } from './evidence/stale.ts';
import { tickWithoutRecord } from './evidence/tickWithoutRecord.ts';
import { gateRules } from './gate/index.ts';
import type { PlanRule, ProblemRule, RuleHead } from './rule.ts';
import { exceptionEnded } from './scope/exceptionEnded.ts';
import { hidden } from './scope/hidden.ts';
import { lockedFiles } from './scope/lockedFiles.ts';
import { matchesNothing } from './scope/matchesNothing.ts';
import { patternNotRead } from './scope/notRead.ts';
import { outOfScope } from './scope/outOfScope.ts';
import { overlap } from './scope/overlap.ts';
import { proseOnly } from './scope/proseOnly.ts';
import { tooWide } from './scope/tooWide.ts';
import { unowned } from './scope/unowned.ts';
import { dependencyCycle } from './sequence/dependencyCycle.ts';
import { startedEarly } from './sequence/startedEarly.ts';
import { unknownReference } from './sequence/unknownReference.ts';
import { changedAfterSignoff } from './status/changedAfterSignoff.ts';
import { contradiction } from './status/contradiction.ts';
import { illegalJump } from './status/illegalJump.ts';
import { duplicatePhase } from './structure/duplicatePhase.ts';
import { emptyGate } from './structure/emptyGate.ts';
import { missingGate } from './structure/missingGate.ts';
import { duplicateId } from './tasks/duplicateId.ts';
import { unknownPhase } from './tasks/unknownPhase.ts';

/** Rules over the whole plan, in the order in which their findings are listed. */
export const planRules: readonly PlanRule[] = [
  startedEarly,
  dependencyCycle,
  unknownReference,
  contradiction,
  illegalJump,
  changedAfterSignoff,
  doneWithoutEvidence,
  brokenLink,
  stale,
  tickWithoutRecord,
  missingGate,
  emptyGate,
  noExpected,
  duplicatePhase,
  unknownPhase,
  duplicateId,
  outOfScope,
  proseOnly,
  matchesNothing,
  hidden,
  tooWide,
  overlap,
  lockedFiles,
  unowned,
  patternNotRead,
];

/** Rules about documents that could not be read as they should. */
export const problemRules: readonly ProblemRule[] = [
  unreadable,
  brokenYaml,
  notRead,
  unknownKey,
  invalidValue,
  exceptionEnded,
  unusedDisable,
  noReason,
];

/** Every rule of the product: the one table from which documentation, schema and `phasewise explain` are generated. */
export const rules: readonly RuleHead[] = [...gateRules, ...planRules, ...problemRules];
