import { realpathSync } from 'node:fs';
import { type Phase, type Plan, type Project, phaseOf, planOf, type Step, stepsOf } from '../core/index.ts';
import { hostOf } from './openProject.ts';
import type { Root } from './paths.ts';

/** The gate whose commands are run. */
export interface Scene {
  readonly root: Root;
  readonly project: Project;
  readonly plan: Plan;
  readonly phase: Phase;
}

/** Why a command may not start although somebody agreed to it: its document or the folder is not what was shown any more. */
export async function whyNotNow(step: Step, folder: string, { root, project }: Scene): Promise<string | null> {
  const { path } = step.at;
  try {
    if (realpathSync(root.folder) !== folder) return 'the folder is another one now';
    // Fails for a document that has become a link out of the folder.
    root.toPathFrom(root.folder, path);
  } catch {
    return 'the folder or the document is not there any more';
  }
  const read = await hostOf(root).read(path);
  if (!('text' in read)) return `${path} cannot be read any more`;
  if (read.text === project.sources.get(path)?.text) return null;
  const now = project.with([{ path, text: read.text }]);
  const plan = planOf(now.plans, path);
  const phase = plan && step.phase !== null ? phaseOf(plan, step.phase) : plan?.phases[0];
  const there = plan && phase && stepsOf(now, plan, phase).find(({ key }) => key === step.key);
  return there?.command === step.command && there.expected === step.expected ? null : `${path} changed after it was shown`;
}
