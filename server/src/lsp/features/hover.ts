import type { Hover, HoverParams } from 'vscode-languageserver';
import { type Card, hoverAt, lineAt, offsetAt, type Place, teaching, toMarkdown, toPlainText } from '../../core/index.ts';
import { overlaps, toRange } from '../convert.ts';
import type { Placed, Session } from '../session.ts';
import { toUri } from '../uris.ts';
import { pageOf } from './diagnostics.ts';

/**
 * What stands at a place, where it stands and why; behind it what a finding there teaches: why it matters, in two sentences, and a good
 * example. The editor shows the finding's own message above it.
 */
export function hover(session: Session, { position }: HoverParams, { folder, path }: Placed): Hover | null {
  const { project } = folder;
  const source = project.sources.get(path);
  if (!source) return null;
  const card = hoverAt(project, path, offsetAt(source, { line: position.line, column: position.character }));
  const here = (project.findings.get(path) ?? []).filter((finding) =>
    overlaps(toRange(finding.at, project.sources), { start: position, end: position }),
  );
  const lessons = [...new Set(here.map((finding) => finding.rule))].flatMap((rule) => lesson(rule) ?? []);
  const parts = [...(card ? [textOf(card, session, { folder, path })] : []), ...lessons];
  const at = card ? { path, ...card.at } : here[0]?.at;
  if (parts.length === 0 || !at) return null;
  const kind = session.client.markdownHovers ? 'markdown' : 'plaintext';
  return { contents: { kind, value: parts.join('\n\n---\n\n') }, range: toRange(at, project.sources) };
}

function textOf(card: Card, { client }: Session, { folder }: Placed): string {
  if (!client.markdownHovers) return toPlainText(card);
  const { docsBase } = client.options;
  const uriOf = (place: Place) => {
    const target = folder.project.sources.get(place.path);
    const line = target ? `#L${lineAt(target, place.start) + 1}` : '';
    return (folder.openUri(place.path) ?? toUri(folder.uri, place.path)) + line;
  };
  return toMarkdown(card, { uriOf, pageOf: (rule) => docsBase && pageOf(docsBase, rule) });
}

function lesson(rule: string): string | undefined {
  const page = teaching[rule];
  if (!page) return undefined;
  const good =
    page.good === null ? '' : page.good.includes('\n') ? `\n\nGood:\n\n\`\`\`\n${page.good}\n\`\`\`` : `\n\nGood: ${page.good}`;
  return `${page.why}${good}`;
}
