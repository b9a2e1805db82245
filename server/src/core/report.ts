import { titlesOf } from './fixes/offered.ts';
import { lookedAt } from './lookedAt.ts';
import type {
  Attempt,
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
import { noCurrent } from './plan/noCurrent.ts';
import type { Project } from './project.ts';
import { whyNoPhase } from './read/whyNoPhase.ts';
import type {
  AttemptReport,
  CheckItemReport,
  DeferralReport,
  EvidenceReport,
  FindingReport,
  GateReport,
  Located,
  OutlineReport,
  PhaseReport,
  PlanReport,
  RangeReport,
  ReadReport,
  ScopeReport,
  SignoffReport,
  StageReport,
  TasksReport,
} from './reportTypes.ts';
import { lineAt, positionAt, type Source } from './source.ts';

export type * from './reportTypes.ts';

/** Gives the text of a document, to turn offsets into lines. */
export type Sources = ReadonlyMap<string, Source>;

/** What was understood of one document. */
export function toReadReport(facts: DocumentFacts, sources: Sources): ReadReport {
  const report = reporter(sources);
  return {
    version: 1,
    path: facts.path,
    kind: facts.kind,
    lacking: lackingOf(facts, sources),
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
    attempts: facts.attempts.map(report.attempt),
    deferred: facts.deferred.map(report.deferral),
    problems: facts.problems.map(({ code, message, at }) => ({ code, message, ...report.at(at) })),
  };
}

/** The whole workspace as plans. */
export function toOutlineReport(project: Project): OutlineReport {
  const report = reporter(project.sources);
  const plans = project.plans.map((plan) => ({ ...report.plan(plan), noCurrent: noCurrent(plan, project.settings.phase) }));
  return { version: 1, plans, lookedAt: lookedAt(project) };
}

/** A finding in lines and columns. */
export function toFindingReport(finding: Finding, project: Project): FindingReport {
  const { sources } = project;
  return {
    path: finding.at.path,
    ...toRangeReport(finding.at, sources),
    rule: finding.rule,
    ...(finding.category ? { category: finding.category } : {}),
    severity: finding.severity,
    message: finding.message,
    docs: docsOf(finding.rule),
    fixes: titlesOf(project, finding),
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

function lackingOf(facts: DocumentFacts, sources: Sources): string | null {
  const source = sources.get(facts.path);
  return (source && whyNoPhase(source, facts)?.message) ?? null;
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
  const signoff = ({ at: place, ...said }: Signoff): SignoffReport => ({ ...said, ...at(place) });
  const attempt = ({ at: place, ...said }: Attempt): AttemptReport => ({ ...said, ...at(place) });
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
    tag: one.tag,
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
    attempts: one.attempts.map(attempt),
    deferred: one.deferred.map(deferral),
  });
  const plan = (one: Plan): Omit<PlanReport, 'noCurrent'> => ({
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
  return { at, unit, scope, gate, tasks, check, evidence, signoff, attempt, deferral, plan };
}
