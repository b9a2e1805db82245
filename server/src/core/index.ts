/** The one door of the core: everything outside imports only this. */
export { allowPath, type NewException } from './allowPath.ts';
export { completionsAt } from './complete/complete.ts';
export type { Completion, Completions } from './complete/completion.ts';
export { deferWork, type Put } from './fixes/deferWork.ts';
export { applyEdits, editsTogether } from './fixes/edits.ts';
export { type Blank, blanksOf, fillIn, withoutOptional } from './fixes/fillIn.ts';
export { fixAll, fixAllOf, type ManyFixed } from './fixes/fixAll.ts';
export { fixesOf, mends, titlesOf } from './fixes/offered.ts';
export { snippetsOf } from './fixes/snippet.ts';
export { globProblem, matcherOf } from './glob.ts';
export type { Card } from './hover/card.ts';
export { hoverAt } from './hover/hover.ts';
export { toMarkdown, toPlainText } from './hover/toMarkdown.ts';
export { type InlayHint, type InlayHints, inlayHintsIn } from './inlay/inlayHints.ts';
export { lookedAt } from './lookedAt.ts';
export type * from './model.ts';
export {
  definitionsOf,
  type FoundName,
  nameAt,
  sameNames,
  sameNamesIn,
  titleAt,
} from './navigate/find.ts';
export { type Fold, foldsOf } from './navigate/folds.ts';
export { type Link, linksOf } from './navigate/links.ts';
export { type Name, namesIn } from './navigate/names.ts';
export { type NameToken, nameTokens } from './navigate/nameTokens.ts';
export { type PlanSymbol, planSymbols } from './navigate/planSymbols.ts';
export { type Agreement, agreementOf } from './navigate/sameNames.ts';
export { selectionAt } from './navigate/selection.ts';
export {
  type PathReport,
  type PathsReport,
  pathVerdict,
  type ScopeSummary,
  toPathReport,
  toPathsReport,
  type VerdictCounts,
  verdicts,
} from './pathsReport.ts';
export { pinPhase } from './pinPhase.ts';
export { type NoCurrent, noCurrent } from './plan/noCurrent.ts';
export { tagTest } from './plan/phaseTags.ts';
export { planOf } from './plan/plan.ts';
export { gatesThatWait } from './plan/waiting.ts';
export { type KeyWords, type PlanKey, planKeys } from './planKeys.ts';
export { type FileText, Project } from './project.ts';
export type { History, HistoryQuestions } from './proof/history.ts';
export { readDocument } from './read/document.ts';
export { explainReading, type LineReading } from './read/explain.ts';
export { artifactPath, artifactText, type KeptRun, linkFrom } from './record/artifact.ts';
export { recordOutcome } from './record/record.ts';
export { type RunOutput as KeptOutput, recordStep, type SeenStep } from './record/recordStep.ts';
export { type Target, targetsOf } from './record/target.ts';
export type { Refusal } from './refusal.ts';
export { isDocument, isRelevant, relevantGlobs } from './relevance.ts';
export { type Insertion, insertPhase } from './rename/insertPhase.ts';
export { majorOf, makingRoom, moving, type Numbering, renaming } from './rename/numbering.ts';
export { type Renamable, renamableAt, rename } from './rename/rename.ts';
export { type Renumbering, renumber } from './rename/renumber.ts';
export { type Move, renamePaths } from './renamePaths.ts';
export * from './report.ts';
export { rules } from './rules/index.ts';
export type { RuleHead } from './rules/rule.ts';
export { teaching } from './rules/teaching.ts';
export { phaseOf, type ScopeVerdict, scopeVerdict, type Verdict } from './scope.ts';
export {
  defaultSettings,
  type ReadSettings,
  type ScopeException,
  type Setting,
  type Settings,
  type SettingType,
  settingsPath,
  settingsTable,
} from './settings.ts';
export { moveStatus } from './signoff/moveStatus.ts';
export type { SignoffRecord } from './signoff/record.ts';
export { type NewAttempt, recordAttempt } from './signoff/recordAttempt.ts';
export { signOff } from './signoff/signOff.ts';
export { type SignoffState, signoffState } from './signoff/state.ts';
export { tagNameProblem } from './signoff/tagName.ts';
export { type TagOffer, tagOffer } from './signoff/tagOffer.ts';
export { lineAt, lineEndOf, lineSpan, offsetAt, type Position, positionAt, type Source, toSource } from './source.ts';
export { type Comparison, compare, type Matches, type RunOutput } from './steps/compare.ts';
export { decidable, type Expectation, wordsOfExpectation } from './steps/expectation.ts';
export { toStepReport } from './steps/report.ts';
export { type Standing, type Step, type StepRun, standingOf } from './steps/step.ts';
export { earlierSteps, stepsOf } from './steps/steps.ts';
export { suggestGlobs } from './suggestGlobs.ts';
export { addStage } from './templates/addStage.ts';
export { addTest } from './templates/addTest.ts';
export { createPlan, type PlanFolder, templates } from './templates/index.ts';
export { editBetween } from './textEdit.ts';
export { toGateReport } from './verdict/report.ts';
export { type GateVerdict, gateVerdict, type RequirementId } from './verdict/verdict.ts';
