import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { describe, expect, test } from 'vitest';
import { scopeGithub } from '../../server/src/cli/format/scopeGithub.ts';
import { scopeMarkdown } from '../../server/src/cli/format/scopeMarkdown.ts';
import { scopeSarif } from '../../server/src/cli/format/scopeSarif.ts';
import { scopeText } from '../../server/src/cli/format/scopeText.ts';
import type { ScopeJudged } from '../../server/src/cli/scopeJudged.ts';
import { Project, toPathsReport } from '../../server/src/core/index.ts';

const plan = `# Plan
## Phase 1: Loom
Status: in progress
### Scope
- \`src/loom/**\`
### Out of scope
- \`src/loom/old/**\`
## Phase 2: Dye | vat
### Scope
- \`src/dye/**\`
`;

function judged(paths: readonly string[], since: string | null = null, settings = ''): ScopeJudged {
  const project = Project.empty.with([
    { path: 'docs/plan.md', text: plan },
    { path: 'phasewise.yaml', text: settings },
  ]);
  const terminal = {
    cwd: '/',
    interactive: false,
    coloured: false,
    input: async () => undefined,
    ask: async () => undefined,
    onInterrupt: () => () => {},
    out: () => undefined,
    err: () => undefined,
  };
  return { report: toPathsReport(project, paths, since), isRange: true, terminal, pageOf: () => undefined };
}

const changed = ['docs/plan.md', 'src/dye/blue.ts', 'src/dye/red.ts', 'src/loom/old/a.ts', 'src/loom/warp.ts', 'tools/x.ts'];

test('the sum tells whose the files are, phase by phase', () => {
  const { summary } = judged(changed, 'phase-0-complete').report;
  const none = { out: 0, in: 0, excepted: 0, allowed: 0, unscoped: 0 };
  expect(summary).toEqual({
    since: 'phase-0-complete',
    ...none,
    out: 4,
    in: 1,
    allowed: 1,
    phases: [
      { phase: '1', title: 'Loom', ...none, in: 1 },
      { phase: '2', title: 'Dye | vat', ...none, out: 2 },
      { phase: null, title: null, ...none, out: 2, allowed: 1 },
    ],
  });
});

test('a person reads the sum below the files', () => {
  expect(scopeText(judged(changed, 'phase-0-complete')).split('\n').slice(-6)).toEqual([
    '  phase 1: Loom       1 in',
    '  phase 2: Dye | vat  2 out',
    '  no phase            2 out, 1 allowed',
    '',
    '6 files since phase-0-complete, 4 out of scope.',
    '',
  ]);
  expect(scopeText(judged([], 'main'))).toBe('Current phase: 1\nNo changed files since main.\n');
});

test('annotations name the files out of scope, one line each', () => {
  expect(scopeGithub(judged(['src/loom/a.ts', 'src/dye/a,b:c%.ts', 'src/dye/\n::error::x.ts'])).split('\n')).toEqual([
    '::warning file=src/dye/a%2Cb%3Ac%25.ts,line=1,title=scope/out-of-scope::src/dye/a,b:c%25.ts belongs to phase 2 (Dye | vat) by `src/dye/**` and is outside phase 1 (Loom), which covers `src/loom/**`.',
    expect.stringMatching(
      /^::warning file=src\/dye\/\\u\{a\}%3A%3Aerror%3A%3Ax\.ts,line=1,title=scope\/out-of-scope::src\/dye\/%0A::error::x\.ts belongs to /,
    ),
    '',
  ]);
});

test('SARIF has a result per file out of scope, of the rule that the editor shows', () => {
  const [run] = JSON.parse(scopeSarif(judged(changed))).runs;
  expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(['scope/out-of-scope']);
  expect(run.results).toHaveLength(4);
  expect(run.results[0]).toMatchObject({
    ruleId: 'scope/out-of-scope',
    ruleIndex: 0,
    level: 'warning',
    locations: [
      { physicalLocation: { artifactLocation: { uri: 'src/dye/blue.ts', uriBaseId: 'ROOT' }, region: { startLine: 1 } } },
    ],
    relatedLocations: [{ physicalLocation: { artifactLocation: { uri: 'docs/plan.md' }, region: { startLine: 10 } } }],
    properties: { phase: '2' },
  });
});

