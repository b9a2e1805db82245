import type { Case, Marker } from './case.ts';

/** A finding as every surface can give it: 1-based, columns in UTF-16 units, `endColumn` exclusive. */
export interface Found {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly rule: string;
  readonly message: string;
}

/** What a case expects and did not get, or got and did not expect: one line each, in the form of a marker. Empty if all is well. */
export function differences({ markers, files, asked, drawn }: Case, findings: readonly Found[]): readonly string[] {
  // A case that asks what is offered or shown is about findings only if it marks one.
  if (asked.length + drawn.length > 0 && markers.length === 0) return [];
  const free = findings.map((finding) => ({ ...finding, endColumn: endOnFirstLine(finding, files) }));
  const missing: string[] = [];
  for (const marker of markers) {
    const at = free.findIndex((finding) => isMeant(marker, finding));
    if (at < 0) missing.push(`missing:    ${place(marker)} ${marker.rule} ${marker.message}`);
    else free.splice(at, 1);
  }
  return [...missing, ...free.map((finding) => `unexpected: ${place(finding)} ${finding.rule} ${finding.message}`)];
}

function isMeant(marker: Marker, finding: Found): boolean {
  return (
    marker.path === finding.path &&
    marker.line === finding.line &&
    marker.column === finding.column &&
    // A finding on no words at all is marked with one caret.
    marker.endColumn === Math.max(finding.endColumn, finding.column + 1) &&
    marker.rule === finding.rule &&
    finding.message.includes(marker.message)
  );
}

/** Markers cannot leave their line: of a longer finding they mark what stands on its first line. */
function endOnFirstLine(finding: Found, files: Case['files']): number {
  if (finding.endLine === finding.line) return finding.endColumn;
  return (files.get(finding.path)?.split('\n')[finding.line - 1]?.length ?? 0) + 1;
}

function place({ path, line, column, endColumn }: { path: string; line: number; column: number; endColumn: number }): string {
  return `${path}:${line}:${column}-${endColumn}`;
}
