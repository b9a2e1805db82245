/** So many changes stand beside the base at most (or the root of its size, where that is more): copying them stays cheap. */
const mostChanges = 64;

/**
 * An immutable map by string whose changes cost what changed: a large base that versions share, and a small layer of changes over it
 * that each version has for itself. Two versions of one base are compared by their layers alone.
 */
export class LayeredMap<V> implements ReadonlyMap<string, V> {
  readonly size: number;

  private constructor(
    private readonly base: ReadonlyMap<string, V>,
    /** `undefined` stands for a key that was taken out. */
    private readonly layer: ReadonlyMap<string, V | undefined>,
  ) {
    let size = base.size;
    for (const [key, value] of layer) size += (value === undefined ? 0 : 1) - (base.has(key) ? 1 : 0);
    this.size = size;
  }

  static of<V>(entries: Iterable<readonly [string, V]> = []): LayeredMap<V> {
    return new LayeredMap<V>(new Map(entries), new Map());
  }

  /** A map with these changes; `undefined` takes a key out. */
  with(changes: ReadonlyMap<string, V | undefined>): LayeredMap<V> {
    const layer = new Map(this.layer);
    for (const [key, value] of changes) {
      if (value === undefined && !this.base.has(key)) layer.delete(key);
      else layer.set(key, value);
    }
    const next = new LayeredMap(this.base, layer);
    return layer.size <= Math.max(mostChanges, Math.sqrt(this.base.size)) ? next : LayeredMap.of(next);
  }

  get(key: string): V | undefined {
    return this.layer.get(key) ?? (this.layer.has(key) ? undefined : this.base.get(key));
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  /** Keys under which another map has something else. Costs the changes between versions of one base, else all keys of both. */
  *differences(other: LayeredMap<V>): Iterable<string> {
    const [mine, its] = this.base === other.base ? [this.layer, other.layer] : [this, other];
    for (const key of mine.keys()) if (this.get(key) !== other.get(key)) yield key;
    for (const key of its.keys()) if (!mine.has(key) && this.get(key) !== other.get(key)) yield key;
  }

  *entries(): MapIterator<[string, V]> {
    for (const [key, value] of this.base) if (!this.layer.has(key)) yield [key, value];
    for (const [key, value] of this.layer) if (value !== undefined) yield [key, value];
  }

  *keys(): MapIterator<string> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  forEach(visit: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }
}
