import type { DocumentFacts } from '../model.ts';
import { keyOf } from '../read/unitName.ts';
import { similarTitles } from '../read/units.ts';

/** Documents that speak of one delivery, the one that defines most phases first. */
export type Group = readonly DocumentFacts[];

/**
 * Sorts documents into plans. A repository usually has one; it has several where documents give the same numbers to quite different
 * phases, or where files of one name in different folders (`specs/001/tasks.md`, `specs/002/tasks.md`) each define phases of their own.
 */
export function groupDocuments(documents: readonly DocumentFacts[]): readonly Group[] {
  const defining = documents
    .filter(definesPhases)
    .sort((a, b) => b.phases.length - a.phases.length || byName.compare(a.path, b.path));
  const groups: Gathering[] = [];
  for (const document of defining) {
    const group =
      groups.find((one) => one.root === rootOf(document.path) && agrees(document, one)) ??
      addGroup(groups, rootOf(document.path));
    add(document, group);
  }
  for (const document of documents) {
    if (!definesPhases(document)) add(document, nearest(groups, document.path) ?? addGroup(groups, rootOf(document.path)));
  }
  return groups.map((group) => group.documents);
}

/** Whether two readings of one document give it the same place among the plans, and the plans the same phases. */
export function sameUnits(a: DocumentFacts, b: DocumentFacts): boolean {
  return (
    (a.kind === 'none') === (b.kind === 'none') &&
    (a.kind === 'tasks') === (b.kind === 'tasks') &&
    a.phases.length === b.phases.length &&
    a.phases.every((phase, index) => phase.id === b.phases[index]?.id && phase.title === b.phases[index]?.title)
  );
}

const byName = new Intl.Collator();

/** A group while it grows, with what later documents are compared with. */
interface Gathering {
  /** The folder of the project whose plan it is. */
  readonly root: string;
  readonly documents: DocumentFacts[];
  /** The title of each phase, by key, as the first document gave it. */
  readonly titles: Map<string, string>;
  /** The names of files that define several phases. */
  readonly names: Set<string>;
  readonly folders: Set<string>;
}

function addGroup(groups: Gathering[], root: string): Gathering {
  const group = { root, documents: [], titles: new Map(), names: new Set<string>(), folders: new Set<string>() };
  groups.push(group);
  return group;
}

function add(document: DocumentFacts, group: Gathering): void {
  group.documents.push(document);
  for (let folder = folderOf(document.path); !group.folders.has(folder); folder = folderOf(folder)) group.folders.add(folder);
  if (!definesPhases(document)) return;
  if (document.phases.length > 1) group.names.add(nameOf(document.path));
  for (const phase of document.phases)
    if (phase.title !== null && !group.titles.has(keyOf(phase.id))) group.titles.set(keyOf(phase.id), phase.title);
}

/** Phases that only tasks imply define nothing. */
function definesPhases(document: DocumentFacts): boolean {
  return document.kind !== 'tasks' && document.phases.length > 0;
}

/** One phase that is called differently in two places is a slip; most of several is another plan. */
function agrees(document: DocumentFacts, group: Gathering): boolean {
  if (document.phases.length < 2) return true;
  if (group.names.has(nameOf(document.path))) return false;
  let shared = 0;
  let different = 0;
  for (const phase of document.phases) {
    const other = group.titles.get(keyOf(phase.id));
    if (!other || phase.title === null) continue;
    shared += 1;
    if (!similarTitles(phase.title, other)) different += 1;
  }
  return different * 2 <= shared;
}

/** The group with a document in the folder, or in the nearest one around it. */
function nearest(groups: readonly Gathering[], path: string): Gathering | undefined {
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
    const group = groups.find((one) => one.folders.has(folder));
    if (group) return group;
  }
  return groups[0];
}

/** Folders that hold the papers of a project. */
const paperFolders = new Set([
  'docs',
  'doc',
  'documentation',
  'tasks',
  'plans',
  'plan',
  'planning',
  '.planning',
  '.kiro',
  'specs',
  'phases',
  'stages',
  'roadmap',
]);

/**
 * The folder of the project that a document speaks of: where its `docs/`, `tasks/` … stands. A repository may hold several projects, each
 * with a plan (`packages/api/docs/plan.md`); a document elsewhere is taken for one of the whole repository.
 */
function rootOf(path: string): string {
  const folders = path.split('/').slice(0, -1);
  const papers = folders.findIndex((folder) => paperFolders.has(folder.toLowerCase()));
  return papers < 0 ? '' : folders.slice(0, papers).join('/');
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

function nameOf(path: string): string {
  return path.split('/').at(-1) ?? path;
}
