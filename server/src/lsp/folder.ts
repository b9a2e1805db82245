import { type FileText, type History, isRelevant, Project, relevantGlobs, settingsPath } from '../core/index.ts';
import type { Host } from '../host/host.ts';
import { type ReadFiles, readFiles, readInBatches } from '../host/load.ts';
import { nextTurn } from '../host/turn.ts';
import { openListing } from './listing.ts';
import { toPath } from './uris.ts';

/**
 * One workspace folder: its project, what is open in it, and what on disk has to be read again. What the editor holds wins over the
 * disk. Reading files is the only thing that waits; every change of the project happens at once.
 */
export interface Folder {
  readonly uri: string;
  /** Counts up with every change. */
  readonly revision: number;
  /** Settles when everything on disk was read for the first time, or when the folder was closed. */
  readonly ready: Promise<void>;
  readonly isReady: boolean;
  /** Whether something on disk is still to be read. */
  readonly isReading: boolean;
  /** The project with all changes so far. */
  readonly project: Project;
  /** Whether a file stands at a path, be it one that cannot be read. */
  exists(path: string): Promise<boolean>;
  /** The URI under which the editor opened a path. */
  openUri(path: string): string | undefined;
  /** Paths that the editor opened, changed or closed since this was called last. */
  stirred(): ReadonlySet<string>;
  /** The editor holds this text now. */
  hold(path: string, uri: string, text: string): void;
  /** The editor wrote what it holds to the disk. */
  saved(path: string): void;
  /** The editor closed it: the disk counts again. */
  release(path: string): void;
  /** Something happened to these paths on disk; a path may be a folder. */
  disturb(paths: Iterable<string>): void;
  /** Files or folders came or went, whether the plan reads them or not. */
  comeOrGo(paths: Iterable<string>): void;
  /** The findings were shown: what takes longer may begin. */
  shown(): void;
  /** Somebody asks for the names of files: from now on it matters which there are. */
  wantFiles(): void;
  /** The repository's history says this; undefined where there is none. */
  learn(history: History | undefined): void;
  touch(path: string): void;
  untouch(path: string): void;
  close(): void;
}

/** How long the folder computes before others get a turn, in milliseconds. */
const slice = 8;

export interface FolderOptions {
  readonly uri: string;
  readonly host: Host;
  /** Called when what came from the disk was read. */
  readonly changed: () => void;
  /** Called when it begins to matter which files there are. */
  readonly listing: () => void;
  /** Called with an error that ended the reading. */
  readonly failed: (error: unknown) => void;
}

/** How long events of the disk are gathered: a branch that is checked out tells of its files one after the other. Milliseconds. */
const gathering = 20;

function settle(): Promise<void> {
  return new Promise((resume) => setTimeout(resume, gathering));
}

