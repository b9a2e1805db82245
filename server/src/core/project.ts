import { checkProject } from './check.ts';
import { withDisables } from './disables.ts';
import { matcherOf } from './glob.ts';
import type { DocumentFacts, Finding, Plan, Problem } from './model.ts';
import { toPlans } from './plan/plan.ts';
import { readDocument, unreadableDocument } from './read/document.ts';
import { readScripts, scriptFiles } from './read/scripts.ts';
import { readSettings } from './read/settingsFile.ts';
import type { Command } from './rules/rule.ts';
import { defaultSettings, type ReadSettings, type Settings, settingsPath } from './settings.ts';
import { type Source, toSource } from './source.ts';

/** A file as a host delivers it: its text, or why it has none in words that follow the file's name ("is not UTF-8 text …"). */
export type FileText = { readonly path: string; readonly text: string } | { readonly path: string; readonly unreadable: string };

/**
 * Everything known about one workspace folder, immutable: every change gives a new project that shares what did not change.
 * Plans and findings are computed when somebody asks, once per project.
 */
export class Project {
  /** A workspace folder of which nothing was read yet. */
  static readonly empty = new Project(new Map(), new Map(), { settings: defaultSettings, problems: [] }, new Set());

  readonly #facts: Map<string, DocumentFacts>;
  #plans: readonly Plan[] | undefined;
  #commands: readonly Command[] | undefined;
  #findings: ReadonlyMap<string, readonly Finding[]> | undefined;

  private constructor(
    /** Texts by path: documents, the configuration file, files with scripts. */
    readonly sources: ReadonlyMap<string, Source>,
    facts: Map<string, DocumentFacts>,
    private readonly configuration: ReadSettings,
    /** Paths that were edited in this session, or that a caller asks about. */
    readonly touched: ReadonlySet<string>,
  ) {
    this.#facts = facts;
  }

  get settings(): Settings {
    return this.configuration.settings;
  }

  /** A project in which these texts stand at these paths; a text that did not change is not read again. */
  with(changes: Iterable<FileText>): Project {
    const sources = new Map(this.sources);
    let facts = new Map(this.#facts);
    let configuration = this.configuration;
    for (const change of changes) {
      const { path } = change;
      const text = 'text' in change ? change.text : '';
      if ('text' in change && sources.get(path)?.text === text) continue;
      const source = toSource(path, text);
      sources.set(path, source);
      facts.delete(path);
      if ('unreadable' in change) facts.set(path, unreadableDocument(path, change.unreadable));
      if (path === settingsPath) {
        configuration = readSettings(source);
        // Status words and document patterns may read differently now.
        facts = new Map();
      }
    }
    return new Project(sources, facts, configuration, this.touched);
  }

  /** A project in which these paths do not exist. */
  without(paths: Iterable<string>): Project {
    const sources = new Map(this.sources);
    let facts = new Map(this.#facts);
    let configuration = this.configuration;
    for (const path of paths) {
      sources.delete(path);
      facts.delete(path);
      if (path === settingsPath) {
        configuration = { settings: defaultSettings, problems: [] };
        facts = new Map();
      }
    }
    return new Project(sources, facts, configuration, this.touched);
  }

  /** A project in which these paths count as edited. */
  touching(paths: Iterable<string>): Project {
    return new Project(this.sources, this.#facts, this.configuration, new Set([...this.touched, ...paths]));
  }

  /** A project in which these paths no longer count as edited: they were closed or came back to what they were. */
  untouching(paths: Iterable<string>): Project {
    const touched = new Set(this.touched);
    for (const path of paths) touched.delete(path);
    return new Project(this.sources, this.#facts, this.configuration, touched);
  }

  /** What one document says, or undefined where no such document is known or it is no document of a plan. */
  facts(path: string): DocumentFacts | undefined {
    const known = this.#facts.get(path);
    if (known) return known;
    const source = this.sources.get(path);
    if (!source || !isDocument(path, this.settings)) return undefined;
    const facts = readDocument(source, this.settings);
    this.#facts.set(path, facts);
    return facts;
  }

  /** All documents that say something, in the order of their paths. */
  get documents(): readonly DocumentFacts[] {
    const paths = [...this.sources.keys()].sort();
    return paths.flatMap((path) => this.facts(path) ?? []).filter((facts) => facts.kind !== 'none' || facts.problems.length > 0);
  }

  /** The plans of the folder; usually one. */
  get plans(): readonly Plan[] {
    this.#plans ??= toPlans(this.documents, this.settings);
    return this.#plans;
  }

  /** Commands that the repository really has, from the files that name them. */
  get commands(): readonly Command[] {
    this.#commands ??= scriptFiles.flatMap((path) => {
      const source = this.sources.get(path);
      return source ? readScripts(source) : [];
    });
    return this.#commands;
  }

  /** What is wrong with the configuration file. */
  get configurationProblems(): readonly Problem[] {
    return this.configuration.problems;
  }

  /** Findings by path, each list in the order of the text; paths without findings are absent. */
  get findings(): ReadonlyMap<string, readonly Finding[]> {
    this.#findings ??= withDisables(
      checkProject(this),
      this.documents,
      this.sources,
      (rule, usual) => this.settings.rules.get(rule) ?? usual,
    );
    return this.#findings;
  }
}

/** Whether a file may be part of a plan, by its path alone. */
export function isDocument(path: string, settings: Settings): boolean {
  return matcherOf(settings.documents.include, true)(path) && !matcherOf(settings.documents.exclude, true)(path);
}

/** Whether the product reads a file at all: documents, the configuration file, files that name scripts. */
export function isRelevant(path: string, settings: Settings): boolean {
  return path === settingsPath || scriptFiles.includes(path) || isDocument(path, settings);
}

/** What to look for in a workspace folder: globs of everything that may be relevant. */
export function relevantGlobs(settings: Settings): { include: readonly string[]; exclude: readonly string[] } {
  return {
    include: [settingsPath, ...scriptFiles, ...settings.documents.include],
    exclude: settings.documents.exclude,
  };
}
