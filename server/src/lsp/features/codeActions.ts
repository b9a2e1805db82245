import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { editsTogether, fixesOf } from '../../core/index.ts';
import { overlaps, toRange } from '../convert.ts';
import { toWorkspaceEdit } from '../edits.ts';
import type { Placed, Session } from '../session.ts';
import { toDiagnostic } from './diagnostics.ts';

/** The kind under which an editor can mend everything on save. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.phasewise`;

/** Ways to mend the findings at a place, and one to mend all that have one obvious way. */
export function codeActions(session: Session, { range, context }: CodeActionParams, { folder, path }: Placed): CodeAction[] {
  const findings = folder.project.findings.get(path) ?? [];
  const actions: CodeAction[] = [];
  if (isWanted(CodeActionKind.QuickFix, context.only)) {
    for (const finding of findings) {
      if (!overlaps(toRange(finding.at, folder.project.sources), range)) continue;
      const diagnostics = [toDiagnostic(session, folder, finding)];
      for (const fix of fixesOf(folder.project, finding)) {
        actions.push({
          title: fix.title,
          kind: CodeActionKind.QuickFix,
          diagnostics,
          ...(fix.preferred ? { isPreferred: true } : {}),
          edit: toWorkspaceEdit(session, folder, fix.edits),
        });
      }
    }
  }
  // Only when asked for by kind: mending a whole document is nothing to offer under a light bulb.
  if (context.only && isWanted(fixAllKind, context.only)) {
    const edits = editsTogether(findings.flatMap((finding) => finding.fixes?.find((fix) => fix.preferred) ?? []));
    if (edits.length > 0) {
      const edit = toWorkspaceEdit(session, folder, edits);
      actions.push({ title: 'Mend all findings that have one obvious fix', kind: fixAllKind, edit });
    }
  }
  return actions;
}

/** Whether a kind is asked for: `source` asks for `source.fixAll.phasewise` too. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return !only || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}
