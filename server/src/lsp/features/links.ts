import type { DocumentLink } from 'vscode-languageserver';
import { linksOf, positionAt } from '../../core/index.ts';
import { toRange } from '../convert.ts';
import type { Placed } from '../session.ts';
import { toUri } from '../uris.ts';

/** Where the words of a document lead: evidence, files in scopes, phases. */
export function links({ folder, path }: Placed): DocumentLink[] {
  const { project } = folder;
  const plan = project.plans.find((one) => one.documents.includes(path));
  if (!plan) return [];
  return linksOf(project, plan, path).map(({ at, to }) => {
    const range = toRange(at, project.sources);
    if ('url' in to) return { range, target: to.url };
    const source = project.sources.get(to.path);
    const line = to.line ?? (to.offset === null || !source ? null : positionAt(source, to.offset).line + 1);
    const uri = folder.openUri(to.path) ?? toUri(folder.uri, to.path);
    return { range, target: line === null || line === 0 ? uri : `${uri}#L${line}` };
  });
}