/** Opens a folder and begins to read it in the next turn, so that documents already open can be handed over first. */
export function openFolder({ uri, host, changed, listing, failed }: FolderOptions): Folder {
  const open = new Map<string, { uri: string; text: string }>();
  let project = Project.empty;
  let revision = 0;
  let isReady = false;
  let closed = false;
  let reading: Promise<void> | undefined;
  let readAll = true;
  const disturbed = new Set<string>();
  let stirred = new Set<string>();
  /** Whether it matters which files there are, since a scope was first found. */
  let listed = false;
  const files = openListing({
    list: () => host.list(),
    take(paths) {
      const next = project.listing(paths);
      if (next !== project) become(next);
    },
    done: changed,
    failed,
  });

  const wantFiles = () => {
    if (listed) return;
    listed = true;
    listing();
    files.request();
  };
  const become = (next: Project) => {
    const before = project.settings;
    project = next;
    revision += 1;
    // Other documents may count now: look for them.
    if (isReady && before !== next.settings) readAll = true;
  };
  const openTexts = () =>
    [...open].filter(([path]) => isRelevant(path, project.settings)).map(([path, { text }]) => ({ path, text, isOpen: true }));
  const take = ({ files, missing }: ReadFiles) => {
    const gone = missing.filter((path) => project.sources.has(path) && !open.has(path));
    const read = files.filter(({ path }) => !open.has(path));
    // What others wrote is where it begins; what was saved here is on the disk as it is known.
    const others = read.filter((file) => !('text' in file) || project.sources.get(file.path)?.text !== file.text);
    const next = project.with(read);
    const left = gone.length > 0 ? next.without(gone) : next;
    become(left.settling([...others.map(({ path }) => path), ...gone]));
  };

  /** Reads what is left to read, until nothing is. */
  const read = async () => {
    while (!closed && (readAll || disturbed.size > 0)) {
      if (readAll) await readEverything();
      else await settle().then(readDisturbed);
    }
  };
  const readEverything = async () => {
    readAll = false;
    disturbed.clear();
    take(await readFiles(host, [settingsPath]));
    become(project.tagged(await host.tags()).on(host.today()));
    const { include, exclude } = relevantGlobs(project.settings);
    const found = new Set(await host.find(include, exclude));
    const gone = [...project.sources.keys()].filter((path) => !found.has(path) && !open.has(path));
    become(project.without(gone).with(openTexts()));
    for await (const batch of readInBatches(host, [...found])) {
      if (closed) return;
      take(batch);
      await readFacts(batch.files);
    }
  };
  const readDisturbed = async () => {
    const paths = [...disturbed];
    disturbed.clear();
    if (paths.some((path) => path.startsWith('.git/'))) become(project.tagged(await host.tags()));
    const known = [...project.sources.keys()];
    const below = paths.flatMap((path) => known.filter((one) => one.startsWith(`${path}/`)));
    const relevant = [...new Set([...paths, ...below])].filter((path) => isRelevant(path, project.settings) && !open.has(path));
    // A folder that came or went has no name of a document; what is in it is not told one by one.
    if (paths.some((path) => !isRelevant(path, project.settings) && !/\.\w+$|^\.git\//.test(path))) readAll = true;
    for await (const batch of readInBatches(host, relevant)) {
      if (closed) return;
      take(batch);
      await readFacts(batch.files);
    }
  };
  /** Documents are understood a slice at a time; the project remembers. */
  const readFacts = async (files: readonly FileText[]) => {
    let began = performance.now();
    for (const { path } of files) {
      project.facts(path);
      if (performance.now() - began < slice) continue;
      await nextTurn();
      began = performance.now();
    }
  };
  const readSoon = () => {
    // What arrives while reading is read by the same loop.
    reading ??= nextTurn()
      .then(read)
      .catch(failed)
      .then(() => {
        reading = undefined;
        isReady = true;
        if (!closed) changed();
      });
    return reading;
  };

  const ready = readSoon();
  return {
    uri,
    ready,
    get revision() {
      return revision;
    },
    get isReady() {
      return isReady;
    },
    get isReading() {
      return reading !== undefined || files.isBusy;
    },
    get project() {
      return project;
    },
    exists: async (path) => open.has(path) || !('missing' in (await host.read(path))),
    openUri: (path) => open.get(path)?.uri,
    stirred() {
      const paths = stirred;
      stirred = new Set();
      return paths;
    },
    hold(path, openUri, text) {
      open.set(path, { uri: openUri, text });
      stirred.add(path);
      if (isRelevant(path, project.settings)) {
        const isFirst = !project.sources.has(path);
        const next = project.with([{ path, text, isOpen: true }]);
        become(isFirst ? next.settling([path]) : next);
      }
      if (readAll) readSoon();
    },
    saved: (path) => become(project.saving(path)),
    release(path) {
      if (!open.delete(path)) return;
      stirred.add(path);
      disturbed.add(path);
      readSoon();
    },
    disturb(paths) {
      for (const path of paths) disturbed.add(path);
      if (disturbed.size > 0) readSoon();
    },
    comeOrGo(paths) {
      const around = foldersOf(project.sources.keys());
      let any = false;
      for (const path of paths) {
        any = true;
        if (around.has(path)) disturbed.add(path);
      }
      if (any && listed) files.request();
      if (disturbed.size > 0) readSoon();
    },
    shown() {
      if (!listed && project.wantsFiles) wantFiles();
    },
    wantFiles,
    learn: (history) => become(project.knowing(history)),
    // A window stays open for days.
    touch: (path) => become(project.touching([path]).on(host.today())),
    untouch: (path) => become(project.untouching([path])),
    close() {
      closed = true;
      files.close();
    },
  };
}

/** All folders around some paths. */
function foldersOf(paths: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const folder = path.slice(0, at);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}

/** The path of a document in the innermost of some folders. */
export function placeOf<F extends { readonly uri: string }>(
  folders: readonly F[],
  uri: string,
): { folder: F; path: string } | undefined {
  let best: { folder: F; path: string } | undefined;
  for (const folder of folders) {
    const path = toPath(folder.uri, uri);
    if (path !== undefined && (!best || path.length < best.path.length)) best = { folder, path };
  }
  return best;
}
