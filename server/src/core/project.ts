import type { SeverityCounts } from './check/board.ts';
import { Checking } from './check.ts';
import { commandsOf } from './commands.ts';
import { DocumentList, type Documents, readSource, type Texts } from './documents.ts';
import { FileIndex } from './files.ts';
import { LayeredMap } from './layeredMap.ts';
import type { Current, DocumentFacts, Finding, Phase, Plan, Problem, Stage } from './model.ts';
import { oncePer } from './once.ts';
import { atOffsets, type LayoutOf, plansAtOffsets } from './placed.ts';
import { PlacedFindings } from './placedFindings.ts';
import { PlanFold } from './plan/plan.ts';
import { gatesThatWait } from './plan/waiting.ts';
import { type History, type HistoryQuestions, isSameEvidence, isSameHistory, questionsOf } from './proof/history.ts';
import { unreadableDocument } from './read/document.ts';
import { readSettings } from './read/settingsFile.ts';
import { isDocument } from './relevance.ts';
import type { Command } from './rules/rule.ts';
import { changedAfterSignoff } from './rules/status/changedAfterSignoff.ts';
import { illegalJump } from './rules/status/illegalJump.ts';
import { defaultSettings, type ReadSettings, type Settings, settingsOn, settingsPath } from './settings.ts';
import { isSameList, shareList } from './share.ts';
import { shareSettings } from './shareSettings.ts';
import { type Source, toEditedSource, toSource } from './source.ts';

/**
 * A file as a host delivers it: its text, or why it has none in words that follow the file's name ("is not UTF-8 text …").
 * `isOpen` where somebody may edit it now.
 */
export type FileText =
  | { readonly path: string; readonly text: string; readonly isOpen?: boolean }
  | { readonly path: string; readonly unreadable: string };

/**
 * What was worked out for the project that was asked last. It only saves work: the answers are those of a project that knows nothing.
 * Projects that follow from one another share it, because one edit leaves most of the answer as it is.
 */
class Memory {
  readonly documents = new DocumentList();
  readonly plans = new PlanFold();
  readonly checking = new Checking();
  commands: readonly Command[] = [];
  questions: { readonly plans: readonly Plan[]; readonly questions: HistoryQuestions } | undefined;
}

/** The numbers of a folder. */
export interface Counts {
  readonly plans: number;
  readonly phases: number;
  readonly tasks: { readonly total: number; readonly done: number };
  readonly findings: SeverityCounts;
}

/** Shorter documents need no preparation for the first key. UTF-16 units. */
const longDocument = 20_000;

const noTags: readonly string[] = [];

/** What makes a project. */
interface State extends Texts {
  readonly problems: readonly Problem[];
  readonly touched: ReadonlySet<string>;
  /** Names of the repository's Git tags; undefined outside a repository, and where nobody looked. */
  readonly tags: readonly string[] | undefined;
  /** The day, as an ISO date; null where nobody said. */
  readonly today: string | null;
  /** The files of the folder, where somebody listed them. */
  readonly files: FileIndex | undefined;
  /** What changed since evidence was gathered, where somebody asked Git. */
  readonly history: History | undefined;
  /** Texts of an earlier time; most of them are those of now. */
  readonly settled: LayeredMap<Source>;
}

/**
 * Everything known about one workspace folder, immutable: every change gives a new project that shares what did not change.
 * Plans and findings are computed when somebody asks, once per project, and only as far as they differ from those of the project before.
 */
export class Project {
  /** A workspace folder of which nothing was read yet. */
  static readonly empty = new Project(
    {
      sources: LayeredMap.of(),
      unreadable: LayeredMap.of(),
      settings: defaultSettings,
      isDocument,
      problems: [],
      touched: new Set(),
      tags: undefined,
      today: null,
      files: undefined,
      history: undefined,
      settled: LayeredMap.of(),
    },
    undefined,
  );

  readonly #state: State;
  readonly #memory: Memory;
  /** As the core counts places in them (`layout.ts`), and at offsets, as everybody outside does. */
  #documents: Documents | undefined;
  #plans: readonly Plan[] | undefined;
  #documentsAtOffsets: readonly DocumentFacts[] | undefined;
  #plansAtOffsets: readonly Plan[] | undefined;
  #commands: readonly Command[] | undefined;
  #findings: PlacedFindings | undefined;
  #checked: { readonly findings: LayeredMap<readonly Finding[]>; readonly counts: Counts } | undefined;

