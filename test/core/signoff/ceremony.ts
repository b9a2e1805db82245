import {
  applyEdits,
  type Edit,
  gateVerdict,
  type Phase,
  type Plan,
  Project,
  phaseOf,
  type SignoffRecord,
  signOff,
} from '../../../server/src/core/index.ts';

/** A small folder, and what is done in it: each step answers with the folder after it. */
export interface Ceremony {
  readonly project: Project;
  readonly plan: Plan;
  readonly phase: Phase;
  readonly text: (path?: string) => string;
  /** The folder after some edits. */
  readonly after: (edits: readonly Edit[] | { readonly refused: string }) => Ceremony;
}

export function ceremony(files: Readonly<Record<string, string>> | string, id = '1', tags?: readonly string[]): Ceremony {
  const all = typeof files === 'string' ? { 'docs/plan.md': files } : files;
  return about(
    Project.empty
      .with(Object.entries(all).map(([path, text]) => ({ path, text })))
      .tagged(tags)
      .on('2026-03-01'),
    id,
  );
}

function about(project: Project, id: string): Ceremony {
  const plan = project.plans.find((one) => phaseOf(one, id));
  const phase = plan && phaseOf(plan, id);
  if (!plan || !phase) throw new Error(`No phase ${id}`);
  return {
    project,
    plan,
    phase,
    text: (path = [...project.sources.keys()][0] ?? '') => project.sources.get(path)?.text ?? '',
    after: (edits) => {
      if ('refused' in edits) throw new Error(edits.refused);
      const paths = [...new Set(edits.map(({ path }) => path))];
      const changed = paths.map((path) => ({ path, text: applyEdits(path, project.sources.get(path)?.text ?? '', edits) }));
      return about(project.with(changed), id);
    },
  };
}

/** Who signs, where a test does not say otherwise. */
export const ada: SignoffRecord = {
  actor: 'Ada Marsh',
  role: null,
  date: '2026-03-01',
  commit: '1a2b3c4',
  correlationId: null,
  evidence: [],
  override: null,
};

/** Signs the phase off with the verdict as it is. */
export function signed(at: Ceremony, record: Partial<SignoffRecord> = {}): readonly Edit[] | { readonly refused: string } {
  return signOff(at.project, at.plan, at.phase, { ...ada, ...record }, gateVerdict(at.project, at.plan, at.phase));
}

/** The lines of a text that another one does not have. */
export function newLines(before: string, after: string): readonly string[] {
  const had = before.split(/\r?\n/);
  return after.split(/\r?\n/).filter((line) => line !== '' && !had.includes(line));
}
