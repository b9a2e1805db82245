/** The only port to the outside: what the core needs read for it. Paths are workspace-relative with `/`. */
export interface Host {
  /** Paths that match one of the globs (case does not matter) and none of the excluded ones. */
  find(include: readonly string[], exclude: readonly string[]): Promise<readonly string[]>;
  /** The text of a file, or why there is none: `missing`, or words for a person. */
  read(path: string): Promise<HostText>;
  /** Names of the Git tags of the repository that the folder is in, sorted; undefined where it is in none. */
  tags(): Promise<readonly string[] | undefined>;
  /** The day where the person is, as an ISO date. */
  today(): string;
  /** All files of the folder but those that Git ignores, sorted; undefined where there are too many to look at. */
  list(): Promise<readonly string[] | undefined>;
}

export type HostText =
  | { readonly text: string }
  | { readonly missing: true }
  /** Too large, not UTF-8, not permitted: the file exists and could not be read. */
  | { readonly unreadable: string };
