/** The folder of a path, empty for the root. Paths are workspace-relative with `/`. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** A path from a folder on, without `.` and `..`; undefined where it leads out of the workspace. A slash at the end stays. */
export function joined(folder: string, path: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..' && parts.pop() === undefined) return undefined;
    if (part !== '..' && part !== '.' && part !== '') parts.push(part);
  }
  return `${parts.join('/')}${parts.length > 0 && /(?:^|\/)\.{0,2}$/.test(path) ? '/' : ''}`;
}

/** The way from a folder to a path. */
export function relativeTo(folder: string, path: string): string {
  const [from, to] = [folder === '' ? [] : folder.split('/'), path.split('/')];
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same += 1;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}
