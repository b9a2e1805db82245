import { LayeredMap } from '../layeredMap.ts';
import type { Finding, Severity } from '../model.ts';
import { shareList } from '../share.ts';

/** One piece of checking: what it found last, and which texts it looked at. */
export interface Piece {
  findings: readonly Finding[];
  texts: readonly string[];
  /** Checks it again over the same part of the plan, where it looked at texts. */
  again?: (() => void) | undefined;
}

/** How many findings of each severity there are. */
export type SeverityCounts = Readonly<Record<Severity, number>>;

/**
 * Gathers the findings of many pieces of checking by path. A piece that finds something else than before costs the documents that it
 * found it in; the lists of all other documents are the same objects as before.
 */
export class FindingBoard {
  private readonly stale = new Set<Piece>();
  private readonly byPath = new Map<string, Map<Piece, readonly Finding[]>>();
  private readonly readers = new Map<string, Set<Piece>>();
  private readonly changed = new Set<string>();
  private shown = LayeredMap.of<readonly Finding[]>();
  private counts: SeverityCounts = { error: 0, warning: 0, information: 0, hint: 0 };

  /** @param before a board whose findings were shown until now */
  constructor(before?: FindingBoard) {
    if (!before) return;
    this.shown = before.shown;
    this.counts = before.counts;
    for (const path of before.shown.keys()) this.changed.add(path);
  }

  /** Takes what a piece found this time, and which texts it looked at. */
  put(piece: Piece, findings: readonly Finding[], texts: readonly string[] = []): void {
    this.stale.delete(piece);
    this.follow(piece, texts);
    const before = piece.findings;
    const after = before.length === 0 ? findings : shareList(before, findings);
    if (after === before || (after.length === 0 && before.length === 0)) return;
    piece.findings = after;
    for (const { at } of before) {
      this.byPath.get(at.path)?.delete(piece);
      this.changed.add(at.path);
    }
    for (const [path, own] of groupByPath(after)) {
      const pieces = this.byPath.get(path);
      if (pieces) pieces.set(piece, own);
      else this.byPath.set(path, new Map([[piece, own]]));
      this.changed.add(path);
    }
  }

  /** The text at a path is another one: pieces that looked at it have to be checked again. */
  disturb(path: string): void {
    for (const piece of this.readers.get(path) ?? []) this.stale.add(piece);
  }

  /** What is found at a path has to be looked through again. */
  touch(path: string): void {
    this.changed.add(path);
  }

  /**
   * The findings of all paths, each list in the order of the text.
   * @param finish looks through the findings of one path: hides some, adds others
   */
  settle(finish: (path: string, findings: readonly Finding[]) => readonly Finding[]): LayeredMap<readonly Finding[]> {
    // What was not checked for another reason still stands on the same part of the plan, but on other words.
    for (const piece of [...this.stale]) piece.again?.();
    this.stale.clear();
    const changes = new Map<string, readonly Finding[] | undefined>();
    const counts = { ...this.counts };
    for (const path of this.changed) {
      const before = this.shown.get(path) ?? [];
      const pieces = this.byPath.get(path);
      if (pieces?.size === 0) this.byPath.delete(path);
      const all = [...(pieces?.values() ?? [])].flat().sort(inOrder);
      const after = shareList(before, finish(path, all));
      if (after === before) continue;
      for (const { severity } of before) counts[severity] -= 1;
      for (const { severity } of after) counts[severity] += 1;
      changes.set(path, after.length > 0 ? after : undefined);
    }
    this.changed.clear();
    if (changes.size > 0) this.shown = this.shown.with(changes);
    this.counts = counts;
    return this.shown;
  }

  get severities(): SeverityCounts {
    return this.counts;
  }

  private follow(piece: Piece, texts: readonly string[]): void {
    if (texts.length === 0 && piece.texts.length === 0) return;
    for (const path of piece.texts) this.readers.get(path)?.delete(piece);
    piece.texts = texts;
    for (const path of texts) {
      const known = this.readers.get(path);
      if (known) known.add(piece);
      else this.readers.set(path, new Set([piece]));
    }
  }
}

/** A piece that found nothing so far. */
export function newPiece(): Piece {
  return { findings: [], texts: [] };
}

function groupByPath(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const map = new Map<string, Finding[]>();
  for (const finding of findings) {
    const known = map.get(finding.at.path);
    if (known) known.push(finding);
    else map.set(finding.at.path, [finding]);
  }
  return map;
}

/** By place, then by rule and words: no matter in which order the pieces were checked. */
export function inOrder(a: Finding, b: Finding): number {
  return (
    a.at.start - b.at.start ||
    a.at.end - b.at.end ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message) ||
    // One condition may be judged for two phases of one number, and be a hint for one of them.
    compare(a.severity, b.severity)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
