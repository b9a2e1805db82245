import type { Edit } from '../model.ts';
import type { Project } from '../project.ts';
import type { Refusal } from '../refusal.ts';
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
 * begin with. A file that exists is never touched.
 */
export function createPlan(project: Project, id: string, { names, exists }: PlanFolder): readonly Edit[] | Refusal {
  const template = templates.find((one) => one.id === id);
  if (!template) return { refused: `There is no template ${id}; there are ${templates.map((one) => one.id).join(', ')}.` };
  const files = template.files(groundOf(project, names));
  const taken = files.map(({ path }) => path).filter(exists);
  if (taken.length > 0)
    return { refused: `${taken.join(', ')} ${taken.length === 1 ? 'exists' : 'exist'} already, and nothing was written.` };
  return files.map(({ path, text: { text, stops } }) => ({ path, start: 0, end: 0, text, stops }));
}
