import {
  type Range,
  SemanticTokenModifiers,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensLegend,
  SemanticTokenTypes,
} from 'vscode-languageserver';
import { type NameToken, nameTokens, offsetAt, positionAt } from '../../core/index.ts';
import type { Placed } from '../session.ts';

/** Types that every editor and theme knows; three that themes colour differently. */
const types: Readonly<Record<NameToken['kind'], SemanticTokenTypes>> = {
  phase: SemanticTokenTypes.namespace,
  stage: SemanticTokenTypes.method,
  task: SemanticTokenTypes.enumMember,
};

const tokenTypes = Object.values(types);

export const legend: SemanticTokensLegend = { tokenTypes, tokenModifiers: [SemanticTokenModifiers.declaration] };

/**
 * The words that name a phase, stage or task of the plan. Always all of a document or of a part: they are found anew with each text, and
 * telling only what is different would save a few kilobytes inside one machine.
 */
export function semanticTokens({ folder, path }: Placed, range?: Range): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  const source = folder.project.sources.get(path);
  if (!source) return builder.build();
  const offset = ({ line, character }: Range['start']) => offsetAt(source, { line, column: character });
  const within = range && { start: offset(range.start), end: offset(range.end) };
  for (const { kind, defines, start, end } of nameTokens(folder.project, path, within)) {
    const { line, column } = positionAt(source, start);
    builder.push(line, column, end - start, tokenTypes.indexOf(types[kind]), defines ? 1 : 0);
  }
  return builder.build();
}
