/** "12 files (src/a.ts, src/b.ts …)", "src/a.ts": how many there are, and the first two by name. @param files at least one */
export function someOf(files: readonly string[]): string {
  if (files.length === 1) return `${files[0]}`;
  const [first, second] = files;
  return files.length === 2 ? `${first} and ${second}` : `${files.length} files (${first}, ${second} …)`;
}
