import type { Hover, HoverParams } from 'vscode-languageserver';
import { teaching } from '../../core/index.ts';
import { overlaps, toRange } from '../convert.ts';
import type { Placed } from '../session.ts';

/**
 * What a finding teaches: why it matters, in two sentences, and a good example. The editor shows the finding's own message above it.
 * Nothing for other places.
 */
export function hover({ position }: HoverParams, { folder, path }: Placed): Hover | null {
  const { project } = folder;
  const here = (project.findings.get(path) ?? []).filter((finding) =>
    overlaps(toRange(finding.at, project.sources), { start: position, end: position }),
  );
  const [first] = here;
  if (!first) return null;
  const lessons = [...new Set(here.map((finding) => finding.rule))].flatMap((rule) => lesson(rule) ?? []);
  if (lessons.length === 0) return null;
  return { contents: { kind: 'markdown', value: lessons.join('\n\n---\n\n') }, range: toRange(first.at, project.sources) };
}

function lesson(rule: string): string | undefined {
  const page = teaching[rule];
  if (!page) return undefined;
  const good =
    page.good === null ? '' : page.good.includes('\n') ? `\n\nGood:\n\n\`\`\`\n${page.good}\n\`\`\`` : `\n\nGood: ${page.good}`;
  return `${page.why}${good}`;
}
