import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { fixAll, fixAllOf, fixesOf } from '../../core/index.ts';
import { overlaps, toRange } from '../convert.ts';
import { toWorkspaceEdit } from '../edits.ts';
import type { Placed, Session } from '../session.ts';
import { toDiagnostic } from './diagnostics.ts';
import { editOrQuestion } from './quickFix.ts';

/** The kind under which an editor can mend everything on save. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.phasewise`;

/** Ways to mend the findings at a place, all findings of their kind in the document, and all that have one obvious way. */
export function codeActions(session: Session, { range, context, textDocument }: CodeActionParams, placed: Placed): CodeAction[] {
  const { folder, path } = placed;
  const { project } = folder;
  const actions: CodeAction[] = [];
  if (isWanted(CodeActionKind.QuickFix, context.only)) {
    const here = (project.findings.get(path) ?? []).filter(({ at }) => overlaps(toRange(at, project.sources), range));
    for (const finding of here) {
      const diagnostics = [toDiagnostic(session, folder, finding)];
      for (const fix of fixesOf(project, finding)) {
        const { title, preferred } = fix;
        const what = editOrQuestion(session, placed, textDocument.uri, finding, fix);
        actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics, ...(preferred ? { isPreferred: true } : {}), ...what });
      }
    }
    for (const rule of new Set(here.map((finding) => finding.rule))) {
      const { count, edits } = fixAllOf(project, path, rule);
      if (count < 2) continue;
      const title = `Mend ${count === 2 ? 'both' : `all ${count}`} findings of ${rule} in this document`;
      actions.push({ title, kind: CodeActionKind.QuickFix, edit: toWorkspaceEdit(session, folder, edits) });
    }
  }
  // Only when asked for by kind: mending a whole document is nothing to offer under a light bulb.
  if (context.only && isWanted(fixAllKind, context.only)) {
    const { edits } = fixAll(project, path);
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
