import type { Client } from './client.ts';
import type { Documents } from './documents.ts';
import type { Folder } from './folder.ts';

/** What a feature may ask for: the folders, the open documents, and what the client understands. */
export interface Session {
  readonly documents: Documents;
  readonly client: Client;
  readonly folders: readonly Folder[];
  /** The folder of a document and its path in it; undefined for a document outside all folders. */
  place(uri: string): Placed | undefined;
  /** The folder with this URI, in whatever spelling. */
  folder(uri: string): Folder | undefined;
}

/** A document in its folder. */
export interface Placed {
  readonly folder: Folder;
  readonly path: string;
}
