import type { DocumentFacts, Phase, Plan, Stage, Task } from '../model.ts';
import type { Standing } from '../proof/standing.ts';
import { noFacts } from '../read/document.ts';
import { planRules } from '../rules/index.ts';
import type { PlanRule } from '../rules/rule.ts';

/**
 * How much of a plan a rule has to see at once. It is run over pieces of that size, and again only over pieces in which something is
 * different. A rule sees nothing but its piece, so what it found holds as long as the piece does.
 */
export type Slice =
  /** One phase without its tasks, and which phase is the current one. */
  | 'phase'
  /** A phase that has no gate, where it is defined, and the first phase of the plan that has one. */
  | 'gateless phase'
  /** What belongs to no phase. */
  | 'rest'
  /** The heads of all phases: number, title, status, dependencies. */
  | 'sequence'
  /** All tasks that belong to no phase, and all phases. */
  | 'unplaced tasks'
  /** All places that name one task. */
  | 'task'
  /** All tasks that wait for something. */
  | 'dependencies'
  /** The tasks of one document that wait for something, and what they wait for. */
  | 'references'
  /** The phases and stages that one document names. */
  | 'units of a document'
  /** The tasks of one document. */
  | 'tasks of a document'
  /** All documents that announce gates without conditions, and all phases. */
  | 'announcing documents'
  /** The phases that are signed off, and the documents that say something else than before. */
  | 'signed off'
  /** The edited files and the whole plan. */
  | 'touched'
  /** The scopes of all phases, and the files of the folder. */
  | 'scopes'
  /** The same, for rules that look at the text of a scope, too. */
  | 'scope texts'
  /** What proves that one phase is through, or what belongs to none, how it stands in its plan, and the files of the folder. */
  | 'proof'
  /** Everything: what a rule sees that is not named here. */
  | 'whole';

const slices: Readonly<Record<string, readonly Slice[]>> = {
  'sequence/started-early': ['sequence'],
  'sequence/dependency-cycle': ['sequence', 'dependencies'],
  'sequence/unknown-reference': ['sequence', 'references'],
  'status/contradiction': ['phase', 'task'],
  'status/illegal-jump': ['units of a document', 'tasks of a document'],
  'status/changed-after-signoff': ['signed off'],
  'evidence/done-without-evidence': ['phase', 'rest'],
  'evidence/broken-link': ['proof'],
  'evidence/stale': ['proof'],
  'evidence/tick-without-record': ['proof'],
  'structure/missing-gate': ['gateless phase', 'phase', 'rest'],
  'structure/empty-gate': ['announcing documents'],
  'structure/duplicate-phase': ['units of a document'],
  'checklist/no-expected': ['phase', 'rest'],
  'tasks/unknown-phase': ['unplaced tasks'],
  'tasks/duplicate-id': ['tasks of a document'],
  'scope/out-of-scope': ['touched'],
  'scope/prose-only': ['phase'],
  'scope/matches-nothing': ['scope texts'],
  'scope/overlap': ['scopes'],
  'scope/unowned': ['scopes'],
  'scope/hidden': ['scopes'],
  'scope/locked-files': ['scopes'],
  'scope/too-wide': ['scopes'],
  'scope/not-read': ['scopes'],
};

const bySlice = new Map<Slice, PlanRule[]>();
for (const rule of planRules) {
  for (const slice of slices[rule.id] ?? (['whole'] as const)) {
    const known = bySlice.get(slice);
    if (known) known.push(rule);
    else bySlice.set(slice, [rule]);
  }
}

/** The rules that are run over pieces of a size. */
export function rulesOver(slice: Slice): readonly PlanRule[] {
  return bySlice.get(slice) ?? [];
}

/** What a rule sees of a plan. */
export interface View {
  readonly plan: Plan;
  readonly documents: readonly DocumentFacts[];
  /** How the only phase stands in its plan. */
  readonly standing?: Standing;
}

const nothing = { phases: [], gates: [], checklist: [], tasks: [], stages: [], evidence: [], deferred: [] } as const;

