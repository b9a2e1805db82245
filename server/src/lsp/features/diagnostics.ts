import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import { docsOf, editBetween, type Finding, lineAt, type Project, type Severity } from '../../core/index.ts';
import { toRange, toSeverity } from '../convert.ts';
import type { Folder } from '../folder.ts';
import type { Session } from '../session.ts';
import { toUri } from '../uris.ts';

/** More findings than this in one document help nobody and slow every key down. */
const most = 200;

/** What the editor shows of a folder. */
export interface Published {
  /** The project whose findings these are. */
  project: Project | undefined;
  /** By path: under which URI, and what. Documents without findings are absent. */
  readonly files: Map<string, { readonly uri: string; readonly diagnostics: Diagnostic[] }>;
  /** Paths of documents whose findings point into a document, by its path. */
  readonly pointers: Map<string, Set<string>>;
}

/** Nothing was published yet. */
export function nothingPublished(): Published {
  return { project: undefined, files: new Map(), pointers: new Map() };
}

/**
 * What has to be published so that the editor shows the folder's findings: files whose findings changed since the last time, opened or
 * not, and an empty list for files that have none any more. It costs what changed, and remembers what it gives out.
 */
export function changedDiagnostics(session: Session, folder: Folder, published: Published): PublishDiagnosticsParams[] {
  const { project } = folder;
  const stirred = folder.stirred();
  const changed: PublishDiagnosticsParams[] = [];
  const edits = published.project ? lineEdits(folder, published.project) : new Map<string, LineEdit>();
  for (const path of suspects(project, stirred, published)) {
    const before = published.files.get(path);
    const uri = folder.openUri(path) ?? before?.uri ?? toUri(folder.uri, path);
    // To a client that looks at versions, findings of an older version are out of date, although they are the same.
    const awaited =
      session.client.versions && stirred.has(path) && project.sources.has(path) && folder.openUri(path) !== undefined;
    const unmoved =
      before?.uri === uri &&
      published.project !== undefined &&
      project.hasFindingsOf(published.project, path) &&
      stand(before.diagnostics, uri, edits);
    if (unmoved && !awaited) continue;
    const findings = unmoved ? [] : (project.findings.get(path) ?? []);
    if (!unmoved && findings.length === 0 && !before && !awaited) continue;
    const diagnostics = unmoved ? before.diagnostics : toDiagnostics(session, folder, findings);
    if (before && before.uri !== uri) changed.push({ uri: before.uri, diagnostics: [] });
    const same = unmoved || (before?.uri === uri && JSON.stringify(before.diagnostics) === JSON.stringify(diagnostics));
    if (same && !awaited) continue;
    changed.push(withVersion(session, { uri, diagnostics }));
    if (diagnostics.length > 0) published.files.set(path, { uri, diagnostics });
    else published.files.delete(path);
    if (!unmoved) point(path, findings, published);
  }
  published.project = project;
  return changed;
}

/** Paths whose published findings may be different now. */
function suspects(project: Project, stirred: ReadonlySet<string>, { project: shown, pointers }: Published): ReadonlySet<string> {
  if (!shown) return new Set([...project.findings.keys(), ...stirred]);
  const paths = new Set([...project.changedFindings(shown), ...stirred]);
  // The same offsets may be other lines now, also in documents that point here.
  for (const path of [...project.changedSources(shown), ...stirred]) {
    paths.add(path);
    for (const pointing of pointers.get(path) ?? []) paths.add(pointing);
  }
  return paths;
}

/** Lines of a document that are other ones now, as they were counted; 0-based. */
interface LineEdit {
  readonly first: number;
  readonly last: number;
  /** Whether what stands behind them stands on the same lines still. */
  readonly same: boolean;
}

