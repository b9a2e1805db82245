/** A line of a scope, and what it says of paths: whether the current phase may change them. */
export type ScopePairs = readonly (readonly [line: string, verdicts: Readonly<Record<string, 'in' | 'out' | 'allowed'>>])[];

/**
 * Patterns as people write them into plans, each with paths it covers and paths it only seems to cover. Every surface is asked the same
 * pairs.
 */
export const scopePairs: ScopePairs = [
  // Everything below a folder, however the line says it.
  [
    'lib/kiln/**',
    { 'lib/kiln/fire.ts': 'in', 'lib/kiln/deep/er/fire.ts': 'in', 'lib/kilns/fire.ts': 'out', 'app/lib/kiln/a.ts': 'out' },
  ],
  ['lib/kiln/*', { 'lib/kiln/fire.ts': 'in', 'lib/kiln/deep/fire.ts': 'in', 'lib/kiln.ts': 'out' }],
  ['lib/kiln/', { 'lib/kiln/fire.ts': 'in', 'lib/kiln/.hidden/a': 'in', 'lib/kiln2/fire.ts': 'out' }],
  ['lib/kiln', { 'lib/kiln/fire.ts': 'in', 'lib/kiln': 'in', 'lib/kiln.ts': 'out' }],
  ['./lib/kiln/', { 'lib/kiln/fire.ts': 'in', 'lib/clay.ts': 'out' }],
  // Names, suffixes, single signs.
  ['lib/glaze.ts', { 'lib/glaze.ts': 'in', 'lib/glaze.test.ts': 'out', 'glaze.ts': 'out' }],
  ['**/*.spec.ts', { 'lib/kiln/fire.spec.ts': 'in', 'fire.spec.ts': 'in', 'lib/fire.ts': 'out' }],
  ['lib/**/glaze/*.ts', { 'lib/a/b/glaze/x.ts': 'in', 'lib/glaze/x.ts': 'in', 'lib/glaze/x.css': 'out' }],
  ['lib/pot?.ts', { 'lib/pot1.ts': 'in', 'lib/pot.ts': 'out', 'lib/pot12.ts': 'out' }],
  ['lib/*/ui/*.tsx', { 'lib/kiln/ui/lid.tsx': 'in', 'lib/kiln/deep/ui/lid.tsx': 'out' }],
  // Dot files.
  ['.github/', { '.github/workflows/ci.yml': 'in', 'github/ci.yml': 'out' }],
  ['.env*', { '.env': 'in', '.env.example': 'in', env: 'out' }],
  ['lib/**', { 'lib/.eslintrc': 'in', 'lib/a/.b/c': 'in', '.lib/a': 'out' }],
  // Alternatives.
  ['lib/{kiln,glaze}/**', { 'lib/kiln/a.ts': 'in', 'lib/glaze/b/c.ts': 'in', 'lib/clay/a.ts': 'out' }],
  ['lib/*.{ts,tsx}', { 'lib/a.ts': 'in', 'lib/a.tsx': 'in', 'lib/a.css': 'out' }],
  ['lib/shelf{1..3}.ts', { 'lib/shelf2.ts': 'in', 'lib/shelf4.ts': 'out' }],
  // Brackets and parentheses are names of folders.
  ['app/[locale]/**', { 'app/[locale]/page.tsx': 'in', 'app/locale/page.tsx': 'out', 'app/x/page.tsx': 'out' }],
  ['app/[id].ts', { 'app/[id].ts': 'in', 'app/[di].ts': 'out' }],
  ['app/(group)/**', { 'app/(group)/page.tsx': 'in', 'app/group/page.tsx': 'out' }],
  ['app/(group)/[...slug]/*', { 'app/(group)/[...slug]/page.tsx': 'in', 'app/(group)/slug/page.tsx': 'out' }],
  // Signs that URIs and shells write in another way.
  [
    'lib/sheets/**',
    {
      'lib/sheets/a b.txt': 'in',
      'lib/sheets/a%20b.txt': 'in',
      'lib/sheets/c#/a+b.cs': 'in',
      'lib/sheets/100%/a&b=c?.ts': 'in',
      "lib/sheets/$var/it's.ts": 'in',
      'lib/sheets/größe/maß.ts': 'in',
      'lib/sheets%2Fa.ts': 'out',
      'lib/ sheets/a.ts': 'out',
    },
  ],
  ['lib/größe/**', { 'lib/größe/maß.ts': 'in', 'lib/grosse/mass.ts': 'out' }],
  // Case counts.
  ['lib/Kiln/**', { 'lib/Kiln/a.ts': 'in', 'lib/kiln/a.ts': 'out' }],
  // What every phase may change.
  [
    'lib/raku/**',
    { 'docs/plan.md': 'allowed', 'phasewise.yaml': 'allowed', 'package-lock.json': 'allowed', 'docs/other.txt': 'out' },
  ],
];

/** The document of a plan whose current phase has one line of scope. */
export function planWith(line: string): string {
  return `# Pottery\n\n## Phase 1: Raku\nStatus: in progress\n\n### Scope\n- \`${line}\`\n\n## Phase 2: Shop\n\n### Scope\n- \`shop/**\`\n`;
}
