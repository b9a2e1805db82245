import { planOf, scopeVerdict } from '../../core/index.ts';
import { toRange } from '../convert.ts';
import type { ScopeAnswer, ScopeParams, UriVerdict } from '../protocol.ts';
import type { Session } from '../session.ts';
import { toUri } from '../uris.ts';

/** May these files be touched in the current phase, and if not, whose are they? */
export function scope(session: Session, { uris }: ScopeParams): ScopeAnswer {
  return { verdicts: uris.map((uri) => verdictOf(session, uri)) };
}

function verdictOf(session: Session, uri: string): UriVerdict {
  const placed = session.place(uri);
  const plan = placed && planOf(placed.folder.project.plans, placed.path);
  if (!placed || !plan)
    return { uri, verdict: 'unscoped', phase: null, matched: null, message: 'There is no plan to compare with.' };
  const { folder, path } = placed;
  const { verdict, owner, matched, message } = scopeVerdict(plan, path, folder.project.settings);
  const line = matched && {
    glob: matched.glob ?? matched.text,
    uri: folder.openUri(matched.at.path) ?? toUri(folder.uri, matched.at.path),
    line: toRange(matched.at, folder.project.sources).start.line,
  };
  return { uri, verdict, phase: owner, matched: line, message };
}
