import type { FileIndex } from '../files.ts';
import type { GateLine } from '../gate/gateLine.ts';
import type { Vocabulary } from '../gate/names.ts';
import type { DocumentFacts, Finding, Fix, GateCategory, Place, Plan, Problem, Severity, Span } from '../model.ts';
import type { PlacedText } from '../placed.ts';
import type { History } from '../proof/history.ts';
import type { Standing } from '../proof/standing.ts';
import type { Settings } from '../settings.ts';
import type { Ask } from '../source.ts';

/**
 * A rule is a plain record in a file of its own. The first comment of the file is its documentation: the page, the hover and
 * `phasewise explain` are generated from it. Its cases live in `test/cases/<rule>/`.
 */
export interface RuleHead {
  /** Stable, `group/name`; never reused for another meaning. */
  readonly id: string;
  /** One sentence: what it finds. */
  readonly summary: string;
  readonly severity: Severity;
}

/** A rule over the whole plan. */
export interface PlanRule extends RuleHead {
  readonly scope: 'plan';
  readonly check: (context: RuleContext) => Iterable<Hit>;
}

/** A rule over one line of a gate. It sees the reading of the line, not the plan: the same line always gets the same answer. */
export interface GateRule extends RuleHead {
  readonly scope: 'gate';
  readonly category: GateCategory;
  /** What is wrong with the line, if anything. */
  readonly check: (line: GateLine, context: GateContext) => GateHit | undefined;
}

/** A rule about a document that could not be read as it should: its findings come with the reading, not from a check. */
export interface ProblemRule extends RuleHead {
  readonly scope: 'document';
  /** The kind of problem that the reading reports; null where the finding comes from elsewhere. */
  readonly code: Problem['code'] | null;
}

export type Rule = PlanRule | GateRule | ProblemRule;

/** What a plan rule may look at. */
export interface RuleContext {
  readonly plan: Plan;
  /** What each document of the plan says on its own. */
  readonly documents: readonly DocumentFacts[];
  readonly settings: Settings;
  /** How the phase stands in its plan, where a rule sees nothing but one phase (the slice `proof`). */
  readonly standing: Standing;
  /** A question about the text of a file; the rule runs again once the answer is another one. What stands at a place of the plan is asked
   * of `words`, for places need not be offsets into the text. */
  readonly ask: Ask;
  /** The words at a place of the plan, as they are written, and the place of an offset into them. */
  readonly words: (at: Place) => { readonly text: string; readonly place: (offset: number) => number } | undefined;
  /** The whole text around a place of the plan. */
  readonly around: (path: string) => PlacedText | undefined;
  /** Paths that were edited in this session, or that a caller asks about. */
  readonly touched: readonly string[];
  /** The files of the workspace folder; undefined where nobody looked, or where there are too many. */
  readonly files: FileIndex | undefined;
  /** What changed since evidence was gathered; undefined where nobody asked Git, or there is none. */
  readonly history: History | undefined;
  /** What a document said at the time that this one is compared with; undefined where nothing is known of it or it is the same text. */
  readonly before: (path: string) => DocumentFacts | undefined;
}

/** What surrounds a gate line and may answer what the line leaves open. */
export interface GateContext {
  /** Commands that the repository and the plan really have, most specific first: `pnpm test`. */
  readonly commands: readonly Command[];
  /** The other conditions of the same gate. */
  readonly siblings: readonly string[];
  /** What the plan and the project name elsewhere; nothing where it is missing. */
  readonly vocabulary?: Vocabulary;
  /** Names of the phase and stage that the gate belongs to: `phase 2`. */
  readonly own?: readonly string[];
}

/** A command that exists: a script of the repository or a code span in the plan. */
export interface Command {
  /** What one types: `pnpm test`. */
  readonly text: string;
  readonly purpose: 'test' | 'build' | 'lint' | 'typecheck' | 'format' | 'other';
}

/** A finding before severity and configuration are applied. */
export interface Hit {
  readonly message: string;
  readonly at: Place;
  readonly severity?: Severity;
  readonly related?: Finding['related'];
  readonly fixes?: readonly Fix[];
}

/** What a gate rule says about a line: spans are offsets into `GateLine.text`. */
export interface GateHit {
  readonly message: string;
  /** The vague words, 0-based offsets into the line's text. */
  readonly start: number;
  readonly end: number;
  readonly fixes?: readonly GateFix[];
  /** Why these words decide nothing, where it is another reason than the rule's usual one. */
  readonly category?: GateCategory;
}

/** A replacement inside the line's text. `stops` are the words of `text` that a person is to fill in, as offsets into it. */
export interface GateFix {
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly stops?: readonly Span[];
  /** There is no other way, and nothing is left for a person to say. */
  readonly preferred?: boolean;
}
