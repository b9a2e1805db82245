import {
  applyEdits,
  blanksOf,
  type Edit,
  type Finding,
  type Fix,
  fillIn,
  Project,
  settingsPath,
} from '../../../server/src/core/index.ts';

/** The findings of a project, as somebody sees them. */
export function findingsOf(project: Project): readonly Finding[] {
  return [...project.findings.values()].flat();
}

export function projectOf(files: Iterable<readonly [path: string, text: string]>): Project {
  return Project.empty.with([...files].map(([path, text]) => ({ path, text })));
}

/** The folder after a fix; what a surface asks for is answered. */
export function fixed(project: Project, fix: Fix): Project {
  const asked = fix.edits.some(({ stops = [] }) => stops.some(({ prompt }) => prompt !== undefined));
  const edits = asked
    ? fillIn(
        fix.edits,
        blanksOf(fix.edits).map(({ answer }) => (answer === 'day' ? '' : "It's: needed")),
      )
    : fix.edits;
  return project.with(
    [...new Set(edits.map(({ path }) => path))].map((path) => ({
      path,
      text: applyEdits(path, project.sources.get(path)?.text ?? '', edits),
    })),
  );
}

/**
 * What is wrong with a fix, one sentence each; none if it does what a fix has to: the finding is gone, nothing new is found, and the plan
 * reads as before but for the words that were mended.
 */
export function faultsOf(project: Project, finding: Finding, fix: Fix): readonly string[] {
  const after = fixed(project, fix);
  const faults = fix.edits.flatMap((edit) => faultsOfEdit(project, edit));
  const { edits } = fix;
  const meet = (a: Edit, b: Edit) => a !== b && a.path === b.path && a.start < b.end && b.start < a.end;
  if (edits.some((edit) => edits.some((other) => meet(edit, other)))) faults.push('two of its edits meet');
  const before = countsOf(findingsOf(project).map((one) => said(project, one)));
  const now = countsOf(findingsOf(after).map((one) => said(after, one)));
  const about = said(project, finding);
  if ((now.get(about) ?? 0) >= (before.get(about) ?? 0)) faults.push(`the finding is still there: ${about}`);
  for (const [one, count] of now) if (count > (before.get(one) ?? 0)) faults.push(`a new finding: ${one}`);
  // A fix of a status changes statuses and nothing else.
  const statuses = !/^(?:status|evidence)\//.test(finding.rule);
  // One of a scope line that names nothing writes that line.
  const scopes = !/^scope\/(?:prose-only|matches-nothing)$/.test(finding.rule);
  const left = outlineOf(after, statuses, scopes);
  for (const [one, count] of outlineOf(project, statuses, scopes))
    if ((left.get(one) ?? 0) < count) faults.push(`the plan no longer has ${one}`);
  return faults;
}

function faultsOfEdit(project: Project, { path, start, end, text, stops = [] }: Edit): readonly string[] {
  // The configuration is the one file that a fix may begin.
  const old = project.sources.get(path)?.text ?? (path === settingsPath ? '' : undefined);
  if (old === undefined) return [`there is no ${path}`];
  if (start < 0 || end < start || end > old.length) return ['an edit beyond the text'];
  if (old.slice(start, end) === text) return ['an edit that changes nothing'];
  return stops.some((stop) => stop.start < 0 || stop.end < stop.start || stop.end > text.length)
    ? ['a stop beyond its text']
    : [];
}

/** A finding by its rule and the words that it underlines. */
function said({ sources }: Project, { rule, at }: Finding): string {
  return `${at.path} ${rule} “${sources.get(at.path)?.text.slice(at.start, at.end) ?? ''}”`;
}

/** What the plan consists of besides conditions: a fix of words leaves it as it is. */
function outlineOf(project: Project, statuses: boolean, scopes: boolean): ReadonlyMap<string, number> {
  const stated = (status: string | undefined) => (statuses ? ` ${status}` : '');
  return countsOf(
    project.documents.flatMap(({ path, phases, stages, gates, tasks, checklist, scope }) =>
      [
        ...phases.flatMap(({ id, title, status }) => (title === null ? [] : [`phase ${id} ${title}${stated(status?.status)}`])),
        ...stages.map(({ id, title, status }) => `stage ${id} ${title}${stated(status?.status)}`),
        ...gates.map(({ label, phase, stage }) => `gate ${label} of ${phase} ${stage}`),
        ...tasks.map(({ title, status }) => `task ${title}${stated(status)}`),
        ...checklist.map(({ title, command, phase }) => `test ${title} ${command} of ${phase}`),
        ...scope.map(({ text, mode }) => (scopes ? `scope ${text} ${mode}` : `scope ${mode}`)),
      ].map((line) => `${path}: ${line}`),
    ),
  );
}

export function countsOf(list: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}
