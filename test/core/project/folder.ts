import { type Finding, type OutlineReport, Project, toOutlineReport } from '../../../server/src/core/index.ts';
import type { Step } from './sequences.ts';

/** A folder as it stands after some steps. */
export interface State {
  /** Lines by path; a path without text has undefined. */
  readonly files: Map<string, readonly string[] | undefined>;
  readonly touched: Set<string>;
  /** Lines that later ones are compared with, by path. */
  readonly settled: Map<string, readonly string[]>;
  tags: readonly string[];
  today: string;
  listed: readonly string[] | undefined;
  history: ReadonlyMap<string, readonly string[] | null> | undefined;
}

export function emptyState(): State {
  return {
    files: new Map(),
    touched: new Set(),
    settled: new Map(),
    tags: [],
    today: '2026-03-01',
    listed: undefined,
    history: undefined,
  };
}

/** Takes a step in a folder, and in a project that follows it. */
export function take(step: Step, state: State, project: Project): Project {
  if (step.kind === 'tag') {
    state.tags = step.names;
    return project.tagged(step.names);
  }
  if (step.kind === 'day') {
    state.today = step.today;
    return project.on(step.today);
  }
  if (step.kind === 'list') {
    state.listed = step.names;
    return project.listing(step.names);
  }
  if (step.kind === 'learn') {
    state.history = step.history;
    return project.knowing(step.history);
  }
  const { path } = step;
  switch (step.kind) {
    case 'touch':
      state.touched.add(path);
      return project.touching([path]);
    case 'untouch':
      state.touched.delete(path);
      return project.untouching([path]);
    case 'settle':
      if (state.files.has(path)) state.settled.set(path, state.files.get(path) ?? []);
      else state.settled.delete(path);
      return project.settling([path]);
    case 'delete':
      state.files.delete(path);
      return project.without([path]);
    case 'unreadable':
      state.files.set(path, undefined);
      return project.with([{ path, unreadable: 'is not UTF-8 text and was not read' }]);
    default: {
      const lines = edited(step, state.files.get(path) ?? []);
      state.files.set(path, lines);
      return project.with([{ path, text: lines.join('\n') }]);
    }
  }
}

/** A project that never saw another state of the folder. */
export function fresh({ files, touched, settled, tags, today, listed, history }: State): Project {
  const before = [...settled].map(([path, lines]) => ({ path, text: lines.join('\n') }));
  const texts = [...files].map(([path, lines]) =>
    lines ? { path, text: lines.join('\n') } : { path, unreadable: 'is not UTF-8 text and was not read' },
  );
  const gone = [...settled.keys()].filter((path) => !files.has(path));
  const settledFolder = Project.empty.with(before).settling(settled.keys());
  return settledFolder.with(texts).without(gone).touching(touched).tagged(tags).on(today).listing(listed).knowing(history);
}

/** Everything that a person sees of a project. */
export function seen(project: Project): {
  readonly findings: readonly [string, readonly Finding[]][];
  readonly outline: OutlineReport;
} {
  const findings = [...project.findings].sort(([a], [b]) => (a < b ? -1 : 1));
  return { findings, outline: toOutlineReport(project) };
}

function edited(step: Step, lines: readonly string[]): readonly string[] {
  if (step.kind === 'set') return step.lines;
  if (!('line' in step)) return lines;
  const at = lines.length === 0 ? 0 : step.line % lines.length;
  if (step.kind === 'insert') return lines.toSpliced(at, 0, step.text);
  if (step.kind === 'replace') return lines.toSpliced(at, 1, step.text);
  if (step.kind === 'remove') return lines.toSpliced(at, 1);
  if (step.kind !== 'type') return lines;
  const line = lines[at] ?? '';
  const column = Math.min(step.column, line.length);
  return lines.toSpliced(at, 1, line.slice(0, column) + step.text + line.slice(column));
}
