import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import { docsOf, type Finding, type Severity } from '../../core/index.ts';
import { toRange, toSeverity } from '../convert.ts';
import type { Folder } from '../folder.ts';
import type { Session } from '../session.ts';
import { toUri } from '../uris.ts';

/** More findings than this in one document help nobody and slow every key down. */
const most = 200;

/** What was last published about a folder: by path, under which URI and what, as text to compare with. */
export type Published = Map<string, { readonly uri: string; readonly text: string }>;

/**
 * What has to be published so that the editor shows the folder's findings: files whose findings changed since the last time, opened or
 * not, and an empty list for files that have none any more. Remembers what it gives out.
 */
export function changedDiagnostics(session: Session, folder: Folder, published: Published): PublishDiagnosticsParams[] {
  const { project } = folder;
  const changed: PublishDiagnosticsParams[] = [];
  for (const [path, findings] of project.findings) {
    const diagnostics = toDiagnostics(session, folder, findings);
    const uri = folder.openUri(path) ?? published.get(path)?.uri ?? toUri(folder.uri, path);
    const text = JSON.stringify(diagnostics);
    const before = published.get(path);
    if (before?.text === text && before.uri === uri) continue;
    if (before && before.uri !== uri) changed.push({ uri: before.uri, diagnostics: [] });
    if (diagnostics.length > 0 || before) changed.push(withVersion(session, { uri, diagnostics }));
    if (diagnostics.length > 0) published.set(path, { uri, text });
    else published.delete(path);
  }
  for (const [path, { uri }] of published) {
    if (project.findings.has(path)) continue;
    changed.push(withVersion(session, { uri, diagnostics: [] }));
    published.delete(path);
  }
  return changed;
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
    data: {
      rule: finding.rule,
      ...(finding.category ? { category: finding.category } : {}),
      fixes: (finding.fixes ?? []).map((fix) => fix.title),
    },
  };
}

const source = 'phasewise';
const order: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

function withVersion({ documents }: Session, params: PublishDiagnosticsParams): PublishDiagnosticsParams {
  const document = documents.get(params.uri);
  return document ? { ...params, version: document.version } : params;
}

function pageOf(docsBase: string, rule: string): string {
  const page = docsOf(rule).slice(docsOf(rule).lastIndexOf('/') + 1);
  return `${docsBase.replace(/\/+$/, '')}/${page}`;
}
