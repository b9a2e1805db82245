import { documentAt } from '../documents.ts';
import type { Edit, Outcome, Phase, Plan } from '../model.ts';
import type { Project } from '../project.ts';
import { changedInScope } from '../proof/freshness.ts';
import type { Refusal } from '../refusal.ts';
import { lineAt } from '../source.ts';
import type { Step } from '../steps/step.ts';
import { stepsOf } from '../steps/steps.ts';
import { artifactPath, artifactText, linkFrom } from './artifact.ts';
import { fillEvidence } from './evidencePlace.ts';
import { recordOutcome } from './record.ts';
import { recordOfCommand } from './severalCommands.ts';
import { type Target, targetsOf } from './target.ts';

/** The step that a person saw: its document may have changed since. */
export interface SeenStep {
  readonly key: string;
  /** Exactly the command that was shown or run; an outcome of another command is no outcome of this step. */
  readonly command?: string | null;
  /** 0-based line on which it stood: it tells steps of the same name apart. */
  readonly line?: number;
}

/**
 * The edits that record the outcome of a step of a phase, found again in the text as it is now; nothing is written on a guess. The output
 * of what passed is linked in the empty place for evidence, too, where the plan has one.
 * @param run what is to be kept in a file of its own, which the outcome then links
 * @param uncommitted paths that differ from the commit of the outcome
 */
export function recordStep(
  project: Project,
  plan: Plan,
  phase: Phase,
  seen: SeenStep,
  said: Outcome,
  { run, uncommitted = [] }: { readonly run?: RunOutput | undefined; readonly uncommitted?: readonly string[] } = {},
): readonly Edit[] | Refusal {
  const step = findStep(project, plan, phase, seen);
  if ('refused' in step) return step;
  // A commit that does not hold what was tried proves nothing: with the day alone, later commits count.
  const isHeld = changedInScope(uncommitted, phase, { plan, settings: project.settings }).length === 0;
  const outcome = isHeld ? said : { ...said, commit: null };
  if (run) return withOutput(project, plan, phase, step, outcome, run);
  return recordFor(project, plan, phase, step, outcome);
}

/** What a run of the command printed, to be kept in a file. */
export interface RunOutput {
  /** The folder it ran in, workspace-relative; empty for the workspace folder itself. */
  readonly folder: string;
  readonly output: string;
  /** Whether a file stands at a workspace-relative path. */
  readonly taken: (path: string) => boolean;
}

/** The file that keeps the output is new: its text is an edit of an empty one. */
function withOutput(project: Project, plan: Plan, phase: Phase, step: Step, outcome: Outcome, run: RunOutput) {
  const { folder, output, taken } = run;
  const path = artifactPath(project.settings.evidence.folder, phase.id, step, outcome.date ?? '', taken);
  if (typeof path !== 'string') return path;
  const edits = recordFor(project, plan, phase, step, { ...outcome, artifact: linkFrom(step.at.path, path) });
  if ('refused' in edits) return edits;
  const text = artifactText({ ...outcome, date: outcome.date ?? '', command: step.command ?? '', folder, output });
  return [{ path, start: 0, end: 0, text }, ...edits];
}

function recordFor(project: Project, plan: Plan, phase: Phase, step: Step, outcome: Outcome): readonly Edit[] | Refusal {
  const source = project.sources.get(step.at.path);
  const facts = documentAt(project.documents, step.at.path);
  const target = facts && targetsOf(facts).find((one) => isOf(one, step));
  if (!source || !facts || !target) return { refused: `${step.at.path} could not be read, so nothing can be written into it.` };
  const commands = stepsOf(project, plan, phase)
    .filter((one) => isOf(target, one))
    .flatMap(({ command }) => command ?? []);
  const before = target.kind === 'condition' ? target.item.result : undefined;
  const own = recordOfCommand(outcome, before, step.command ?? '', target.kind === 'condition' ? commands : []);
  const edits = recordOutcome(source, facts, target, own.outcome, project.settings, own.isWhole);
  if ('refused' in edits || outcome.artifact === null || outcome.outcome !== 'pass') return edits;
  return [...edits, ...fillEvidence(project, plan, phase, step, outcome.artifact)];
}

function findStep(project: Project, plan: Plan, phase: Phase, seen: SeenStep): Step | Refusal {
  const steps = stepsOf(project, plan, phase);
  const name = nameOf(seen.key);
  const named = steps.filter(({ key }) => nameOf(key) === name);
  // Steps of one name are told apart by their command, then by where they stand; nothing is recorded on a guess.
  const ofCommand = seen.command === undefined ? named : named.filter(({ command }) => command === seen.command);
  const [first] = ofCommand;
  const one = first !== undefined && ofCommand.every(({ at }) => at.path === first.at.path && at.start === first.at.start);
  const there = one || seen.line === undefined ? ofCommand : ofCommand.filter(({ at }) => lineOf(project, at) === seen.line);
  const step = there.find(({ key }) => key === seen.key) ?? (there.length === 1 || one ? there[0] : undefined);
  if (!step && named.length > 0 && ofCommand.length === 0) return { refused: otherCommand };
  if (!step) return { refused: named.length === 0 ? gone : several };
  return step;
}

const otherCommand = 'The command of this step is another one by now, so the outcome is none of its own. Go through it again.';
const gone = 'This step is no longer in the plan: it was renamed, moved to another phase or taken out meanwhile.';
const several =
  'Several steps have this name, and the document has changed meanwhile. Look which one it was, and record it again.';

/** A key without its last number, which counts steps of the same name. */
function nameOf(key: string): string {
  return key.replace(/#\d{1,6}$/, '');
}

function lineOf({ sources }: Project, { path, start }: Step['at']): number | undefined {
  const source = sources.get(path);
  return source && lineAt(source, start);
}

function isOf(target: Target, step: Step): boolean {
  if (target.kind !== step.kind) return false;
  return target.kind === 'test'
    ? target.check.at.start === step.at.start && target.check.title === step.title
    : target.item.at.start === step.at.start && target.item.text === step.title;
}
