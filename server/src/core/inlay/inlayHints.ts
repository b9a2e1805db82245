import type { Span } from '../model.ts';
import { planNaming } from '../navigate/find.ts';
import type { Project } from '../project.ts';
import { nameHints } from './nameHints.ts';
import { scopeHints } from './scopeHints.ts';

/** Words that an editor shows in a text although they do not stand in it. */
export interface InlayHint {
  /** Behind which character: 0-based UTF-16 offset. */
  readonly at: number;
  readonly words: string;
}

/** What there is to add to a part of a document. */
export interface InlayHints {
  /** In the order of the text. */
  readonly hints: readonly InlayHint[];
  /** A list of the folder's files would say more. */
  readonly wantsFiles: boolean;
}

const none: InlayHints = { hints: [], wantsFiles: false };

/**
 * What somebody would open another file for: where a phase, stage or task stands that is named here, and how many files a pattern names.
 * Nothing is worked out unless the settings ask for it.
 * @param within only what is in this part of the document
 */
export function inlayHintsIn(project: Project, path: string, within: Span): InlayHints {
  const source = project.sources.get(path);
  if (project.settings.editor.inlayHints === 'off' || !source) return none;
  const plan = planNaming(project, path);
  if (!plan) return none;
  const scopes = scopeHints(project, source, within);
  const hints = [...nameHints(project, plan, source, within), ...scopes.hints].sort((a, b) => a.at - b.at);
  return { hints, wantsFiles: scopes.wantsFiles };
}
