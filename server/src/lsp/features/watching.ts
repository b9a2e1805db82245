import {
  FileChangeType,
  type FileEvent,
  type FileOperationRegistrationOptions,
  type FileSystemWatcher,
  WatchKind,
} from 'vscode-languageserver';
import { defaultSettings, relevantGlobs } from '../../core/index.ts';

/**
 * What an editor is asked to watch: every Markdown and YAML file, because the settings may name any of them, the files at the root
 * that name scripts, and where Git keeps its tags. Which of them matter is decided when they change.
 */
export const watchers: FileSystemWatcher[] = [
  { globPattern: '**/*.{md,MD,markdown,yaml,yml}' },
  // Tags mark passed gates.
  { globPattern: '**/.git/{packed-refs,refs/tags/**}' },
  ...scripts().map((name) => ({ globPattern: `**/${name}` })),
];

/** What an editor is asked to watch besides, once a scope is there: which files come and go, and what Git ignores. */
export const listingWatchers: FileSystemWatcher[] = [
  { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
  { globPattern: '**/.gitignore' },
];

/** Whether the first watchers tell of a file: its text may matter, not only that it is there. */
export function holdsText(uri: string): boolean {
  if (/\/\.git\//.test(uri)) return /\/\.git\/(?:packed-refs$|refs\/tags\/)/.test(uri);
  return /\.(?:md|markdown|ya?ml)$/i.test(uri) || names.has(uri.slice(uri.lastIndexOf('/') + 1));
}

/** Whether there are other files now than before; what Git does in its own folder is nobody's business. */
export function cameOrWent({ uri, type }: FileEvent): boolean {
  return !uri.includes('/.git/') && (type !== FileChangeType.Changed || uri.endsWith('/.gitignore'));
}

/** Files with a fixed name. */
function scripts(): readonly string[] {
  return relevantGlobs(defaultSettings).include.filter((glob) => !/[*?{[]|\.ya?ml$/.test(glob));
}

const names = new Set(scripts());

/** Folders that are moved or deleted are told only as such. */
export const fileOperations: FileOperationRegistrationOptions = { filters: [{ pattern: { glob: '**/*' } }] };
