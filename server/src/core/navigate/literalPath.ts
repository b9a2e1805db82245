/** A glob that names one path, without its `./`; undefined where it names many. */
export function literalPath(glob: string): string | undefined {
  const path = glob.replace(/^\.\//, '');
  return path === '' || /[*?{}!]|\/$/.test(path) ? undefined : path;
}
