import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import { inlayHintsIn, offsetAt, positionAt } from '../../core/index.ts';
import type { Placed } from '../session.ts';

/** What an editor adds to a part of a document: where things stand that are named there. Nothing unless the settings ask for it. */
export function inlayHints({ range: { start, end } }: InlayHintParams, { folder, path }: Placed): InlayHint[] {
  const source = folder.project.sources.get(path);
  if (!source) return [];
  const offset = ({ line, character }: typeof start) => offsetAt(source, { line, column: character });
  const { hints, wantsFiles } = inlayHintsIn(folder.project, path, { start: offset(start), end: offset(end) });
  if (wantsFiles) folder.wantFiles();
  return hints.map(({ at, words }) => {
    const { line, column } = positionAt(source, at);
    return { position: { line, character: column }, label: words, paddingLeft: true };
  });
}
