import type { FileIndex } from '../files.ts';
import type { EvidenceTarget } from '../model.ts';
import { nearGlob } from '../plan/nearGlob.ts';
import { nearest } from '../read/nearest.ts';
import type { Ask } from '../source.ts';
import { anchorsOf } from './anchors.ts';
import { pathMeant } from './pathMeant.ts';
import { folderOf, relativeTo } from './relativePath.ts';
import { urlProblem } from './urlProblem.ts';

/** What is known of the folder; what is not known breaks no link. */
export interface KnownFiles {
  /** The files of the folder, where somebody listed them. */
  readonly files: FileIndex | undefined;
  /** Asks about the text at a path, where somebody read it. */
  readonly ask: Ask;
  /** Whether Git knows a commit; undefined where nobody asked. */
  readonly hasCommit: (hash: string) => boolean | undefined;
}

/** Why a pointer leads nowhere. */
export interface Broken {
  /** A sentence with a full stop. */
  readonly message: string;
  /** What to write instead of the words that point, where something close is there. */
  readonly instead: string | undefined;
  /** No file of the folder is meant, and none is close: the words may be about another repository. */
  readonly unknown?: true;
}

/** What is wrong with a pointer, or undefined. Nothing is opened and nothing is fetched. @param document the path it is written in */
export function brokenness(target: EvidenceTarget, document: string, known: KnownFiles): Broken | undefined {
  const shown = `\`${visible(target.value)}\``;
  if (target.kind === 'url') {
    const problem = urlProblem(target.value);
    return problem ? { message: `${shown} is no address of a page: ${problem}.`, instead: undefined } : undefined;
  }
  if (target.kind === 'commit') {
    // A link to a commit names the repository it is in, which may be another one.
    if (target.form === 'link' || known.hasCommit(target.value) !== false) return undefined;
    return { message: `There is no commit ${shown} in this repository.`, instead: undefined };
  }
  if (target.value === '') return brokenPart(target, document, known);
  const meant = pathMeant(target.value, document);
  if ('problem' in meant)
    return { message: `${shown} ${meant.problem}. Name a file of the workspace by its path.`, instead: undefined };
  const path = fileMeant(target, document, known);
  if (path === undefined) return known.files ? missing(target, meant, document, known) : undefined;
  if (target.form === 'link' && target.value.includes('\\'))
    return {
      message: `${shown} leads nowhere but on Windows: write it with \`/\`.`,
      instead: target.value.replaceAll('\\', '/'),
    };
  return brokenPart(target, path, known);
}

/** The file or folder that a pointer names, or undefined. @param document the path it is written in */
export function fileMeant(target: EvidenceTarget, document: string, known: KnownFiles): string | undefined {
  const meant = pathMeant(target.value, document);
  if (target.kind !== 'file' || 'problem' in meant) return undefined;
  return meant.paths.find((one) => isThere(one, known)) ?? wherever(target, known);
}

function missing(
  { value, form, part }: EvidenceTarget,
  { paths, absolute }: { readonly paths: readonly string[]; readonly absolute: boolean },
  document: string,
  known: KnownFiles,
): Broken {
  const near = nearPath(paths, known.files as FileIndex);
  const written = near === undefined ? undefined : form === 'link' ? relativeTo(folderOf(document), near) : near;
  const why = absolute ? 'leads out of the workspace folder, or names no file from its root' : 'names no file of the workspace';
  const message = `\`${visible(value)}\` ${why}.${near ? ` Did you mean \`${near}\`?` : ''}`;
  if (near === undefined && !absolute) return { message, instead: undefined, unknown: true };
  return {
    message,
    instead: written && `${form === 'link' ? encodeURI(written) : written}${part && form === 'link' ? `#${part.value}` : ''}`,
  };
}

/** The file that somebody may have meant: spelled nearly like it, or the only one of that name. */
function nearPath(paths: readonly string[], files: FileIndex): string | undefined {
  for (const path of paths) {
    const near = nearGlob(path, files);
    if (near !== undefined && files.has(near)) return near;
  }
  const name = paths[0]?.split('/').at(-1) ?? '';
  const [only, another] = name === '' ? [] : files.named(name);
  return another === undefined ? only : undefined;
}

function isThere(path: string, { files, ask }: KnownFiles): boolean {
  const listed =
    path === '' ||
    files?.has(path) ||
    (files?.below(`${path.replace(/\/$/, '')}/`) ?? []).length > 0 ||
    (/[*?{]/.test(path) && (files?.matching(path) ?? []).length > 0);
  // A document that was never saved is there, too.
  return listed || ask(path, (source) => source !== undefined);
}

/** Words that are no link may leave out the folders at the front: `auth.test.ts`, `server/auth.test.ts`. */
function wherever({ value, form }: EvidenceTarget, { files }: KnownFiles): string | undefined {
  if (form === 'link' || !files || value.includes('..')) return undefined;
  const path = value.replaceAll('\\', '/').replace(/^\.?\//, '');
  return files.named(path.split('/').at(-1) ?? '').find((one) => one.endsWith(`/${path}`));
}

/** A heading, line or test that is not in the file; of a file whose text nobody read, nothing is said. */
function brokenPart({ value, form, part }: EvidenceTarget, path: string, { ask }: KnownFiles): Broken | undefined {
  if (!part) return undefined;
  const name = `\`${visible(path)}\``;
  if (part.kind === 'line') {
    const last = Math.max(...[...part.value.matchAll(/L(\d{1,7})/g)].map(([, line]) => Number(line)));
    const lines = ask(path, (source) => source && source.lineStarts.length < last && source.lineStarts.length);
    return lines ? { message: `${name} has no line ${last}, only ${lines}.`, instead: undefined } : undefined;
  }
  if (part.kind === 'test') {
    const own = part.value.split(/::| > /).at(-1) ?? '';
    // `adds[1-2-3]` is one run of the test `adds`.
    const bare = (own.endsWith(']') ? own.slice(0, own.indexOf('[')) : own).trim();
    const isHeld = ask(path, (source) => !source || source.text.includes(bare));
    return isHeld ? undefined : { message: `${name} holds no test \`${visible(bare)}\`.`, instead: undefined };
  }
  if (!/\.(?:md|mdx|markdown)$/i.test(path)) return undefined;
  const section = part.value.toLowerCase();
  if (section === 'top') return undefined;
  const near = ask(path, (source) => {
    const anchors = source && anchorsOf(source);
    return !anchors || anchors.has(section) ? null : nearest(section, [...anchors]);
  });
  if (near === null) return undefined;
  return {
    message: `${name} has no heading \`#${visible(part.value)}\`.${near ? ` Did you mean \`#${near}\`?` : ''}`,
    instead: near && `${form === 'link' ? encodeURI(value) : value}#${near}`,
  };
}

/** Words as they can be shown: what cannot be seen is written as its number. */
export function visible(words: string): string {
  const short = words.length > 120 ? `${words.slice(0, 119)}…` : words;
  return short.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`);
}
