import type { Phase, Place, Stage, Task } from '../model.ts';
import type { Project } from '../project.ts';

/** A phase, stage or task that somebody may look for by its words. */
export interface PlanSymbol {
  readonly kind: 'phase' | 'stage' | 'task';
  readonly name: string;
  /** What it is part of, for people: "Phase 2: Seats". */
  readonly within: string | null;
  readonly at: Place;
}

/**
 * Phases, stages and tasks whose number, id or title holds the letters of a query in their order; the nearest first.
 * @param most how many are wanted
 */
export function planSymbols(project: Project, query: string, most: number): readonly PlanSymbol[] {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  const found: { readonly symbol: PlanSymbol; readonly weight: number }[] = [];
  const put = (symbol: PlanSymbol) => {
    const weight = weigh(symbol.name.toLowerCase(), wanted);
    if (weight !== undefined) found.push({ symbol, weight });
  };
  for (const plan of project.plans) {
    for (const phase of plan.phases) {
      const within = nameOf('Phase', phase);
      put({ kind: 'phase', name: within, within: plan.title, at: phase.source });
      for (const stage of phase.stages) putStage(stage, within, put);
      for (const task of phase.tasks) putTask(task, within, put);
    }
    for (const stage of plan.stages) putStage(stage, plan.title, put);
    for (const task of plan.tasks) putTask(task, plan.title, put);
  }
  return found
    .sort((a, b) => a.weight - b.weight)
    .slice(0, most)
    .map(({ symbol }) => symbol);
}

function putStage(stage: Stage, within: string, put: (symbol: PlanSymbol) => void): void {
  const name = nameOf('Stage', stage);
  put({ kind: 'stage', name, within, at: stage.source });
  for (const task of stage.tasks) putTask(task, `${within} · ${name}`, put);
}

function putTask({ id, title, at }: Task, within: string, put: (symbol: PlanSymbol) => void): void {
  if (id !== null) put({ kind: 'task', name: `${id} ${title}`, within, at });
}

function nameOf(word: string, { id, title }: Phase | Stage): string {
  return title === null ? `${word} ${id}` : `${word} ${id}: ${title}`;
}

/** How far a name is from what is looked for: 0 begins with it; undefined where letters are missing. */
function weigh(name: string, wanted: string): number | undefined {
  const bare = name.replace(/\s+/g, '');
  const at = bare.indexOf(wanted);
  if (at >= 0) return at === 0 ? 0 : 1;
  let from = 0;
  for (const letter of wanted) {
    from = bare.indexOf(letter, from) + 1;
    if (from === 0) return undefined;
  }
  return 2;
}
