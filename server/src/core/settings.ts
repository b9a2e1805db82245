import type { Place, Problem, Severity, Status } from './model.ts';

/** How loud the scope guard is while somebody edits. */
export type ScopeMode = 'off' | 'hint' | 'warning';

/** A file that somebody allowed with a reason, although the phase's scope does not name it. */
export interface ScopeException {
  /** A path or glob. */
  readonly path: string;
  /** The phase it holds for, or null for every phase. */
  readonly phase: string | null;
  readonly reason: string;
  readonly by: string | null;
  /** The last day on which it holds (`2026-12-01`), or null. */
  readonly until: string | null;
  readonly at: Place;
  /** Whether that day is over. */
  readonly ended: boolean;
}

/** What `phasewise.yaml` says, with defaults where it says nothing. */
export interface Settings {
  readonly documents: { readonly include: readonly string[]; readonly exclude: readonly string[] };
  /** The pinned current phase, or null to derive it. */
  readonly phase: string | null;
  /** `{n}` stands for the phase's number. */
  readonly tag: string;
  readonly scope: {
    readonly mode: ScopeMode;
    readonly allow: readonly string[];
    readonly exceptions: readonly ScopeException[];
  };
  readonly evidence: { readonly folder: string };
  /** How commands of the plan are run where a person lets them; nothing here can let them. `timeout` in seconds. */
  readonly run: { readonly timeout: number };
  /** Names that a gate may rely on without saying more. */
  readonly gates: { readonly vocabulary: readonly string[] };
  /** Whether the editor adds to the text what names and scopes stand for. */
  readonly editor: { readonly inlayHints: 'off' | 'on' };
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
  /** A whole number; both ends are allowed. */
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'list' }
  | { readonly kind: 'map'; readonly values: readonly string[]; readonly keys?: 'rules' }
  | { readonly kind: 'records'; readonly fields: readonly RecordField[] };

/** One key of the entries of a list. */
export interface RecordField {
  readonly key: string;
  readonly type: 'text' | 'date';
  readonly required: boolean;
  readonly doc: string;
}

/** An entry of a list of records: its values by key, and where it stands. */
export interface SettingRecord {
  readonly values: ReadonlyMap<string, string>;
  readonly at: Place;
}

/** One row of the table: everything else about a setting (schema, documentation, checks) is generated from it. */
export interface Setting {
  /** Dotted key in `phasewise.yaml`. */
  readonly key: string;
  readonly type: SettingType;
  readonly default: string | number | readonly string[] | null;
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
      '**/{generated,__generated__}/**',
      '**/*.{generated,gen,pb}.*',
      '.git/**',
      '.vscode/**',
    ],
    doc: 'Files that every phase may change, as globs, besides the plan’s own documents: by default lock files, generated files and the like. A list here replaces the default list.',
  },
  {
    key: 'scope.exceptions',
    type: {
      kind: 'records',
      fields: [
        { key: 'path', type: 'text', required: true, doc: 'The file, or a glob.' },
        {
          key: 'reason',
          type: 'text',
          required: true,
          doc: 'Why it may change outside the scope. Without a reason the entry does not count.',
        },
        { key: 'phase', type: 'text', required: false, doc: 'The phase in which it may; without it every phase.' },
        { key: 'by', type: 'text', required: false, doc: 'Who allowed it.' },
        { key: 'until', type: 'date', required: false, doc: 'The last day on which it holds, as `2026-12-01`.' },
      ],
    },
    default: null,
    doc: 'Files that may change although the current phase’s scope does not name them. The quick fix “Allow with a reason” writes here.',
  },
  {
    key: 'evidence.folder',
    type: { kind: 'text' },
    default: 'docs/evidence',
    doc: 'Where evidence files are kept.',
  },
  {
    key: 'run.timeout',
    type: { kind: 'number', least: 1, most: 86_400 },
    default: 120,
    doc: 'How long a command of a gate may run, in seconds, once you have let it; then it is ended with everything it started.',
  },
  {
    key: 'gates.vocabulary',
    type: { kind: 'list' },
    default: [],
    doc: 'Names of suites, jobs and tools that everybody in the project knows, for example `Nightly soak`. A gate that names one of them has said which.',
  },
  {
    key: 'editor.inlayHints',
    type: { kind: 'word', values: ['off', 'on'] },
    default: 'off',
    doc: 'Whether the editor shows, behind the name of a phase, stage or task, where that stands and what it is called, and behind a pattern of a scope how many files it names.',
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
    scope: {
      mode: value('scope.mode') as ScopeMode,
      allow: value('scope.allow') as string[],
      exceptions: ((values.get('scope.exceptions') ?? []) as readonly SettingRecord[]).map(toException),
    },
    evidence: { folder: value('evidence.folder') as string },
    run: { timeout: value('run.timeout') as number },
    gates: { vocabulary: value('gates.vocabulary') as string[] },
    editor: { inlayHints: value('editor.inlayHints') as 'off' | 'on' },
    rules: (values.get('rules') as ReadonlyMap<string, Severity | 'off'>) ?? new Map(),
    statuses: (values.get('statuses') as ReadonlyMap<string, Status>) ?? new Map(),
  };
}

function toException({ values, at }: SettingRecord): ScopeException {
  const value = (key: string) => values.get(key) ?? null;
  return {
    path: value('path') ?? '',
    phase: value('phase'),
    reason: value('reason') ?? '',
    by: value('by'),
    until: value('until'),
    at,
    ended: false,
  };
}

/** The settings as they hold on a day. @param today ISO date; null where nobody knows the day, and nothing has ended */
export function settingsOn(settings: Settings, today: string | null): Settings {
  const { exceptions } = settings.scope;
  const isOver = ({ until }: ScopeException) => today !== null && until !== null && until < today;
  if (exceptions.every((one) => one.ended === isOver(one))) return settings;
  const now = exceptions.map((one) => (one.ended === isOver(one) ? one : { ...one, ended: isOver(one) }));
  return { ...settings, scope: { ...settings.scope, exceptions: now } };
}

/** The one configuration file, at the root of the workspace folder. */
export const settingsPath = 'phasewise.yaml';