/** Some phases of a plan and nothing else of it. */
export function phaseView(plan: Plan, phases: readonly Phase[], documents: readonly DocumentFacts[] = []): View {
  return { plan: { title: plan.title, documents: plan.documents, current: plan.current, ...nothing, phases }, documents };
}

/** The scopes of a plan, and of each phase no more than what says how far it is. */
export function scopeView(plan: Plan): View {
  const bare = plan.phases.map((phase) => ({ ...phase, ...unseen }));
  return phaseView(plan, bare);
}

/** Whether two plans have the same scopes, in phases that are equally far. */
export function sameScopes(a: Plan, b: Plan): boolean {
  if (a.current?.phase !== b.current?.phase || a.documents !== b.documents || a.phases.length !== b.phases.length) return false;
  return a.phases.every((phase, index) => {
    const other = b.phases[index];
    return phase === other || (!!other && scopeParts.every((part) => phase[part] === other[part]));
  });
}

/** What a rule over scopes does not see of a phase. */
const unseen = {
  statement: null,
  statements: [],
  mentions: [],
  dependsOn: [],
  estimate: null,
  stages: [],
  gates: [],
  tasks: [],
  checklist: [],
  evidence: [],
  signoffs: [],
  attempts: [],
  deferred: [],
} as const;
const scopeParts = ['scope', 'id', 'title', 'status', 'derived', 'tag'] as const;

/** What a rule over proof does not look at. */
const noProof = { statements: [], mentions: [], dependsOn: [], estimate: null, tasks: [], deferred: [] } as const;

/** What proves that a phase is through: its evidence, gates and manual tests, with what says how far it is. */
export function proofView(plan: Plan, phase: Phase, standing: Standing): View {
  const stages = phase.stages.map((stage) => ({ ...stage, tasks: [], mentions: [] }));
  return { ...phaseView(plan, [{ ...phase, ...noProof, stages }]), standing };
}

/** Whether two phases have the same proof and are equally far. */
export function sameProof(a: Phase, b: Phase): boolean {
  return (
    a === b || keys(a).every((key) => a[key] === b[key] || key in noProof || (key === 'stages' && isSameBut(a.stages, b.stages)))
  );
}

/** Whether what belongs to no phase has the same proof in two plans. */
export function sameLooseProof(a: Plan, b: Plan): boolean {
  return loose.every((part) => a[part] === b[part]) && isSameBut(a.stages, b.stages);
}

const loose = ['gates', 'checklist', 'evidence'] as const;

/** Stages that differ in nothing but tasks and mentions. */
function isSameBut(a: readonly Stage[], b: readonly Stage[]): boolean {
  return (
    a === b ||
    (a.length === b.length &&
      a.every((stage, index) => {
        const other = b[index];
        return (
          stage === other ||
          (!!other && keys(stage).every((key) => stage[key] === other[key] || key === 'tasks' || key === 'mentions'))
        );
      }))
  );
}

function keys<T extends object>(one: T): readonly (keyof T)[] {
  return Object.keys(one) as (keyof T)[];
}

/** What belongs to no phase. */
export function restView(plan: Plan): View {
  return { plan: { ...plan, phases: [] }, documents: [] };
}

/** What one document says of units, or of tasks, and nothing else. */
export function documentView(
  plan: Plan,
  { path, kind, ...facts }: Partial<DocumentFacts> & Pick<DocumentFacts, 'path' | 'kind'>,
): View {
  const documents = [{ ...noFacts(path), kind, ...facts }];
  return { plan: { title: plan.title, documents: plan.documents, current: plan.current, ...nothing }, documents };
}

/** Tasks of some documents and nothing else. */
export function taskView(plan: Plan, tasks: Iterable<readonly [path: string, tasks: readonly Task[]]>): View {
  const documents: DocumentFacts[] = [];
  for (const [path, own] of tasks) documents.push({ ...noFacts(path), kind: 'tasks', tasks: own });
  return { plan: { title: plan.title, documents: plan.documents, current: plan.current, ...nothing }, documents };
}
