import type {
  CheckItem,
  Deferral,
  DocumentFacts,
  Evidence,
  Finding,
  Gate,
  Phase,
  Place,
  Plan,
  ScopeEntry,
  Signoff,
  Stage,
  Status,
  Task,
  Unit,
} from './model.ts';
import type { Project } from './project.ts';
import { lineAt, positionAt, type Source } from './source.ts';

/**
 * The JSON shapes that other programs rely on. Lines and columns are 1-based, columns in UTF-16 units, `endColumn` exclusive; paths
 * are workspace-relative with `/`. Fields may be added, none removed.
 */

/** A position range, 1-based, `endColumn` exclusive. */
export interface RangeReport {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Something in a named document. */
export interface Located {
  readonly path: string;
  readonly line: number;
}

export interface StageReport extends Located {
  readonly id: string;
  readonly title: string | null;
  readonly status: Status;
  readonly statusText: string | null;
  readonly phase: string | null;
}

export interface ScopeReport extends Located {
  readonly glob: string | null;
  readonly text: string;
  readonly phase: string | null;
}

export interface GateReport extends Located {
  readonly label: string;
  readonly kind: string;
  readonly phase: string | null;
  readonly stage: string | null;
  readonly items: readonly (Located & { readonly text: string; readonly checked: boolean; readonly mark: string | null })[];
  readonly result: 'pass' | 'fail' | null;
}

export interface TaskReport extends Located {
  readonly id: string | null;
  readonly title: string;
  readonly status: Status;
  readonly phase: string | null;
  readonly stage: string | null;
}

export interface TasksReport {
  readonly total: number;
  readonly done: number;
  readonly items: readonly TaskReport[];
}

export interface CheckItemReport extends Located {
  readonly id: string | null;
  readonly title: string;
  readonly command: string | null;
  readonly expected: string | null;
  readonly phase: string | null;
  readonly stage: string | null;
  readonly checked: boolean;
  readonly result: 'pass' | 'fail' | 'skip' | 'blocked' | null;
  readonly note: string | null;
}

export interface EvidenceReport extends Located {
  readonly kind: string;
  readonly item: string | null;
  readonly value: string;
  readonly phase: string | null;
  readonly stage: string | null;
}

export interface SignoffReport extends Located {
  readonly outcome: string;
  readonly actor: string | null;
  readonly role: string | null;
  readonly date: string | null;
  readonly correlationId: string | null;
  readonly phase: string | null;
}

export interface DeferralReport extends Located {
  readonly text: string;
  readonly to: string | null;
  readonly phase: string | null;
}

/** `phasewise read`. */
export interface ReadReport {
  readonly version: 1;
  readonly path: string;
  readonly kind: string;
  readonly title: string | null;
  readonly phases: readonly (Located & {
    readonly id: string;
    readonly title: string | null;
    readonly status: Status;
    readonly statusText: string | null;
    readonly dependsOn: readonly string[];
    readonly estimate: string | null;
  })[];
  readonly stages: readonly StageReport[];
  readonly scope: { readonly in: readonly ScopeReport[]; readonly out: readonly ScopeReport[] };
  readonly gates: readonly GateReport[];
  readonly tasks: TasksReport;
  readonly checklist: readonly CheckItemReport[];
  readonly evidence: readonly EvidenceReport[];
  readonly signoffs: readonly SignoffReport[];
  readonly deferred: readonly DeferralReport[];
  readonly problems: readonly (Located & { readonly code: string; readonly message: string })[];
}

/** One phase of `phasewise outline`. */
export interface PhaseReport {
  readonly id: string;
  readonly title: string | null;
  readonly status: Status;
  /** What follows from tasks, stages and gates where no status is stated; else the same as `status`. */
  readonly derived: Status;
  readonly statusText: string | null;
  readonly current: boolean;
  readonly dependsOn: readonly string[];
  readonly estimate: string | null;
  readonly source: Located;
  readonly mentions: readonly Located[];
  readonly stages: readonly (StageReport & {
    readonly gates: readonly GateReport[];
    readonly tasks: TasksReport;
    readonly checklist: readonly CheckItemReport[];
    readonly evidence: readonly EvidenceReport[];
  })[];
  readonly scope: { readonly in: readonly ScopeReport[]; readonly out: readonly ScopeReport[] };
  readonly gates: readonly GateReport[];
  readonly tasks: TasksReport;
  readonly checklist: readonly CheckItemReport[];
  readonly evidence: readonly EvidenceReport[];
  readonly signoff: SignoffReport | null;
  readonly deferred: readonly DeferralReport[];
}

/** One plan of `phasewise outline`. */
export interface PlanReport {
  readonly title: string;
  readonly documents: readonly string[];
  readonly current: { readonly phase: string; readonly reason: string; readonly pinned: boolean } | null;
  readonly phases: readonly PhaseReport[];
  /** What holds for every phase or belongs to none. */
  readonly stages: readonly StageReport[];
  readonly gates: readonly GateReport[];
  readonly tasks: TasksReport;
  readonly checklist: readonly CheckItemReport[];
  readonly evidence: readonly EvidenceReport[];
  readonly deferred: readonly DeferralReport[];
}

/** `phasewise outline`. */
export interface OutlineReport {
  readonly version: 1;
  readonly plans: readonly PlanReport[];
}

/** One finding of `phasewise check`. */
export interface FindingReport extends RangeReport {
  readonly path: string;
  readonly rule: string;
  readonly category?: string;
  readonly severity: string;
  readonly message: string;
  readonly docs: string;
  readonly fixes: readonly string[];
  readonly related?: readonly (RangeReport & { readonly path: string; readonly message: string })[];
}

/** Gives the text of a document, to turn offsets into lines. */
export type Sources = ReadonlyMap<string, Source>;

/** What was understood of one document. */
export function toReadReport(facts: DocumentFacts, sources: Sources): ReadReport {
  const report = reporter(sources);
  return {
    version: 1,
    path: facts.path,
    kind: facts.kind,
    title: facts.title,
    phases: facts.phases.map((phase) => ({
      ...report.unit(phase),
      dependsOn: phase.dependsOn.map((reference) => reference.id),
      estimate: phase.estimate,
    })),
    stages: facts.stages.map((stage) => ({ ...report.unit(stage), phase: stage.phase })),
    scope: report.scope(facts.scope),
    gates: facts.gates.map(report.gate),
    tasks: report.tasks(facts.tasks),
    checklist: facts.checklist.map(report.check),
    evidence: filled(facts.evidence).map(report.evidence),
    signoffs: facts.signoffs.map(report.signoff),
    deferred: facts.deferred.map(report.deferral),
    problems: facts.problems.map(({ code, message, at }) => ({ code, message, ...report.at(at) })),
  };
}

/** The whole workspace as plans. */
export function toOutlineReport(project: Project): OutlineReport {
  const report = reporter(project.sources);
  return { version: 1, plans: project.plans.map((plan) => report.plan(plan)) };
}

/** A finding in lines and columns. */
export function toFindingReport(finding: Finding, sources: Sources): FindingReport {
  return {
    path: finding.at.path,
    ...toRangeReport(finding.at, sources),
    rule: finding.rule,
    ...(finding.category ? { category: finding.category } : {}),
    severity: finding.severity,
    message: finding.message,
    docs: docsOf(finding.rule),
    fixes: (finding.fixes ?? []).map((fix) => fix.title),
    ...(finding.related
      ? { related: finding.related.map(({ at, message }) => ({ path: at.path, message, ...toRangeReport(at, sources) })) }
      : {}),
  };
}

/** The documentation page of a rule, relative to the product's root. */
export function docsOf(rule: string): string {
  return `docs/rules/${rule.replaceAll('/', '-')}.md`;
}

/** A place as a 1-based range; a document that is not known is taken for empty. */
export function toRangeReport(at: Place, sources: Sources): RangeReport {
  const source = sources.get(at.path);
  if (!source) return { line: 1, column: 1, endLine: 1, endColumn: 1 };
  const start = positionAt(source, at.start);
  const end = positionAt(source, at.end);
  return { line: start.line + 1, column: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1 };
}

/** Evidence without the places that nobody filled in. */
function filled(evidence: readonly Evidence[]): readonly Evidence[] {
  return evidence.filter((one) => one.kind !== 'none');
}

function reporter(sources: Sources) {
  const at = (place: Place): Located => {
    const source = sources.get(place.path);
    return { path: place.path, line: source ? lineAt(source, place.start) + 1 : 1 };
  };
  const unit = (one: Unit) => ({
    id: one.id,
    title: one.title,
    status: one.status?.status ?? ('unknown' as Status),
    statusText: one.status?.text ?? null,
    ...at(one.at),
  });
  const scopeEntry = ({ glob, text, phase, at: place }: ScopeEntry): ScopeReport => ({ glob, text, ...at(place), phase });
  const scope = (entries: readonly ScopeEntry[]) => ({
    in: entries.filter((entry) => entry.mode === 'in').map(scopeEntry),
    out: entries.filter((entry) => entry.mode === 'out').map(scopeEntry),
  });
  const gate = ({ label, kind, at: place, phase, stage, items, result }: Gate): GateReport => ({
    label,
    kind,
    ...at(place),
    phase,
    stage,
    items: items.map((item) => ({ text: item.text, ...at(item.at), checked: item.mark === 'done', mark: item.mark })),
    result: result?.outcome ?? null,
  });
  const tasks = (all: readonly Task[]): TasksReport => ({
    total: all.length,
    done: all.filter((task) => task.status === 'done' || task.status === 'signed_off').length,
    items: all.map(({ id, title, status, at: place, phase, stage }) => ({ id, title, status, ...at(place), phase, stage })),
  });
  const check = ({ id, title, command, expected, at: place, phase, stage, mark, result }: CheckItem): CheckItemReport => ({
    id,
    title,
    command,
    expected,
    ...at(place),
    phase,
    stage,
    checked: mark === 'done',
    result: result?.outcome ?? null,
    note: result?.note ?? null,
  });
  const evidence = ({ kind, item, value, at: place, phase, stage }: Evidence): EvidenceReport => ({
    kind,
    item,
    value,
    ...at(place),
    phase,
    stage,
  });
  const signoff = ({ outcome, actor, role, date, correlationId, at: place, phase }: Signoff): SignoffReport => ({
    outcome,
    actor,
    role,
    date,
    correlationId,
    ...at(place),
    phase,
  });
  const deferral = ({ text, to, at: place, phase }: Deferral): DeferralReport => ({ text, to, ...at(place), phase });
  const stage = (one: Stage, phase: string | null): StageReport => ({
    id: one.id,
    title: one.title,
    status: one.status,
    statusText: one.statement?.text ?? null,
    ...at(one.source),
    phase,
  });
  const phase = (one: Phase, current: boolean): PhaseReport => ({
    id: one.id,
    title: one.title,
    status: one.status,
    derived: one.derived,
    statusText: one.statement?.text ?? null,
    current,
    dependsOn: one.dependsOn.map((reference) => reference.id),
    estimate: one.estimate,
    source: at(one.source),
    mentions: one.mentions.map(at),
    stages: one.stages.map((each) => ({
      ...stage(each, one.id),
      gates: each.gates.map(gate),
      tasks: tasks(each.tasks),
      checklist: each.checklist.map(check),
      evidence: filled(each.evidence).map(evidence),
    })),
    scope: scope(one.scope),
    gates: one.gates.map(gate),
    tasks: tasks(one.tasks),
    checklist: one.checklist.map(check),
    evidence: filled(one.evidence).map(evidence),
    signoff: one.signoffs.at(-1) ? signoff(one.signoffs.at(-1) as Signoff) : null,
    deferred: one.deferred.map(deferral),
  });
  const plan = (one: Plan): PlanReport => ({
    title: one.title,
    documents: one.documents,
    current: one.current ? { phase: one.current.phase, reason: one.current.reason, pinned: one.current.pinned } : null,
    phases: one.phases.map((each) => phase(each, each.id === one.current?.phase)),
    stages: one.stages.map((each) => stage(each, null)),
    gates: one.gates.map(gate),
    tasks: tasks(one.tasks),
    checklist: one.checklist.map(check),
    evidence: filled(one.evidence).map(evidence),
    deferred: one.deferred.map(deferral),
  });
  return { at, unit, scope, gate, tasks, check, evidence, signoff, deferral, plan };
}
