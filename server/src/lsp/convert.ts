import { DiagnosticSeverity, type Range } from 'vscode-languageserver';
import { type Place, positionAt, type Severity, type Sources } from '../core/index.ts';

/** A place as a range of the protocol; in a document that is not known, its beginning. */
export function toRange(at: Place, sources: Sources): Range {
  const source = sources.get(at.path);
  if (!source) return { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const start = positionAt(source, at.start);
  const end = positionAt(source, at.end);
  return { start: { line: start.line, character: start.column }, end: { line: end.line, character: end.column } };
}

/** A severity in the numbers of the protocol. */
export function toSeverity(severity: Severity): DiagnosticSeverity {
  return severities[severity];
}

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

/** Whether two ranges share a position; ranges that only touch do. */
export function overlaps(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
