import type { FileIndex } from '../files.ts';
import type { DocumentFacts, Finding, Place, Problem, Severity } from '../model.ts';
import type { PlacedText } from '../placed.ts';
import type { History } from '../proof/history.ts';
import { apart } from '../proof/standing.ts';
import { problemRules } from '../rules/index.ts';
import type { Settings } from '../settings.ts';
import type { Ask, Source } from '../source.ts';
import type { FindingBoard, Piece } from './board.ts';
import { type Add, checkGates, type Found, type Guarded } from './gateFindings.ts';
import type { WordsAt } from './itemPlace.ts';
import type { Judge } from './judgements.ts';
import { rulesOver, type Slice, type View } from './slices.ts';

/** Where rules are run: over a piece of a plan at a time, with the settings and commands of a folder. */
export interface Bench {
  /** Runs the rules that need to see this much over a piece of a plan. */
  over(slice: Slice, view: View, piece: Piece, touched?: readonly string[]): void;
  /** Judges gates. */
  gates(guarded: readonly Guarded[], piece: Piece): void;
  /** Judges those gates again of which a condition is concerned. */
  rejudge(concerns: (text: string) => boolean): void;
  /** Finds what a reading reported. */
  problems(problems: readonly Problem[], piece: Piece): void;
  /** Takes what a piece found to where it stands now; for findings that point nowhere else. @param to undefined: where it stood */
  move(piece: Piece, to: (at: Place) => Place | undefined): void;
  /** Takes back what a piece found. */
  clear(piece: Piece): void;
}

type SourceOf = (path: string) => Source | undefined;
type BeforeOf = (path: string) => DocumentFacts | undefined;

/** What the work looks at besides its piece of the plan. */
interface Looks {
  readonly source: SourceOf;
  readonly words: WordsAt;
  readonly around: (path: string) => PlacedText | undefined;
  readonly before: BeforeOf;
  readonly files: () => FileIndex | undefined;
  readonly history: () => History | undefined;
}

/** What a piece of work may look at; what it looked at decides when it is done again. */
interface Looking extends Pick<Looks, 'words' | 'around' | 'before'> {
  readonly ask: Ask;
}

/** @param looks the text at a path as it is now, the words at a place, and what the document said before */
export function openBench(board: FindingBoard, settings: Settings, judge: Judge, looks: Looks): Bench {
  const gather = (piece: Piece, work: (add: Add, looks: Looking) => void) => {
    const findings: Finding[] = [];
    const texts = new Set<string>();
    const seen: { readonly at: Place; readonly text: string | undefined }[] = [];
    const asked: { readonly path: string; readonly isSame: () => boolean }[] = [];
    const add: Add = (rule, severity, finding) => {
      const configured = settings.rules.get(rule);
      if (configured !== 'off') findings.push(toFinding(rule, configured ?? severity, finding));
    };
    const looking =
      <T>(look: (path: string) => T) =>
      (path: string) => {
        texts.add(path);
        return look(path);
      };
    const ask: Ask = (path, question) => {
      const answer = question(looks.source(path));
      asked.push({ path, isSame: () => question(looks.source(path)) === answer });
      return answer;
    };
    const readWords = (at: Place) => {
      const words = looks.words(at);
      seen.push({ at, text: words?.text });
      return words;
    };
    work(add, { ask, before: looking(looks.before), around: looking(looks.around), words: readWords });
    board.put(piece, findings, [...new Set([...texts, ...seen.map(({ at }) => at.path), ...asked.map(({ path }) => path)])]);
    // Words that stand at their place still say what they said, and most questions have the answer that they had.
    const again = () => {
      const isSame = asked.every((one) => one.isSame()) && seen.every(({ at, text }) => looks.words(at)?.text === text);
      if (texts.size > 0 || !isSame) gather(piece, work);
    };
    piece.again = texts.size + seen.length + asked.length > 0 ? again : undefined;
  };
  const judged = new Map<Piece, readonly Guarded[]>();
  const judgeGates = (guarded: readonly Guarded[], piece: Piece) => {
    judged.set(piece, guarded);
    gather(piece, (add, { words }) => checkGates(guarded, { judge, words }, add));
  };
  return {
    over(slice, { plan, documents, standing = apart }, piece, touched = []) {
      const own = rulesOver(slice);
      if (own.length === 0) return;
      gather(piece, (add, looking) => {
        const context = {
          plan,
          documents,
          standing,
          settings,
          touched,
          files: looks.files(),
          history: looks.history(),
          ...looking,
        };
        for (const rule of own) for (const hit of rule.check(context)) add(rule.id, hit.severity ?? rule.severity, hit);
      });
    },
    gates: judgeGates,
    rejudge(concerns) {
      for (const [piece, guarded] of judged)
        if (guarded.some(([gates]) => gates.some(({ items }) => items.some(({ text }) => concerns(text)))))
          judgeGates(guarded, piece);
    },
    problems: (problems, piece) =>
      gather(piece, (add) => {
        for (const { code, message, at, instead = [] } of problems) {
          const rule = problemRules.find((one) => one.code === code);
          const fixes = instead.map((text) => ({ title: `Write \`${text}\``, edits: [{ ...at, text }] }));
          if (rule) add(rule.id, rule.severity, { message, at, fixes });
        }
      }),
    move: (piece, to) =>
      board.put(
        piece,
        piece.findings.map((finding) => ({ ...finding, at: to(finding.at) ?? finding.at })),
        piece.texts,
      ),
    clear(piece) {
      judged.delete(piece);
      board.put(piece, []);
    },
  };
}

/** Field by field: thousands are kept, and what is spread and added to has a shape of its own in memory. */
function toFinding(rule: string, severity: Severity, { category, message, at, related, fixes }: Found): Finding {
  const finding: Mutable<Finding> = category ? { rule, severity, category, message, at } : { rule, severity, message, at };
  if (related && related.length > 0) finding.related = related;
  if (fixes && fixes.length > 0) finding.fixes = fixes;
  return finding;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