  private constructor(state: State, memory: Memory | undefined) {
    this.#state = state;
    this.#memory = memory ?? new Memory();
  }

  /** Texts by path: documents, the configuration file, files with scripts. */
  get sources(): ReadonlyMap<string, Source> {
    return this.#state.sources;
  }

  /** The files of the folder, where somebody listed them. */
  get files(): FileIndex | undefined {
    return this.#state.files;
  }

  /** Whether a list of the folder's files would say more than is known without it: whether some scope is there to compare it with, or
   * evidence that names files. */
  get wantsFiles(): boolean {
    return this.folded.some((plan) => plan.phases.some(phaseNamesFiles) || [plan, ...plan.stages].some(namesFiles));
  }

  /** What changed since evidence was gathered; undefined where nobody asked Git, or there is none. */
  get history(): History | undefined {
    return this.#state.history;
  }

  /** The commits and days that a repository should be asked about: evidence rests on them. */
  get asksHistory(): HistoryQuestions {
    const known = this.#memory.questions;
    const questions = known && isSameEvidence(known.plans, this.folded) ? known.questions : questionsOf(this.folded);
    this.#memory.questions = { plans: this.folded, questions };
    return questions;
  }

  /** The day, as an ISO date; null where nobody said. */
  get today(): string | null {
    return this.#state.today;
  }

  get settings(): Settings {
    return this.#state.settings;
  }

  /** Paths that were edited in this session, or that a caller asks about. */
  get touched(): ReadonlySet<string> {
    return this.#state.touched;
  }

