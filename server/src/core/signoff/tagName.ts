/**
 * Why a word is no name for a tag that Phasewise offers, or undefined where it is one. Narrower than Git's own rules: `--` does not stop a
 * tag called `HEAD` or `refs/heads/main`, and a name like a hash or an option means something else to the next command.
 */
export function tagNameProblem(name: string): string | undefined {
  if (name === '') return 'it is empty';
  if (name.length > 100) return 'it is longer than 100 characters';
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(name))
    return 'it may hold only letters, digits, dots, hyphens and underscores, and begins with a letter or digit';
  if (name.includes('..')) return 'two dots in a row mean a range to Git';
  if (/\.lock$/i.test(name)) return 'Git keeps names that end in .lock for itself';
  if (name.endsWith('.')) return 'Git takes no name that ends in a dot';
  if (/^(?:HEAD|[A-Z]+_HEAD)$/i.test(name)) return `${name} means the commit that is checked out`;
  if (/^(?:[0-9a-f]{7,40}|[0-9a-f]{64})$/i.test(name)) return 'it looks like the hash of a commit';
  return undefined;
}