describe('the text of a pull request', () => {
  test('sums up, lists what is outside with its owner, and folds the rest', () => {
    expect(scopeMarkdown(judged(changed, 'phase-0-complete'))).toBe(`### Scope of the current phase

6 changed files since \` phase-0-complete \`, **4 out of scope**. Current phase: \` 1 Loom \`.

| Out of scope | Belongs to | By |
|---|---|---|
| \` src/dye/blue.ts \` | \` 2 Dye \\| vat \` | \` src/dye/** \` in \` docs/plan.md:10 \` |
| \` src/dye/red.ts \` | \` 2 Dye \\| vat \` | \` src/dye/** \` in \` docs/plan.md:10 \` |
| \` src/loom/old/a.ts \` | no phase | \` src/loom/old/** \` in \` docs/plan.md:7 \` |
| \` tools/x.ts \` | no phase | – |

<details><summary>1 in, 1 allowed</summary>

- \` docs/plan.md \` allowed
- \` src/loom/warp.ts \` in

</details>
`);
  });

  test('gives the reason of an exception', () => {
    const settings = 'scope:\n  exceptions:\n    - path: tools/x.ts\n      reason: |\n        shared *tool*\n      by: Ada\n';
    const { report } = judged(['tools/x.ts'], null, settings);
    expect(report.summary).toMatchObject({ excepted: 1, out: 0 });
    expect(report.paths[0]?.exception).toEqual({
      reason: 'shared *tool*',
      by: 'Ada',
      until: null,
      path: 'phasewise.yaml',
      line: 3,
    });
    expect(scopeMarkdown(judged(['tools/x.ts'], null, settings))).toContain('- ` tools/x.ts ` excepted: ` shared *tool* `');
  });

  test('says that nothing is out of scope, or that nothing changed', () => {
    expect(scopeMarkdown(judged(['src/loom/warp.ts']))).toContain('1 changed file, none is out of scope.');
    expect(scopeMarkdown(judged([], 'main'))).toBe(
      '### Scope of the current phase\n\nNo changed files since ` main `. Current phase: ` 1 Loom `.\n',
    );
  });

  const names = [
    '@everyone/#1.ts', '<img src=x onerror=alert(1)>.ts', '[a](https://example.org).ts', '`rm`.ts', '``x`` | y.ts', 'a|b.ts',
    'a\\|b.ts', 'a\\\\|b|.ts', '|', '\\', '`', ' ', '\n\n# Title', '</details>', '<!--', '\u202etxt', 'https://example.org/a.ts', '***', '\t',
    'x'.repeat(5000), '`'.repeat(300), '|'.repeat(300), '\\'.repeat(301),
  ]; // biome-ignore format: a list of names reads better in lines

  test.for(names)('keeps %j in a code span', (name) => {
    const text = scopeMarkdown(judged([`src/dye/${name}`, `src/loom/${name}`], name));
    const kinds = new Set<string>();
    const cells: number[] = [];
    const visit = (node: { type: string; value?: string; children?: readonly unknown[] }) => {
      kinds.add(node.type === 'html' ? `html ${node.value}` : node.type);
      if (node.type === 'tableRow') cells.push(node.children?.length ?? 0);
      for (const child of node.children ?? []) visit(child as typeof node);
    };
    visit(fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }));
    expect(cells).toEqual([3, 3]);
    const ours = [
      'root',
      'heading',
      'text',
      'paragraph',
      'inlineCode',
      'strong',
      'table',
      'tableRow',
      'tableCell',
      'list',
      'listItem',
    ];
    expect([...kinds].filter((kind) => !ours.includes(kind))).toEqual([
      'html <details><summary>1 in</summary>',
      'html </details>',
    ]);
  });

  test('stays within what a comment holds', () => {
    const many = Array.from({ length: 5000 }, (_, at) => [`src/dye/${at}/${'|'.repeat(90)}.ts`, `src/loom/${at}.ts`]).flat();
    const text = scopeMarkdown(judged(many));
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/^… and \d+ more$/m);
    expect(text).toContain('**5000 out of scope**');
  });
});
