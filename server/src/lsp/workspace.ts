import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { History } from '../core/index.ts';
import { emptyHost } from '../host/empty.ts';
import type { Host } from '../host/host.ts';
import { soon } from '../host/turn.ts';
import { type Client, plainClient } from './client.ts';
import { type Documents, openDocuments } from './documents.ts';
import { changedDiagnostics, nothingPublished, type Published } from './features/diagnostics.ts';
import { planNews } from './features/planChanged.ts';
import { type Folder, openFolder, placeOf } from './folder.ts';
import type { PlanChangedParams } from './protocol.ts';
import { schedule } from './schedule.ts';
import type { Session } from './session.ts';
import { parentUri, toPath, tryNormalUri } from './uris.ts';

/** All folders of the editor, and the one queue through which their findings reach it. */
export interface Workspace extends Session {
  readonly documents: Documents;
  start(client: Client, folders: readonly string[]): void;
  add(uri: string): void;
  remove(uri: string): void;
  /** The text of an open document is this now; `edited` if a person changed it just now. */
  hold(uri: string, edited: boolean): void;
  /** An open document was saved. */
  saved(uri: string): void;
  release(uri: string): void;
  /** Something happened to these files or folders on disk. */
  disturb(uris: readonly string[]): void;
  /** Files or folders came or went, whether a plan reads them or not. */
  comeOrGo(uris: readonly string[]): void;
  /** The history of a folder's repository says this; undefined where there is none. */
  learn(folder: string, history: History | undefined): void;
  touch(uri: string): void;
  untouch(uri: string): void;
  /** Settles when all that was said so far has been read, judged and published. */
  settled(): Promise<void>;
}

/** What the workspace says to the outside. */
export interface Outside {
  /** The files of a workspace folder. */
  readonly hostOf: (uri: string) => Host;
  readonly publish: (params: PublishDiagnosticsParams) => void;
  readonly planChanged: (news: PlanChangedParams) => void;
  /** It matters which files come and go. */
  readonly listing: () => void;
  readonly log: (message: string, error: unknown) => void;
}

interface Shown {
  readonly published: Published;
  revision: number;
}

export function openWorkspace(outside: Outside): Workspace {
  const documents = openDocuments();
  const folders: Folder[] = [];
  const loose = new Set<Folder>();
  const shown = new Map<Folder, Shown>();
  let client = plainClient;
  const waiting: (() => void)[] = [];

  const round = schedule(() => {
    for (const folder of folders) {
      try {
        show(folder);
      } catch (error) {
        outside.log(`The findings of ${folder.uri} could not be computed`, error);
      }
    }
    // What is read while a round goes on is shown by the next one.
    const resume = folders.some((folder) => folder.isReading) ? [] : waiting.splice(0);
    soon(() => {
      tell();
      // What was shown may have begun the listing of files.
      if (folders.some((folder) => folder.isReading)) waiting.push(...resume);
      else for (const one of resume) one();
    });
  });
  /** Folders whose findings were shown, and whose numbers were not told yet. */
  const untold = new Set<Folder>();
  /** Findings are on their way before anything else is worked out. */
  const tell = () => {
    for (const folder of untold) {
      try {
        outside.planChanged(planNews(folder));
        folder.shown();
      } catch (error) {
        outside.log(`The numbers of ${folder.uri} could not be computed`, error);
      }
    }
    untold.clear();
  };
  /** Publishes what changed since the last time. Everything here happens in one turn, so nothing stale can be shown. */
  const show = (folder: Folder) => {
    const state = shown.get(folder);
    // Findings cross documents: half a workspace would show what is not so.
    if (!state || !folder.isReady || state.revision === folder.revision) return;
    state.revision = folder.revision;
    for (const params of changedDiagnostics(workspace, folder, state.published)) outside.publish(params);
    untold.add(folder);
  };
  const add = (uri: string, host: Host) => {
    const folder = openFolder({
      uri,
      host,
      changed: round.request,
      listing: outside.listing,
      failed: (error) => outside.log(`Reading ${uri} failed`, error),
    });
    folders.push(folder);
    shown.set(folder, { published: nothingPublished(), revision: -1 });
    // Documents that were open before the folder came move into it.
    for (const document of documents.all()) {
      const placed = placeOf(folders, document.uri);
      if (placed?.folder !== folder) continue;
      for (const other of folders) {
        const path = other === folder ? undefined : toPath(other.uri, document.uri);
        if (path !== undefined) other.release(path);
      }
      folder.hold(placed.path, document.uri, document.getText());
    }
    round.request();
    return folder;
  };
  const remove = (folder: Folder) => {
    folder.close();
    folders.splice(folders.indexOf(folder), 1);
    untold.delete(folder);
    loose.delete(folder);
    for (const { uri } of shown.get(folder)?.published.files.values() ?? []) outside.publish({ uri, diagnostics: [] });
    shown.delete(folder);
  };
  const workspace: Workspace = {
    documents,
    folders,
    get client() {
      return client;
    },
    place: (uri) => placeOf(folders, uri),
    folder: (uri) => folders.find((folder) => tryNormalUri(folder.uri) === tryNormalUri(uri)),
    start(newClient, uris) {
      client = newClient;
      for (const uri of uris) this.add(uri);
    },
    add(uri) {
      if (!tryNormalUri(uri) || this.folder(uri)) return;
      add(uri, outside.hostOf(uri));
    },
    remove(uri) {
      const folder = this.folder(uri);
      if (!folder) return;
      remove(folder);
      // What is open in it may belong to an outer folder now.
      for (const document of documents.all()) if (toPath(uri, document.uri) !== undefined) this.hold(document.uri, false);
    },
    hold(uri, edited) {
      const document = documents.get(uri);
      if (!document || !tryNormalUri(uri)) return;
      let placed = placeOf(folders, uri);
      if (!placed && /^file:/.test(uri)) {
        // Around a document outside all folders the disk is nobody's business.
        loose.add(add(parentUri(uri), emptyHost));
        placed = placeOf(folders, uri);
      }
      if (!placed) return;
      placed.folder.hold(placed.path, uri, document.getText());
      // An editor without our own client tells that a code file was edited by the edit itself.
      if (edited && placed.folder.isReady && !placed.folder.project.sources.has(placed.path)) placed.folder.touch(placed.path);
      round.request();
    },
    saved(uri) {
      const placed = placeOf(folders, uri);
      placed?.folder.saved(placed.path);
      round.request();
    },
    release(uri) {
      const placed = placeOf(folders, uri);
      if (!placed) return;
      placed.folder.release(placed.path);
      if (loose.has(placed.folder) && ![...documents.all()].some((one) => placeOf(folders, one.uri)?.folder === placed.folder))
        remove(placed.folder);
      round.request();
    },
    comeOrGo(uris) {
      for (const folder of folders) folder.comeOrGo(uris.flatMap((uri) => toPath(folder.uri, uri) ?? []));
      round.request();
    },
    disturb(uris) {
      for (const folder of folders) folder.disturb(uris.flatMap((uri) => toPath(folder.uri, uri) ?? []));
      round.request();
    },
    learn(uri, history) {
      this.folder(uri)?.learn(history);
      round.request();
    },
    touch(uri) {
      const placed = placeOf(folders, uri);
      placed?.folder.touch(placed.path);
      round.request();
    },
    untouch(uri) {
      const placed = placeOf(folders, uri);
      placed?.folder.untouch(placed.path);
      round.request();
    },
    settled: () =>
      new Promise((resume) => {
        waiting.push(resume);
        round.request();
      }),
  };
  return workspace;
}
