/** `initializationOptions` of the client. */
export interface InitializationOptions {
  /** URI of the folder with the pages of the rules (`gate-unnamed-tests.md`). Without it findings carry no link. */
  readonly docsBase?: string;
  /** Whether phases, stages and gates are offered as document symbols; `false` where the editor lists headings itself. */
  readonly symbols?: boolean;
  /** Whether “Run gate checklist” is offered as a lens; `false` where the command does not exist. */
  readonly lenses?: boolean;
  /** The editor's own command that asks for completions, to go on behind a folder; absent where there is none. */
  readonly suggestAgain?: string;
  /** Whether something else offers the keys of YAML files by the schemas that come with the extension. */
  readonly schemas?: boolean;
  /** Whether the command “fill in” exists, which asks for words that a quick fix needs in another document. */
  readonly asks?: boolean;
}

export interface DocumentParams {
  readonly uri: string;
}

export interface FolderParams {
  /** URI of a folder, of the workspace or in it. */
  readonly folder: string;
}

export interface StatusParams {
  /** Answer only when everything said so far was read, judged and published. */
  readonly settled?: boolean;
}

export interface StatusAnswer {
  readonly version: string;
  readonly folders: readonly FolderStatus[];
  readonly openDocuments: number;
}

export interface FolderStatus {
  readonly folder: string;
  /** Whether the files on disk were read. */
  readonly ready: boolean;
  /** Documents that say something about a plan. */
  readonly documents: number;
  /** Counts up with every change. */
  readonly revision: number;
}
