import { type Bench, openBench } from './check/bench.ts';
import { FindingBoard, newPiece, type Piece, type SeverityCounts } from './check/board.ts';
import type { Written } from './check/itemPlace.ts';
import { type Judge, rememberingJudge } from './check/judgements.ts';
import { PlanCheck } from './check/planCheck.ts';
import { PlanNames } from './check/planNames.ts';
import { withDisables } from './disables.ts';
import { documentAt, readSource } from './documents.ts';
import type { FileIndex } from './files.ts';
import { concernedBy, type Vocabulary } from './gate/names.ts';
import type { LayeredMap } from './layeredMap.ts';
import type { Layout } from './layout.ts';
import type { DocumentFacts, Finding, Place, Problem } from './model.ts';
import { type PlacedText, placedText } from './placed.ts';
import type { GroupFold } from './plan/groupFold.ts';
import type { PlanFold } from './plan/plan.ts';
import type { History } from './proof/history.ts';
import { nearest } from './read/nearest.ts';
import { ruleKeysOf } from './read/settingsFile.ts';
import { rules } from './rules/index.ts';
import type { Command } from './rules/rule.ts';
import { type Settings, settingsPath } from './settings.ts';
import type { Source } from './source.ts';

/** What checking needs to know; a `Project` has it all. */
export interface Checked {
  /** Folded for these documents. */
  readonly fold: PlanFold;
  /** In the order of their paths. */
  readonly documents: readonly DocumentFacts[];
  /** How places are counted in documents in which they are not the offsets. */
  readonly layouts: LayeredMap<Layout>;
  readonly settings: Settings;
  readonly sources: LayeredMap<Source>;
  /** Texts of an earlier time, with which the documents are compared. */
  readonly settled: LayeredMap<Source>;
  readonly touched: ReadonlySet<string>;
  readonly commands: readonly Command[];
  /** Undefined where they were not listed. */
  readonly files: FileIndex | undefined;
  /** What changed since evidence was gathered; undefined where nobody asked Git. */
  readonly history: History | undefined;
  readonly configurationProblems: readonly Problem[];
}

/** What a check begins with: documents that are new or different, and what those that are gone or different were. */
interface Beginning {
  readonly bench: Bench;
  /** The last check, unless everything has to be checked anew. */
  readonly before: Checked | undefined;
  readonly changed: readonly DocumentFacts[];
  readonly left: readonly DocumentFacts[];
  /** With other names than before: which lines of gates may be judged differently. */
  readonly concerns?: (text: string) => boolean;
}

/**
 * Runs the table of rules over a folder. It remembers the last answer: rules run again over the pieces of the plans that changed, and the
 * findings of documents that no such piece concerns are the same objects as before.
 *
 * Why pieces of several sizes and not one per document: findings cross documents, so that one edit may change what is found in any other,
 * and most edits change nothing anywhere else. Rules run over a whole plan cost the size of the plan with every key; the same rules run
 * over what they look at (`check/slices.ts`) cost what is different. What a slice leaves out a rule cannot depend on, which is what makes
 * it safe to keep what was found.
 */
export class Checking {
  private board = new FindingBoard();
  private bench: Bench | undefined;
  private judge: Judge | undefined;
  private readonly names = new PlanNames();
  private vocabulary: Vocabulary | undefined;
  private checked: Checked | undefined;
  private plans = new Map<GroupFold, PlanCheck>();
  private problems = new Map<string, Piece>();
  private configuration = newPiece();
  /** Documents that say something else than the text they are compared with. */
  private readonly unsettled = new Set<string>();

  /** The findings of all paths, each list in the order of the text. */
  update(now: Checked): LayeredMap<readonly Finding[]> {
    const { bench, before, changed, left, concerns } = this.begin(now);
    this.checked = now;
    for (const path of before ? now.sources.differences(before.sources) : []) {
      this.board.disturb(path);
      if (documentAt(now.documents, path)?.disables.length) this.board.touch(path);
    }
    for (const path of before ? now.settled.differences(before.settled) : []) this.board.disturb(path);
    this.followSettled(before, now);
    for (const document of left) {
      if (!documentAt(now.documents, document.path)) this.checkProblems(bench, document.path, []);
      if (document.disables.length > 0) this.board.touch(document.path);
    }
    for (const document of changed) {
      this.checkProblems(bench, document.path, document.problems);
      if (document.disables.length > 0) this.board.touch(document.path);
    }
    this.checkConfiguration(bench, before, now);
    this.checkPlans(bench, changed, now);
    if (concerns) bench.rejudge(concerns);
    return this.board.settle((path, findings) => withoutDisabled(path, findings, now));
  }

  /** How many findings there are now. */
  get severities(): SeverityCounts {
    return this.board.severities;
  }

