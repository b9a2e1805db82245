/**
 * Work that is done once per object and remembered as long as somebody holds the object. Only for what follows from the object alone:
 * phases and facts that did not change are the same objects from key to key, so that most of a plan is not looked through again.
 */
export function oncePer<K extends object, V>(work: (one: K) => V): (one: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (one) => {
    const found = known.get(one);
    if (found) return found.value;
    const value = work(one);
    known.set(one, { value });
    return value;
  };
}
