import { describe, expect, it } from 'vitest';
import { Project, scopeVerdict } from '../../../server/src/core/index.ts';

/** Whether a path is in or out of a phase whose only scope line is this pattern. */
function verdict(pattern: string, path: string): string {
  const text = `## Phase 1: Wood\nStatus: in progress\n### Scope\n- \`${pattern}\`\n`;
  const project = Project.empty.with([{ path: 'docs/plan.md', text }]);
  const [plan] = project.plans;
  return plan ? scopeVerdict(plan, path, project.settings).verdict : 'no plan';
}

/** Pattern, paths inside, paths outside. */
const table: readonly (readonly [pattern: string, inside: readonly string[], outside: readonly string[]])[] = [
  // Folders, however they are written.
  ['src/saw', ['src/saw/a.ts', 'src/saw/b/c/d.ts', 'src/saw'], ['src/saws/a.ts', 'src/saw.ts', 'lib/src/saw/a.ts']],
  ['src/saw/', ['src/saw/a.ts', 'src/saw/.env'], ['src/sawdust/a.ts', 'src/a.ts']],
  ['./src/saw/', ['src/saw/a.ts'], ['a.ts']],
  ['src/saw/*', ['src/saw/a.ts', 'src/saw/deep/a.ts'], ['src/a.ts']],
  ['src/saw/**', ['src/saw/a.ts', 'src/saw/deep/er/a.ts'], ['src/a.ts', 'src/sawx/a.ts']],
  ['src/saw/**/*', ['src/saw/a.ts', 'src/saw/deep/a.ts'], ['src/saw.ts']],
  ['src/saw/**/*.ts', ['src/saw/a.ts', 'src/saw/deep/a.ts'], ['src/saw/a.tsx']],
  ['src/**/test', ['src/test/a.ts', 'src/x/y/test/a.ts'], ['test/a.ts', 'src/x/tests/a.ts']],
  // Names and endings.
  ['Makefile', ['Makefile'], ['tools/Makefile', 'Makefile.am']],
  ['*.md', ['a.md'], ['docs/a.md']],
  ['**/*.md', ['a.md', 'x/y/a.md'], ['a.mdx']],
  ['src/?.ts', ['src/a.ts'], ['src/ab.ts', 'src/.ts']],
  ['src/a*b.ts', ['src/ab.ts', 'src/axxb.ts'], ['src/a/b.ts']],
  // Files and folders with a dot in front count like all others.
  ['.github/', ['.github/workflows/ci.yml'], ['github/workflows/ci.yml']],
  ['.env*', ['.env', '.env.local'], ['src/.env']],
  ['**/.eslintrc', ['.eslintrc', 'packages/a/.eslintrc'], ['eslintrc']],
  ['src/*', ['src/.hidden', 'src/.hidden/a'], ['.src/a']],
  // Braces.
  ['src/{a,b}', ['src/a/x.ts', 'src/b/y/z.ts'], ['src/c/x.ts', 'src/{a,b}x']],
  ['{src,test}/saw/**', ['src/saw/a.ts', 'test/saw/a.ts'], ['lib/saw/a.ts']],
  ['src/*.{ts,tsx}', ['src/a.ts', 'src/a.tsx'], ['src/a.js']],
  ['src/{a,{b,c}}.ts', ['src/a.ts', 'src/c.ts'], ['src/d.ts']],
  ['migrations/{1..3}.sql', ['migrations/2.sql'], ['migrations/4.sql']],
  // Brackets and parentheses are names first, and patterns after that.
  ['app/[id]/page.tsx', ['app/[id]/page.tsx', 'app/i/page.tsx'], ['app/x/page.tsx', 'app/[x]/page.tsx']],
  ['app/[...slug]/**', ['app/[...slug]/page.tsx'], ['app/page.tsx']],
  ['app/(group)/**', ['app/(group)/page.tsx', 'app/(group)/deep/page.tsx'], ['app/page.tsx']],
  ['app/(group)/[id]/*.tsx', ['app/(group)/[id]/page.tsx'], ['app/(other)/[id]/page.tsx']],
  ['app/@modal/(..)photo/', ['app/@modal/(..)photo/page.tsx'], ['app/photo/page.tsx']],
  ['src/[a-c].ts', ['src/b.ts', 'src/[a-c].ts'], ['src/d.ts']],
  // Case counts on every system: a plan is shared by people whose disks differ, and Git keeps the case.
  ['src/Saw/**', ['src/Saw/a.ts'], ['src/saw/a.ts', 'SRC/Saw/a.ts']],
  ['README.md', ['README.md'], ['readme.md']],
  // Names as people give them.
  ['src/ä/日本/**', ['src/ä/日本/a.ts'], ['src/a/日本/a.ts']],
  ['packages/@scope/ui/**', ['packages/@scope/ui/a.ts'], ['packages/scope/ui/a.ts']],
  ['a+b/c-d_e/~f/**', ['a+b/c-d_e/~f/x'], ['aab/c-d_e/~f/x']],
];

const pairs = table.flatMap(([pattern, inside, outside]) => [
  ...inside.map((path) => [pattern, path, 'in'] as const),
  ...outside.map((path) => [pattern, path, 'out'] as const),
]);

describe(`a pattern and a path, ${pairs.length} times`, () => {
  it.each(pairs)('%s · %s · %s', (pattern, path, expected) => expect(verdict(pattern, path)).toBe(expected));
});
