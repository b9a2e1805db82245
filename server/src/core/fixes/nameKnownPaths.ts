import { matcherOf } from '../glob.ts';
import type { DocumentFacts, Edit, Finding, Fix, ScopeEntry } from '../model.ts';
import { openTo } from '../plan/claims.ts';
import type { Project } from '../project.ts';
import { lineAt, lineEndOf, lineSpan, type Source } from '../source.ts';
import { suggestGlobs } from '../suggestGlobs.ts';
import { suggestPaths } from './suggestPaths.ts';

/** Lines whose words are compared with the names of files, and fixes that are offered, at most. */
const mostLines = 12;
const mostFixes = 3;

/** Paths of the folder beside the lines of a scope of prose whose words they are made of. */
export function nameKnownPaths(project: Project, { at }: Finding, source: Source, facts: DocumentFacts): readonly Fix[] {
  const { files, settings } = project;
  const first = facts.scope.find((entry) => entry.at.start === at.start);
  const plan = project.plans.find(({ documents }) => documents.includes(source.path));
  if (!files || !first || !plan) return [];
  const open = openTo(plan, settings);
  const lines = facts.scope.filter((entry) => entry.mode === 'in' && entry.phase === first.phase).slice(0, mostLines);
  const fixes = lines.flatMap((entry) =>
    suggestPaths(entry.text, files, open).flatMap((glob) => {
      const edit = beside(entry, glob, source);
      return edit ? [{ title: `Name \`${glob}\` beside “${shortened(entry.text)}”`, edits: [edit] }] : [];
    }),
  );
  const touched = plan.current?.phase === first.phase ? [...project.touched].filter((path) => !open(path)) : [];
  // What was edited in this phase says where its work is.
  const edited = suggestGlobs(touched, mostFixes).flatMap((glob) => {
    const edit = beside(first, glob, source);
    const count = touched.filter(matcherOf([glob])).length;
    return edit
      ? [{ title: `Name \`${glob}\`, where ${count} edited ${count === 1 ? 'file is' : 'files are'}`, edits: [edit] }]
      : [];
  });
  return [...edited, ...fixes].slice(0, mostFixes);
}

/** In Markdown in parentheses behind the words, in YAML the next item of the list; undefined where there is no place for it. */
function beside(entry: ScopeEntry, glob: string, text: Source): Edit | undefined {
  const { path } = text;
  const line = lineSpan(text, lineAt(text, entry.at.start));
  if (entry.source === 'yaml' || entry.source === 'front-matter') {
    // The quote mark of the item may belong to its words.
    const marker = /^(\s{0,40}-\s{1,8})["']?$/.exec(text.text.slice(line.start, entry.at.start))?.[1];
    if (marker === undefined) return undefined;
    const written = /^[\w./][\w./*-]*$/.test(glob) ? glob : JSON.stringify(glob);
    return { path, start: line.end, end: line.end, text: `${lineEndOf(text)}${marker}${written}` };
  }
  const words = text.text.slice(entry.at.start, Math.min(entry.at.end, line.end)).trimEnd();
  // "The till." – a full stop closes what is added, too.
  const end = entry.at.start + words.length - (/[.;,:]$/.test(words) ? 1 : 0);
  return { path, start: end, end, text: ` (\`${glob}\`)` };
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text;
}
