import type { Edit } from '../model.ts';
import { noCurrent } from '../plan/noCurrent.ts';
import type { Project } from '../project.ts';
import type { Refusal } from '../refusal.ts';
import { settingsPath } from '../settings.ts';
import { gateDiscipline } from './gateDiscipline.ts';
import { groundOf } from './ground.ts';
import { oneFile } from './oneFile.ts';
import { phaseDocuments } from './phaseDocuments.ts';
import { readinessTracker } from './readinessTracker.ts';
import { stagedPhases } from './stagedPhases.ts';
import type { Template } from './template.ts';

/** The ways of working for which there are new documents, the simplest first. */
export const templates: readonly Template[] = [oneFile, phaseDocuments, readinessTracker, stagedPhases, gateDiscipline];

/** What a surface knows of the folder that a new plan is made in. */
export interface PlanFolder {
  /** Names of what stands directly in it. */
  readonly names: readonly string[];
  /** Whether a path is taken. */
  readonly exists: (path: string) => boolean;
}

/**
 * The new files of a plan, each as one edit of an empty text whose stops are what a person is to write; the first file is the one to
 * begin with. A file that exists is never touched; where every phase of the plan that is there is finished, the next plan stands beside it.
 */
export function createPlan(project: Project, id: string, { names, exists }: PlanFolder): readonly Edit[] | Refusal {
  const template = templates.find((one) => one.id === id);
  if (!template) return { refused: `There is no template ${id}; there are ${templates.map((one) => one.id).join(', ')}.` };
  // What is configured already stays as it is.
  const wanted = template.files(groundOf(project, names)).filter(({ path }) => path !== settingsPath || !exists(path));
  const [only] = wanted;
  const files = only && wanted.length === 1 && isFinished(project) ? [{ ...only, path: freePath(only.path, exists) }] : wanted;
  const taken = files.map(({ path }) => path).filter(exists);
  if (taken.length > 0) {
    const [are, them] = taken.length === 1 ? ['exists', 'it'] : ['exist', 'them'];
    return {
      refused: `${taken.join(', ')} ${are} already, and nothing was written. Move ${them}, or choose another way of working.`,
    };
  }
  return files.map(({ path, text: { text, stops } }) => ({ path, start: 0, end: 0, text, stops }));
}

function isFinished({ plans, settings }: Project): boolean {
  return (
    plans.some(({ phases }) => phases.length > 0) &&
    plans.every((plan) => !plan.current && noCurrent(plan, settings.phase)?.why !== 'pinned')
  );
}

/** `docs/plan.md`, or `docs/plan-2.md` where that is taken. */
function freePath(path: string, exists: (path: string) => boolean): string {
  for (let number = 2, free = path; ; number += 1) {
    if (!exists(free)) return free;
    free = path.replace(/(?=\.md$)/, `-${number}`);
  }
}