/** What was edited since something was shown, by the URIs under which documents are known. */
function lineEdits(folder: Folder, shown: Project): ReadonlyMap<string, LineEdit> {
  const { project } = folder;
  const edits = new Map<string, LineEdit>();
  for (const path of project.changedSources(shown)) {
    const [old, now] = [shown.sources.get(path), project.sources.get(path)];
    let edit: LineEdit = { first: 0, last: 0, same: false };
    if (old && now) {
      const { start, end } = editBetween(old.text, now.text);
      edit = { first: lineAt(old, start), last: lineAt(old, end), same: old.lineStarts.length === now.lineStarts.length };
    }
    for (const uri of [folder.openUri(path), toUri(folder.uri, path)]) if (uri !== undefined) edits.set(uri, edit);
  }
  return edits;
}

/** Whether what was published of one document stands where it stood, with everything that it points to. */
function stand(diagnostics: readonly Diagnostic[], uri: string, edits: ReadonlyMap<string, LineEdit>): boolean {
  const stays = (edit: LineEdit | undefined, { start, end }: Diagnostic['range']) =>
    !edit || end.line < edit.first || (edit.same && start.line > edit.last);
  const own = edits.get(uri);
  return diagnostics.every(
    ({ range, relatedInformation }) =>
      stays(own, range) && (relatedInformation ?? []).every(({ location }) => stays(edits.get(location.uri), location.range)),
  );
}

/** Remembers which documents the findings of one point into; what once did may be looked at in vain. */
function point(path: string, findings: readonly Finding[], { pointers }: Published): void {
  for (const { related } of findings) {
    for (const { at } of related ?? []) {
      const known = at.path === path ? undefined : (pointers.get(at.path) ?? new Set());
      if (known) pointers.set(at.path, known.add(path));
    }
  }
}

/** Findings of one document as the protocol has them. */
export function toDiagnostics(session: Session, folder: Folder, findings: readonly Finding[]): Diagnostic[] {
  if (findings.length <= most) return findings.map((finding) => toDiagnostic(session, folder, finding));
  // The loudest are kept; among equals, those that come first in the text.
  const kept = findings.toSorted((a, b) => order[a.severity] - order[b.severity]).slice(0, most);
  const shown = new Set(kept);
  const hidden = findings.find((finding) => !shown.has(finding)) ?? findings[0];
  const diagnostics = findings.filter((finding) => shown.has(finding)).map((finding) => toDiagnostic(session, folder, finding));
  if (hidden) {
    diagnostics.push({
      range: toRange(hidden.at, folder.project.sources),
      severity: toSeverity('information'),
      source,
      message: `${findings.length - most} more findings in this document are not shown here; \`phasewise check\` lists them all.`,
    });
  }
  return diagnostics;
}

/** One finding as the protocol has it. */
export function toDiagnostic({ client }: Session, folder: Folder, finding: Finding): Diagnostic {
  const { sources } = folder.project;
  const { docsBase } = client.options;
  return {
    range: toRange(finding.at, sources),
    severity: toSeverity(finding.severity),
    code: finding.rule,
    source,
    message: finding.message,
    ...(docsBase ? { codeDescription: { href: pageOf(docsBase, finding.rule) } } : {}),
    ...(finding.related?.length && client.relatedInformation
      ? {
          relatedInformation: finding.related.map(({ at, message }) => ({
            message,
            location: { uri: folder.openUri(at.path) ?? toUri(folder.uri, at.path), range: toRange(at, sources) },
          })),
        }
      : {}),
  };
}

const source = 'phasewise';
const order: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

function withVersion({ documents }: Session, params: PublishDiagnosticsParams): PublishDiagnosticsParams {
  const document = documents.get(params.uri);
  return document ? { ...params, version: document.version } : params;
}

/** The page of a rule below the folder of all pages. */
export function pageOf(docsBase: string, rule: string): string {
  const page = docsOf(rule).slice(docsOf(rule).lastIndexOf('/') + 1);
  return `${docsBase.replace(/\/+$/, '')}/${page}`;
}