  /** Settings and commands reach into every piece: with others all of them are checked anew. Names reach into lines of gates alone. */
  private begin({ settings, commands, documents }: Checked): Beginning {
    const before = this.checked;
    const edit = changes(before?.documents ?? [], documents);
    const vocabulary = this.names.update(edit.left, edit.changed, settings.gates.vocabulary);
    const known = this.vocabulary;
    this.vocabulary = vocabulary;
    if (this.bench && this.judge && known && before?.settings === settings && before.commands === commands) {
      if (known === vocabulary) return { bench: this.bench, before, ...edit };
      const concerns = concernedBy(known, vocabulary);
      this.judge.renew(vocabulary, concerns);
      return { bench: this.bench, before, ...edit, concerns };
    }
    this.board = new FindingBoard(this.board);
    this.plans = new Map();
    this.problems = new Map();
    this.configuration = newPiece();
    this.judge = rememberingJudge(commands, vocabulary);
    this.bench = openBench(this.board, settings, this.judge, {
      source: (path) => this.checked?.sources.get(path),
      words: (at) => this.words(at),
      around: (path) => this.around(path),
      before: (path) => this.before(path),
      files: () => this.checked?.files,
      history: () => this.checked?.history,
    });
    return { bench: this.bench, before: undefined, ...changes([], documents) };
  }

  private followSettled(before: Checked | undefined, { sources, settled }: Checked): void {
    if (!before) this.unsettled.clear();
    const paths = before ? [...sources.differences(before.sources), ...settled.differences(before.settled)] : settled.keys();
    for (const path of paths) {
      const earlier = settled.get(path);
      if (earlier && earlier.text !== sources.get(path)?.text) this.unsettled.add(path);
      else this.unsettled.delete(path);
    }
  }

  private around(path: string): PlacedText | undefined {
    const source = this.checked?.sources.get(path);
    return source && placedText(source, this.checked?.layouts.get(path));
  }

  private words({ path, start, end }: Place): Written | undefined {
    const text = this.around(path);
    if (!text) return undefined;
    const from = text.offset(start);
    return { text: text.source.text.slice(from, text.offset(end)), place: (offset) => text.place(from + offset) };
  }

  /** What a document said when it was settled last. */
  private before(path: string): DocumentFacts | undefined {
    const { settled, sources, settings } = this.checked ?? {};
    const source = settled?.get(path);
    return source && settings && source.text !== sources?.get(path)?.text
      ? readSource(source, settings, undefined).facts
      : undefined;
  }

  private checkConfiguration(bench: Bench, before: Checked | undefined, now: Checked): void {
    const source = now.sources.get(settingsPath);
    const same = before && source === before.sources.get(settingsPath);
    if (!same || now.configurationProblems !== before.configurationProblems)
      bench.problems(
        [...now.configurationProblems, ...unknownRules(source), ...endedExceptions(now.settings)],
        this.configuration,
      );
  }

  private checkProblems(bench: Bench, path: string, problems: readonly Problem[]): void {
    const known = this.problems.get(path);
    if (!known && problems.length === 0) return;
    const piece = known ?? newPiece();
    bench.problems(problems, piece);
    if (problems.length > 0) this.problems.set(path, piece);
    else this.problems.delete(path);
  }

  private checkPlans(bench: Bench, changed: readonly DocumentFacts[], { fold, touched, files, history }: Checked): void {
    for (const [group, check] of this.plans) {
      if (fold.groups.includes(group)) continue;
      check.dispose();
      this.plans.delete(group);
    }
    for (const [index, group] of fold.groups.entries()) {
      const check = this.plans.get(group) ?? new PlanCheck(group, bench);
      this.plans.set(group, check);
      // A touched file is judged by one plan only: the first, which defines most.
      check.update(changed, index === 0 ? [...touched] : [], { files, history, unsettled: this.unsettled });
    }
  }
}

/** Documents that are new or different, and what those that are gone or different were. Both lists are in the order of their paths. */
function changes(before: readonly DocumentFacts[], after: readonly DocumentFacts[]) {
  const changed: DocumentFacts[] = [];
  const left: DocumentFacts[] = [];
  let at = 0;
  for (const document of after) {
    if (before[at] === document) {
      at += 1;
      continue;
    }
    while (at < before.length && (before[at]?.path ?? '') < document.path) left.push(before[at++] as DocumentFacts);
    const old = before[at];
    if (old?.path === document.path) at += 1;
    if (old === document) continue;
    changed.push(document);
    if (old?.path === document.path) left.push(old);
  }
  left.push(...before.slice(at));
  return { changed, left };
}

/** Rules that `phasewise.yaml` configures and that do not exist: the readers of settings do not know which rules there are. */
function unknownRules(source: Source | undefined): readonly Problem[] {
  if (!source) return [];
  const known = rules.map((rule) => rule.id);
  return ruleKeysOf(source).flatMap(({ id, at }) => {
    if (known.includes(id)) return [];
    const close = nearest(id, known);
    const message = `There is no rule \`${id}\`.${close ? ` Did you mean \`${close}\`?` : ''}`;
    return [{ code: 'unknown-key' as const, message, at: { path: source.path, ...at }, ...(close ? { instead: [close] } : {}) }];
  });
}

function endedExceptions({ scope }: Settings): readonly Problem[] {
  return scope.exceptions.flatMap(({ ended, path, until, at }) => {
    const message = `The exception for ${path} ended on ${until}. Remove it, or write a later day and why.`;
    return ended ? [{ code: 'exception-ended' as const, message, at }] : [];
  });
}

function withoutDisabled(path: string, findings: readonly Finding[], { documents, sources, settings }: Checked) {
  const document = documentAt(documents, path);
  if (!document || document.disables.length === 0) return findings;
  const severityOf = (rule: string, usual: Finding['severity']) => settings.rules.get(rule) ?? usual;
  return withDisables(new Map([[path, findings]]), [document], sources, severityOf).get(path) ?? [];
}
