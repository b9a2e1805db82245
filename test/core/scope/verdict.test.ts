import { describe, expect, it } from 'vitest';
import { Project, scopeVerdict } from '../../../server/src/core/index.ts';

/** A project with one document: phase 1 is current and has these scope lines. */
function project(lines: string, settings = ''): Project {
  const plan = `## Phase 1: Wood\nStatus: in progress\n${lines}\n`;
  return Project.empty.with([
    { path: 'docs/plan.md', text: plan },
    { path: 'phasewise.yaml', text: settings },
  ]);
}

function verdict(of: Project, path: string) {
  const [plan] = of.plans;
  if (!plan) throw new Error('there is no plan');
  return scopeVerdict(plan, path, of.settings);
}

describe('a line of a scope and a path', () => {
  it.each([
    // Everything below a folder, however the line says it.
    ['src/saw/*', 'src/saw/blade.ts', 'in'],
    ['src/saw/*', 'src/saw/teeth/angle.ts', 'in'],
    ['src/saw/**', 'src/saw/teeth/angle.ts', 'in'],
    ['src/saw/', 'src/saw/teeth/angle.ts', 'in'],
    ['src/saw', 'src/saw/blade.ts', 'in'],
    ['./src/saw', 'src/saw/blade.ts', 'in'],
    ['src/saw/*', 'src/sawmill/gate.ts', 'out'],
    ['src/saw', 'src/sawmill.ts', 'out'],
    ['src/saw/**', 'lib/src/saw/blade.ts', 'out'],
    // Single files and names.
    ['src/saw.ts', 'src/saw.ts', 'in'],
    ['src/saw.ts', 'src/saw.test.ts', 'out'],
    ['Makefile', 'Makefile', 'in'],
    ['.github/', '.github/workflows/ci.yml', 'in'],
    ['src/**', 'src/.env.example', 'in'],
    // Patterns.
    ['src/*/ui/*', 'src/oil/ui/lid.tsx', 'in'],
    ['src/*/ui/*', 'src/oil/deep/ui/lid.tsx', 'out'],
    ['**/*.test.ts', 'src/saw/blade.test.ts', 'in'],
    ['src/{saw,oil}/**', 'src/oil/lid.ts', 'in'],
    ['src/{saw,oil}/**', 'src/wax/lid.ts', 'out'],
    ['src/file?.ts', 'src/file1.ts', 'in'],
    // Brackets and parentheses are names of folders.
    ['app/[locale]/**', 'app/[locale]/page.tsx', 'in'],
    ['app/[locale]/page.tsx', 'app/[locale]/page.tsx', 'in'],
    ['app/(protected)/**', 'app/(protected)/home/page.tsx', 'in'],
    ['app/(protected)/[id]/*', 'app/(protected)/[id]/page.tsx', 'in'],
    ['app/[...slug]/**', 'app/[...slug]/page.tsx', 'in'],
    ['app/(protected)/**', 'app/public/page.tsx', 'out'],
    // Case counts.
    ['src/Saw/**', 'src/saw/blade.ts', 'out'],
  ])('%s · %s · %s', (glob, path, expected) => {
    expect(verdict(project(`### Scope\n- \`${glob}\``), path).verdict).toBe(expected);
  });
});

describe('what decides', () => {
  const scoped = '### Scope\n- `src/**`\n\n### Out of scope\n- `src/old/`\n- the attic';

  it.each([
    ['docs/plan.md', 'allowed'],
    ['phasewise.yaml', 'allowed'],
    ['Cargo.lock', 'allowed'],
    ['packages/a/CHANGELOG.md', 'allowed'],
    ['src/a.ts', 'in'],
    ['src/old/a.ts', 'out'],
    ['test/a.ts', 'out'],
  ])('%s is %s', (path, expected) => expect(verdict(project(scoped), path).verdict).toBe(expected));

  it('names the line that decided', () => {
    expect(verdict(project(scoped), 'src/a.ts').matched?.glob).toBe('src/**');
    expect(verdict(project(scoped), 'src/old/a.ts').matched?.glob).toBe('src/old/');
    expect(verdict(project(scoped), 'test/a.ts').matched).toBeNull();
  });

  it('lets `scope.allow` replace the default list', () => {
    const allowing = project(scoped, 'scope:\n  allow: ["generated/**"]\n');
    expect(['generated/a.ts', 'Cargo.lock'].map((path) => verdict(allowing, path).verdict)).toEqual(['allowed', 'out']);
  });

  it('is prose: nothing is in and nothing is out', () => {
    const prose = verdict(project('### Scope\n- the saw and the oil'), 'src/saw.ts');
    expect([prose.verdict, prose.message]).toEqual(['unscoped', 'The scope of phase 1 (Wood) is prose and not checkable.']);
  });

  it('is nothing where the current phase has no scope, and says so', () => {
    const none = verdict(project('### Goal\nA cabinet.'), 'src/saw.ts');
    expect([none.verdict, none.message]).toEqual([
      'unscoped',
      'Phase 1 (Wood) has no scope, so nothing says whether src/saw.ts may change.',
    ]);
  });

  it('refuses a pattern with more alternatives than anybody means: it matches nothing', () => {
    const braces = `src/${'{a,b}'.repeat(11)}.ts`;
    expect(verdict(project(`### Scope\n- \`${braces}\`\n- \`src/x.ts\``), `src/${'a'.repeat(11)}.ts`).verdict).toBe('out');
  });
});

describe('whose file it is', () => {
  const plan = `## Phase 0: Shed
Status: done
### Scope
- \`src/shed/**\`
- \`src/shared/**\`
## Phase 1: Wood
Status: in progress
### Scope
- \`src/wood/**\`
## Phase 2: Oil
### Scope
- \`src/oil/**\`
- \`src/shared/**\`
### Out of scope
- \`src/oil/paint/**\`
## Phase 3: Paint
### Scope
- \`src/oil/**\`
`;
  const of = Project.empty.with([{ path: 'docs/plan.md', text: plan }]);

  it.each([
    ['src/wood/a.ts', 'in', '1'],
    ['src/oil/a.ts', 'out', '2'],
    ['src/oil/paint/a.ts', 'out', '3'],
    ['src/shed/a.ts', 'out', '0'],
    ['src/shared/a.ts', 'out', '2'],
    ['src/nobody.ts', 'out', null],
  ])('%s is %s and belongs to %s', (path, expected, owner) => {
    const found = verdict(of, path);
    expect([found.verdict, found.owner]).toEqual([expected, owner]);
  });

  it('is still said where the current phase has no scope of its own', () => {
    const unscoped = Project.empty.with([{ path: 'docs/plan.md', text: plan.replace('- `src/wood/**`\n', '') }]);
    const found = verdict(unscoped, 'src/oil/a.ts');
    expect([found.verdict, found.owner]).toEqual(['unscoped', '2']);
    expect(found.message).toContain('It belongs to phase 2 (Oil) by `src/oil/**`.');
  });
});
