import { Project, pathVerdict } from '../../core/index.ts';
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
  const { verdict, owner, matched, message } = pathVerdict(placed?.folder.project ?? Project.empty, placed?.path ?? '');
  const line = placed &&
    matched && {
      glob: matched.glob ?? matched.text,
      uri: placed.folder.openUri(matched.at.path) ?? toUri(placed.folder.uri, matched.at.path),
      line: toRange(matched.at, placed.folder.project.sources).start.line,
    };
  return { uri, verdict, phase: owner, matched: line ?? null, message };
}
