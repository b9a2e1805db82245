import type { Problem, Severity, Status } from './model.ts';

/** How loud the scope guard is while somebody edits. */
export type ScopeMode = 'off' | 'hint' | 'warning';

/** What `phasewise.yaml` says, with defaults where it says nothing. */
export interface Settings {
  readonly documents: { readonly include: readonly string[]; readonly exclude: readonly string[] };
  /** The pinned current phase, or null to derive it. */
  readonly phase: string | null;
  /** `{n}` stands for the phase's number. */
  readonly tag: string;
  readonly scope: { readonly mode: ScopeMode; readonly allow: readonly string[] };
  readonly evidence: { readonly folder: string };
  /** Severity by rule id; `off` silences the rule. */
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
  /** Additional status words of the house: lower-case word → status. */
  readonly statuses: ReadonlyMap<string, Status>;
}

/** Settings read from a text, and what was wrong with it. */
export interface ReadSettings {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
}

/** The type of a setting, in the words of a JSON Schema. */
export type SettingType =
  | { readonly kind: 'text' }
  | { readonly kind: 'word'; readonly values: readonly string[] }
  | { readonly kind: 'list' }
  | { readonly kind: 'map'; readonly values: readonly string[]; readonly keys?: 'rules' };

/** One row of the table: everything else about a setting (schema, documentation, checks) is generated from it. */
export interface Setting {
  /** Dotted key in `phasewise.yaml`. */
  readonly key: string;
  readonly type: SettingType;
  readonly default: string | readonly string[] | null;
  readonly doc: string;
}

const planWords = [
  'phase', 'stage', 'plan', 'roadmap', 'milestone', 'gate', 'readiness', 'tracker', 'board', 'kanban', 'checklist', 'signoff',
  'sign-off', 'execution', 'uat', 'manual-test', 'implementation', 'status', 'tasks', 'backlog', 'go-no-go',
]; // biome-ignore format: a word list reads better in lines

/** The table of settings in `phasewise.yaml`. */
export const settingsTable: readonly Setting[] = [
  {
    key: 'documents.include',
    type: { kind: 'list' },
    default: [
      ...planWords.map((word) => `**/*${word}*.md`),
      '**/{phases,stages,plans,milestones,.planning,.kiro,execution}/**/*.md',
      '**/{tasks,plan,backlog}.{yaml,yml}',
      '**/*{queue,sprint-status,phase,roadmap}*.{yaml,yml}',
    ],
    doc: 'Which files may be part of the plan, as globs. Case does not matter. A file that says nothing about phases, stages, gates or tasks is left alone even if it matches.',
  },
  {
    key: 'documents.exclude',
    type: { kind: 'list' },
    default: [
      '**/{node_modules,.git,dist,build,out,target,vendor,third_party,.venv,venv,coverage,fixtures,__fixtures__,testdata}/**',
    ],
    doc: 'Which files are never part of the plan, as globs.',
  },
  {
    key: 'phase',
    type: { kind: 'text' },
    default: null,
    doc: 'The current phase, pinned by its number. Without it the current phase follows from statuses, tasks and sign-offs.',
  },
  {
    key: 'tag',
    type: { kind: 'text' },
    default: 'phase-{n}-complete',
    doc: 'The name of the Git tag that marks a passed gate; `{n}` stands for the number of the phase.',
  },
  {
    key: 'scope.mode',
    type: { kind: 'word', values: ['off', 'hint', 'warning'] },
    default: 'warning',
    doc: 'How the edit of a file outside the current phase’s scope is shown.',
  },
  {
    key: 'scope.allow',
    type: { kind: 'list' },
    default: [
      'phasewise.yaml',
      '**/{package-lock.json,pnpm-lock.yaml,yarn.lock,Cargo.lock,go.sum,poetry.lock,uv.lock,composer.lock,Gemfile.lock}',
      '**/CHANGELOG.md',
      '.git/**',
      '.vscode/**',
    ],
    doc: 'Files that every phase may change, as globs, besides the plan’s own documents. A list here replaces the default list.',
  },
  {
    key: 'evidence.folder',
    type: { kind: 'text' },
    default: 'docs/evidence',
    doc: 'Where evidence files are kept.',
  },
  {
    key: 'rules',
    type: { kind: 'map', values: ['off', 'hint', 'information', 'warning', 'error'], keys: 'rules' },
    default: null,
    doc: 'Severity by rule id; `off` silences a rule.',
  },
  {
    key: 'statuses',
    type: {
      kind: 'map',
      values: ['planned', 'in_progress', 'blocked', 'ready', 'partial', 'done', 'signed_off', 'deferred', 'removed'],
    },
    default: null,
    doc: 'Status words of your own and what they mean, for example `parked: deferred`.',
  },
];

/** The settings of a workspace without `phasewise.yaml`. */
export const defaultSettings: Settings = toSettings(new Map());

/** Settings from validated values, by dotted key; a missing key takes its default. */
export function toSettings(values: ReadonlyMap<string, unknown>): Settings {
  const value = (key: string) => values.get(key) ?? settingsTable.find((setting) => setting.key === key)?.default ?? null;
  return {
    documents: { include: value('documents.include') as string[], exclude: value('documents.exclude') as string[] },
    phase: value('phase') as string | null,
    tag: value('tag') as string,
    scope: { mode: value('scope.mode') as ScopeMode, allow: value('scope.allow') as string[] },
    evidence: { folder: value('evidence.folder') as string },
    rules: (values.get('rules') as ReadonlyMap<string, Severity | 'off'>) ?? new Map(),
    statuses: (values.get('statuses') as ReadonlyMap<string, Status>) ?? new Map(),
  };
}

/** The one configuration file, at the root of the workspace folder. */
export const settingsPath = 'phasewise.yaml';
