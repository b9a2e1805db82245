import { judgeGateLine } from './gate/judge.ts';
import type { DocumentFacts, Finding, Fix, Gate, GateItem, Phase, Plan, Problem, Severity, Stage, Status } from './model.ts';
import { nearest } from './read/nearest.ts';
import { ruleKeysOf } from './read/settingsFile.ts';
import { planRules, problemRules, rules } from './rules/index.ts';
import type { Command, GateFix, Hit } from './rules/rule.ts';
import { type Settings, settingsPath } from './settings.ts';
import type { Source } from './source.ts';

/** What checking needs to know; a `Project` has it all. */
export interface Checked {
  readonly plans: readonly Plan[];
  readonly documents: readonly DocumentFacts[];
  readonly settings: Settings;
  readonly sources: ReadonlyMap<string, Source>;
  readonly touched: ReadonlySet<string>;
  readonly commands: readonly Command[];
  readonly configurationProblems: readonly Problem[];
}

/** Runs the table of rules over a project: findings by path, in the order of the text. */
export function checkProject(project: Checked): ReadonlyMap<string, readonly Finding[]> {
  const findings: Finding[] = [];
  const add = (rule: string, severity: Severity, finding: Omit<Finding, 'rule' | 'severity'>) => {
    const configured = project.settings.rules.get(rule);
    if (configured !== 'off') findings.push({ rule, severity: configured ?? severity, ...finding });
  };
  for (const problem of [
    ...project.configurationProblems,
    ...unknownRules(project),
    ...project.documents.flatMap((document) => document.problems),
  ]) {
    const rule = problemRules.find((one) => one.code === problem.code);
    if (rule) add(rule.id, rule.severity, { message: problem.message, at: problem.at });
  }
  const touched = [...project.touched];
  for (const plan of project.plans) {
    const paths = new Set(plan.documents);
    const documents = project.documents.filter((document) => paths.has(document.path));
    const source = (path: string) => project.sources.get(path);
    for (const rule of planRules) {
      // A touched file is judged by one plan only: the first, which defines most.
      const context = { plan, documents, settings: project.settings, source, touched: plan === project.plans[0] ? touched : [] };
      for (const hit of rule.check(context)) add(rule.id, hit.severity ?? rule.severity, toFinding(hit));
    }
    for (const { gate, items, severity } of gatesOf(plan)) checkGate(gate, items, severity, project, add);
  }
  return byPath(findings);
}

/** Rules that `phasewise.yaml` configures and that do not exist: the readers of settings do not know which rules there are. */
function unknownRules({ sources }: Checked): readonly Problem[] {
  const source = sources.get(settingsPath);
  if (!source) return [];
  const known = rules.map((rule) => rule.id);
  return ruleKeysOf(source).flatMap(({ id, at }) => {
    if (known.includes(id)) return [];
    const close = nearest(id, known);
    const message = `There is no rule \`${id}\`.${close ? ` Did you mean \`${close}\`?` : ''}`;
    return [{ code: 'unknown-key' as const, message, at: { path: source.path, ...at } }];
  });
}

type Add = (rule: string, severity: Severity, finding: Omit<Finding, 'rule' | 'severity'>) => void;

function checkGate(gate: Gate, items: readonly GateItem[], life: Life, project: Checked, add: Add): void {
  for (const item of items) {
    if (item.mark === 'waived') continue;
    const siblings = gate.items.filter((other) => other !== item).map((other) => other.text);
    for (const { rule, hit, severity } of judgeGateLine(item.text, { commands: project.commands, siblings })) {
      const source = project.sources.get(item.at.path);
      const at = { path: item.at.path, ...placeOf(hit.start, hit.end, item, source) };
      const fixes = (hit.fixes ?? []).flatMap((fix) => toFix(fix, item, source) ?? []);
      add(rule.id, scaled(severity, life), {
        category: rule.category,
        message: hit.message,
        at,
        ...(fixes.length > 0 ? { fixes } : {}),
      });
    }
  }
}

/** How far the phase of a gate is: nobody is asked for a perfect gate of a phase that has not begun. */
type Life = 'ahead' | 'now' | 'claimed';

const claimed = new Set<Status>(['ready', 'done', 'signed_off']);

function lifeOf(unit: Phase | Stage, plan: Plan, phase: Phase | undefined): Life {
  if (unit.statement && claimed.has(unit.status)) return 'claimed';
  if (unit.statement && unit.status === 'planned') return 'ahead';
  if (unit.statement && unit.status !== 'unknown') return 'now';
  const current = plan.phases.findIndex((one) => one.id === plan.current?.phase);
  const own = phase ? plan.phases.indexOf(phase) : -1;
  return current >= 0 && own > current ? 'ahead' : 'now';
}

function scaled(severity: Severity, life: Life): Severity {
  if (life === 'ahead') return 'hint';
  return life === 'claimed' && severity === 'warning' ? 'error' : severity;
}

/** Every gate of a plan once, with the life of what it guards. */
function gatesOf(plan: Plan): readonly { gate: Gate; items: readonly GateItem[]; severity: Life }[] {
  const of = (gates: readonly Gate[], life: Life) =>
    gates.filter((gate) => gate.kind !== 'signoff').map((gate) => ({ gate, items: gate.items, severity: life }));
  return [
    ...of(plan.gates, 'now'),
    ...plan.stages.flatMap((stage) => of(stage.gates, lifeOf(stage, plan, undefined))),
    ...plan.phases.flatMap((phase) => [
      ...of(phase.gates, lifeOf(phase, plan, phase)),
      ...phase.stages.flatMap((stage) =>
        of(stage.gates, stage.statement ? lifeOf(stage, plan, phase) : lifeOf(phase, plan, phase)),
      ),
    ]),
  ];
}

/** Where words of an item's text stand in its document: the text has its lines joined, so they are looked up again where it has several. */
function placeOf(start: number, end: number, item: GateItem, source: Source | undefined): { start: number; end: number } {
  const { textAt } = item;
  if (textAt.end - textAt.start === item.text.length) return { start: textAt.start + start, end: textAt.start + end };
  const words = item.text.slice(start, end);
  const raw = source?.text.slice(textAt.start, textAt.end) ?? '';
  const pattern = words
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+(?:>\\s*)?');
  const found = words.length < 300 ? new RegExp(pattern).exec(raw) : null;
  return found
    ? { start: textAt.start + found.index, end: textAt.start + found.index + found[0].length }
    : { start: textAt.start, end: textAt.end };
}

function toFix(fix: GateFix, item: GateItem, source: Source | undefined): Fix | undefined {
  const at =
    fix.start === fix.end && item.textAt.end - item.textAt.start !== item.text.length
      ? undefined
      : placeOf(fix.start, fix.end, item, source);
  if (!at) return undefined;
  return {
    title: fix.title,
    edits: [{ path: item.at.path, ...at, text: fix.text }],
    ...(fix.snippet ? { snippet: fix.snippet } : {}),
  };
}

function toFinding({ message, at, related, fixes }: Hit): Omit<Finding, 'rule' | 'severity'> {
  return { message, at, ...(related && related.length > 0 ? { related } : {}), ...(fixes && fixes.length > 0 ? { fixes } : {}) };
}

function byPath(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const map = new Map<string, Finding[]>();
  for (const finding of findings) {
    const list = map.get(finding.at.path);
    if (list) list.push(finding);
    else map.set(finding.at.path, [finding]);
  }
  for (const list of map.values())
    list.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end || a.rule.localeCompare(b.rule));
  return map;
}