  /** A project in which these texts stand at these paths; a text that did not change is not read again. */
  with(changes: Iterable<FileText>): Project {
    const sources = new Map<string, Source>();
    const unreadable = new Map<string, DocumentFacts | undefined>();
    const settled = new Map<string, Source>();
    let configured: Partial<State> = {};
    for (const change of changes) {
      const { path } = change;
      const text = 'text' in change ? change.text : '';
      const before = sources.get(path) ?? this.#state.sources.get(path);
      const known = unreadable.has(path) ? unreadable.get(path) : this.#state.unreadable.get(path);
      const isOpen = 'text' in change && change.isOpen === true && text.length >= longDocument;
      if (before?.text === text && before.isOpen === isOpen && 'text' in change && !known) continue;
      const source = before ? toEditedSource(before, text, isOpen) : toSource(path, text, isOpen);
      sources.set(path, source);
      // A text that was only opened or closed is still what it is compared with, and is read once.
      if (before?.text === text && this.#state.settled.get(path) === before) settled.set(path, source);
      if ('unreadable' in change) unreadable.set(path, unreadableDocument(path, change.unreadable));
      else if (known) unreadable.set(path, undefined);
      if (path === settingsPath) configured = this.configuredBy(readSettings(source));
    }
    return this.changed({
      ...configured,
      ...(sources.size > 0 ? { sources: this.#state.sources.with(sources) } : {}),
      ...(unreadable.size > 0 ? { unreadable: this.#state.unreadable.with(unreadable) } : {}),
      ...(settled.size > 0 ? { settled: this.#state.settled.with(settled) } : {}),
    });
  }

  /** A project in which these paths do not exist. */
  without(paths: Iterable<string>): Project {
    const gone = new Map<string, undefined>();
    for (const path of paths) if (this.#state.sources.has(path)) gone.set(path, undefined);
    if (gone.size === 0) return this;
    return this.changed({
      ...(gone.has(settingsPath) ? this.configuredBy({ settings: defaultSettings, problems: [] }) : {}),
      sources: this.#state.sources.with(gone),
      unreadable: this.#state.unreadable.with(gone),
    });
  }

  /**
   * A project that takes the texts at these paths, as they are now, for what later texts are compared with: a status that changes after
   * this has to follow from the one it has now.
   */
  settling(paths: Iterable<string>): Project {
    const settled = new Map<string, Source | undefined>();
    for (const path of paths) {
      const source = this.#state.sources.get(path);
      if (source !== this.#state.settled.get(path)) settled.set(path, source);
    }
    return settled.size === 0 ? this : this.changed({ settled: this.#state.settled.with(settled) });
  }

  /**
   * A project in which a document was saved. Its text is what later ones are compared with, unless it holds a step that may not be
   * taken: that one stays a finding until it is mended or hidden with a reason.
   */
  saving(path: string): Project {
    const jumped = this.findings.get(path)?.some(({ rule }) => rule === illegalJump.id || rule === changedAfterSignoff.id);
    return jumped ? this : this.settling([path]);
  }

  /** Names of the repository's Git tags; undefined outside a repository, and where nobody looked. */
  get tags(): readonly string[] | undefined {
    return this.#state.tags;
  }

  /** A project in a repository that has these Git tags, or, with undefined, in none. */
  tagged(names: readonly string[] | undefined): Project {
    const { tags } = this.#state;
    return tags === names || (tags && names && isSameList(tags, names)) ? this : this.changed({ tags: names });
  }

  /** A project on a day (`2026-12-01`): what was allowed until then has ended after it. */
  on(today: string): Project {
    if (today === this.#state.today) return this;
    const settings = settingsOn(this.settings, today);
    return this.changed({ today, ...(settings === this.settings ? {} : { settings }) });
  }

  /**
   * A project in a folder that holds these files; without a list, rules that look at files say nothing.
   * @param paths sorted by their UTF-16 units
   */
  listing(paths: readonly string[] | undefined): Project {
    const before = this.#state.files;
    const files = paths && (before?.next(paths) ?? new FileIndex(paths));
    return files === before ? this : this.changed({ files });
  }

  /** A project in a repository whose history says this; undefined where there is none. */
  knowing(history: History | undefined): Project {
    return isSameHistory(this.#state.history, history) ? this : this.changed({ history });
  }

  /** A project in which these paths count as edited. */
  touching(paths: Iterable<string>): Project {
    return this.changed({ touched: new Set([...this.touched, ...paths]) });
  }

  /** A project in which these paths no longer count as edited: they were closed or came back to what they were. */
  untouching(paths: Iterable<string>): Project {
    const touched = new Set(this.touched);
    for (const path of paths) touched.delete(path);
    return this.changed({ touched });
  }

  /** What one document says, or undefined where no such document is known or it is no document of a plan. */
  facts(path: string): DocumentFacts | undefined {
    const { sources, unreadable, settings } = this.#state;
    const source = sources.get(path);
    if (!source) return undefined;
    const none = unreadable.get(path);
    if (none) return none;
    if (!isDocument(path, settings)) return undefined;
    const { facts, layout } = readSource(source, settings, this.#memory.documents.last(path));
    return atOffsets(facts, layout && (() => layout));
  }

  /** The plans for who looks at their words alone: where something stands in them is counted as the core counts places. */
  get worded(): readonly Plan[] {
    return this.folded;
  }

  /**
   * The words of a document and of the plans as they were when somebody asked last, for questions that cannot wait until a text is read
   * anew; as they are now where nobody asked yet. Where something stands in them is not said.
   */
  lately(path: string): { readonly facts: DocumentFacts | undefined; readonly plans: readonly Plan[] } {
    const said = this.#memory.documents.last(path);
    return said ? { facts: said.facts, plans: this.#memory.plans.latest } : { facts: this.facts(path), plans: this.worded };
  }

  /** What a document said at the time that later texts are compared with; undefined where nothing is known of it. */
  earlier(path: string): DocumentFacts | undefined {
    const { settled, settings } = this.#state;
    const source = settled.get(path);
    if (!source || !isDocument(path, settings)) return undefined;
    const { facts, layout } = readSource(source, settings, this.#memory.documents.last(path));
    return atOffsets(facts, layout && (() => layout));
  }

  /** All documents that say something, in the order of their paths. */
  get documents(): readonly DocumentFacts[] {
    this.#documentsAtOffsets ??= atOffsets(this.read.list, this.layoutAt);
    return this.#documentsAtOffsets;
  }

  /** The plans of the folder; usually one. */
  get plans(): readonly Plan[] {
    this.#plansAtOffsets ??= plansAtOffsets(this.folded, this.layoutAt);
    return this.#plansAtOffsets;
  }

  /** The current phase of the plan that has one, with its title. */
  get current(): (Current & { readonly title: string | null }) | null {
    const plan = this.folded.find((one) => one.current) ?? this.folded[0];
    if (!plan?.current) return null;
    const phase = plan.phases.find((one) => one.id === plan.current?.phase);
    return { ...plan.current, title: phase?.title ?? null };
  }

  /** The phases whose gate waits for a person, by number and title. */
  get waiting(): readonly Pick<Phase, 'id' | 'title'>[] {
    return this.folded.flatMap(gatesThatWait);
  }

  /** Commands that the repository really has, from the files that name them. */
  get commands(): readonly Command[] {
    if (!this.#commands) {
      this.#commands = shareList(this.#memory.commands, commandsOf(this.sources));
      this.#memory.commands = this.#commands;
    }
    return this.#commands;
  }

  /** What is wrong with the configuration file. */
  get configurationProblems(): readonly Problem[] {
    return this.#state.problems;
  }

  /** Findings by path, each list in the order of the text; paths without findings are absent. */
  get findings(): ReadonlyMap<string, readonly Finding[]> {
    this.#findings ??= new PlacedFindings(this.checked.findings, this.layoutAt);
    return this.#findings;
  }

  /** How many plans, phases, tasks and findings there are. */
  get counts(): Counts {
    return this.checked.counts;
  }

  /**
   * Paths with other findings than in another project, usually the one that was shown last. Findings that say the same at other offsets,
   * because the text around them changed, are not counted: see `changedSources`.
   */
  changedFindings(shown: Project): Iterable<string> {
    return this.checked.findings.differences(shown.checked.findings);
  }

  /** Whether the findings at a path are those of another project, except that they may stand at other offsets. */
  hasFindingsOf(shown: Project, path: string): boolean {
    return this.checked.findings.get(path) === shown.checked.findings.get(path);
  }

  /** Paths whose texts are not those of another project. */
  changedSources(shown: Project): Iterable<string> {
    return this.#state.sources.differences(shown.#state.sources);
  }

  private get read(): Documents {
    this.#documents ??= this.#memory.documents.update(this.#state);
    return this.#documents;
  }

  private get folded(): readonly Plan[] {
    this.#plans ??= this.#memory.plans.update(this.read.list, this.settings, this.#state.tags ?? noTags);
    return this.#plans;
  }

  private get layoutAt(): LayoutOf {
    const { layouts } = this.read;
    return layouts.size === 0 ? undefined : (path) => layouts.get(path);
  }

  private get checked() {
    if (!this.#checked) {
      const { commands, configurationProblems } = this;
      const { sources, settings, touched, settled, tags, files, history } = this.#state;
      const { plans: fold, checking } = this.#memory;
      const { list: documents, layouts } = this.read;
      // Another project may have been folded meanwhile.
      const plans = fold.update(documents, settings, tags ?? noTags);
      const findings = checking.update({
        fold,
        documents,
        layouts,
        settings,
        sources,
        settled,
        touched,
        commands,
        files,
        history,
        configurationProblems,
      });
      const phases = plans.reduce((sum, plan) => sum + plan.phases.length, 0);
      this.#checked = { findings, counts: { plans: plans.length, phases, tasks: fold.tasks, findings: checking.severities } };
    }
    return this.#checked;
  }

  private changed(change: Partial<State>): Project {
    if (Object.keys(change).length === 0) return this;
    // The empty project belongs to every folder: what follows from it begins a memory of its own.
    return new Project({ ...this.#state, ...change }, this === Project.empty ? undefined : this.#memory);
  }

  private configuredBy({ settings, problems }: ReadSettings): Partial<State> {
    return { settings: shareSettings(this.settings, settingsOn(settings, this.#state.today)), problems };
  }
}

/** Whether a phase has a scope, or evidence that names files. */
const phaseNamesFiles = oncePer((phase: Phase) => phase.scope.length > 0 || [phase, ...phase.stages].some(namesFiles));

function namesFiles({ evidence, checklist, gates }: Plan | Phase | Stage): boolean {
  return (
    evidence.some(({ targets }) => targets.some(({ kind }) => kind === 'file')) ||
    checklist.some(({ result }) => typeof result?.artifact === 'string') ||
    gates.some(({ items }) => items.some(({ result }) => typeof result?.artifact === 'string'))
  );
}
