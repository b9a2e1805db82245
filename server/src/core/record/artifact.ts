import { pathMeant } from '../proof/pathMeant.ts';
import { folderOf, relativeTo } from '../proof/relativePath.ts';
import type { Refusal } from '../refusal.ts';
import { hiddenShown } from './recordable.ts';

/** A run whose output is kept. */
export interface KeptRun {
  /** Exactly what ran. */
  readonly command: string;
  /** The folder it ran in, workspace-relative; empty for the workspace folder itself. */
  readonly folder: string;
  /** ISO date: `2026-03-01`. */
  readonly date: string;
  readonly actor: string | null;
  readonly commit: string | null;
  readonly exitCode: number | null;
  readonly output: string;
}

/** Of an output so much is kept, its beginning and its end. Bytes of UTF-8. */
const mostKept = 64 * 1024;

/**
 * Where the output of a step is kept: below the evidence folder, by phase, step and date, with names that every system allows. A second
 * run of the day gets a number.
 * @param folder the configured evidence folder, which a repository may have set to anything
 * @param taken whether a file stands at a workspace-relative path
 */
export function artifactPath(
  folder: string,
  phase: string,
  step: { readonly id: string | null; readonly title: string },
  date: string,
  taken: (path: string) => boolean,
): string | Refusal {
  const inside = folderInside(folder);
  if (inside === undefined)
    return {
      refused: `The evidence folder \`${hiddenShown(folder)}\` is no folder of this workspace. Set \`evidence.folder\` to one.`,
    };
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date) ? `-${date}` : '';
  const start = `${inside}/phase-${slug(phase, 'x')}/${slug(step.id ?? step.title, 'step')}${day}`;
  for (let number = 1; number <= mostOfDay; number += 1) {
    const path = `${start}${number === 1 ? '' : `-${number}`}.txt`;
    if (!taken(path)) return path;
  }
  return { refused: `${start}.txt and ${mostOfDay - 1} more are there already. Tidy up, then the output can be kept.` };
}

const mostOfDay = 999;

/** What stands in the file that keeps the output of a run: what ran, where, when and by whom, then the output, harmless to show. */
export function artifactText(run: KeptRun): string {
  const line = (name: string, value: string | number | null) =>
    value === null ? [] : [`${name}: ${hiddenShown(String(value).replace(/\n/g, '\\n'))}`];
  const head = [
    ...line('command', run.command),
    ...line('folder', run.folder === '' ? '.' : run.folder),
    ...line('date', run.date),
    ...line('actor', run.actor),
    ...line('commit', run.commit),
    ...line('exit code', run.exitCode ?? 'none, it was ended from outside'),
  ];
  const output = shortened(hiddenShown(run.output.replace(/\r\n?/g, '\n')));
  return `${head.join('\n')}\n\n${output}${output === '' || output.endsWith('\n') ? '' : '\n'}`;
}

/** How a document links a file: from its own folder on. Paths are workspace-relative. */
export function linkFrom(document: string, path: string): string {
  return relativeTo(folderOf(document), path);
}

/** A configured folder as a path of the workspace, or undefined where it is none. */
function folderInside(folder: string): string | undefined {
  const path = folder.replaceAll('\\', '/');
  const meant = pathMeant(path, '');
  if (path === '' || 'problem' in meant || meant.absolute) return undefined;
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return parts.length === 0 || parts.some((part) => part === '..' || !allowed(part)) ? undefined : parts.join('/');
}

/** Names that Windows cannot have are none anywhere: a repository is checked out there too. */
function allowed(name: string): boolean {
  return !/[<>:"|?*\p{Cc}\p{Cf}]|[. ]$/u.test(name) && !device.test(name);
}

const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Words as a file name: letters and digits of any script, hyphens between them. */
function slug(words: string, otherwise: string): string {
  const name = [
    ...words
      .normalize('NFKC')
      .toLowerCase()
      .matchAll(/[\p{L}\p{M}\p{N}]+/gu),
  ]
    .map(([part]) => part)
    .join('-');
  const short = [...name].slice(0, longestName).join('').replace(/-$/, '');
  return short === '' ? otherwise : device.test(short) ? `${otherwise}-${short}` : short;
}

const longestName = 60;

/** The beginning and the end of a text that is too long, with a line between them about what was left out. */
function shortened(text: string): string {
  if (bytesOf(text) <= mostKept) return text;
  const half = Math.floor(mostKept / 2) - 60;
  const head = fitting([...text], half);
  const tail = fitting([...text].reverse(), half);
  return `${head.join('')}\n… ${[...text].length - head.length - tail.length} characters were left out …\n${tail.reverse().join('')}`;
}

function fitting(chars: readonly string[], most: number): string[] {
  let bytes = 0;
  const end = chars.findIndex((char) => {
    bytes += bytesOf(char);
    return bytes > most;
  });
  return chars.slice(0, end < 0 ? chars.length : end);
}

/** The length of a text in UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
