import type { FileOperationRegistrationOptions, FileSystemWatcher } from 'vscode-languageserver';
import { defaultSettings, relevantGlobs } from '../../core/index.ts';

/**
 * What an editor is asked to watch: every Markdown and YAML file, because the settings may name any of them, the files at the root
 * that name scripts, and where Git keeps its tags. Which of them matter is decided when they change.
 */
export const watchers: FileSystemWatcher[] = [
  { globPattern: '**/*.{md,MD,markdown,yaml,yml}' },
  // Tags mark passed gates.
  { globPattern: '**/.git/{packed-refs,refs/tags/**}' },
  ...relevantGlobs(defaultSettings)
    .include.filter((glob) => !/[*?{[]|\.ya?ml$/.test(glob))
    .map((glob) => ({ globPattern: `**/${glob}` })),
];

/** Folders that are moved or deleted are told only as such. */
export const fileOperations: FileOperationRegistrationOptions = { filters: [{ pattern: { glob: '**/*' } }] };
