import { inOrder } from './check/board.ts';
import type { LayeredMap } from './layeredMap.ts';
import type { Finding } from './model.ts';
import { atOffsets, type LayoutOf } from './placed.ts';

/** Findings by path at offsets into the texts; those of a path are worked out when somebody asks for them. */
export class PlacedFindings implements ReadonlyMap<string, readonly Finding[]> {
  private readonly placed = new Map<string, readonly Finding[]>();

  constructor(
    private readonly findings: LayeredMap<readonly Finding[]>,
    private readonly layoutOf: LayoutOf,
  ) {}

  get size(): number {
    return this.findings.size;
  }

  get(path: string): readonly Finding[] | undefined {
    const known = this.placed.get(path);
    if (known) return known;
    const counted = this.findings.get(path);
    if (!counted) return undefined;
    const now = atOffsets(counted, this.layoutOf);
    // Two places may be one offset: then it is the words that decide which finding comes first.
    const placed = now === counted ? counted : [...now].sort(inOrder);
    this.placed.set(path, placed);
    return placed;
  }

  has(path: string): boolean {
    return this.findings.has(path);
  }

  keys(): MapIterator<string> {
    return this.findings.keys();
  }

  *entries(): MapIterator<[string, readonly Finding[]]> {
    for (const path of this.keys()) yield [path, this.get(path) ?? []];
  }

  *values(): MapIterator<readonly Finding[]> {
    for (const [, findings] of this.entries()) yield findings;
  }

  [Symbol.iterator](): MapIterator<[string, readonly Finding[]]> {
    return this.entries();
  }

  forEach(visit: (findings: readonly Finding[], path: string, map: ReadonlyMap<string, readonly Finding[]>) => void): void {
    for (const [path, findings] of this.entries()) visit(findings, path, this);
  }
}
