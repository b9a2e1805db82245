import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** Who may import whom: the first row whose pattern fits a file holds for it, and everything it does not name is forbidden. */
const arrows: readonly { readonly from: RegExp; readonly to: RegExp }[] = [
  { from: /^server\/src\/core\/rules\/rule\.ts$/, to: /^server\/src\/core\// },
  {
    from: /^server\/src\/core\/rules\/(?!.*index\.ts$)/,
    to: /^server\/src\/core\/(model|source|share|scope|rules\/rule|read\/unitName)\.ts$|^server\/src\/core\/(gate|plan|proof)\//,
  },
  // What a rule is may speak of settings, rules themselves do not; one file runs the table of gate rules.
  { from: /^server\/src\/core\/gate\/judge\.ts$/, to: /^server\/src\/core\// },
  { from: /^server\/src\/core\/gate\//, to: /^server\/src\/core\/(gate\/|(model|source|rules\/rule)\.ts$)/ },
  {
    from: /^server\/src\/core\//,
    to: /^server\/src\/core\/|^(unified|remark-parse|yaml|minimatch|mdast|micromark.*|mdast-util.*|unist-util.*)$/,
  },
  { from: /^server\/src\/host\/host\.ts$/, to: /^$/ },
  {
    from: /^server\/src\/host\/(node|gitFolder|gitTags|list|ignored)\.ts$/,
    to: /^server\/src\/host\/(host|day|gitFolder|gitTags|list|ignored|gitignore|turn)\.ts$|^node:(fs|fs\/promises|path)$/,
  },
  { from: /^server\/src\/host\//, to: /^server\/src\/(host\/(host|day|gitignore)|core\/index)\.ts$|^ignore$/ },
  {
    from: /^server\/src\/run\//,
    to: /^server\/src\/(run\/|core\/steps\/(compare|expectation)\.ts$)|^node:(child_process|crypto|fs|os|path|vm)$/,
  },
  {
    from: /^server\/src\/cli\//,
    to: /^server\/src\/(cli\/|host\/|run\/|core\/index\.ts$)|^(commander|fastest-levenshtein|node:.*|package\.json)$/,
  },
  {
    from: /^server\/src\/lsp\/protocol(\.ts$|\/)/,
    to: /^server\/src\/(core\/index|host\/(host|editor)|lsp\/protocol\/\w+)\.ts$/,
  },
  {
    from: /^server\/src\/lsp\//,
    to: /^server\/src\/(lsp\/|host\/|core\/index\.ts$)|^(vscode-languageserver.*|vscode-uri|package\.json)$/,
  },
  { from: /^server\/src\/cliMain\.ts$/, to: /^server\/src\/(cli|lsp)\/|^node:path$/ },
  { from: /^server\/src\/\w+\.ts$/, to: /^server\/src\/(lsp|host)\// },
  {
    from: /^client\/src\/(languageClient|quietClient|serverFiles|serverProcess|web\/serverProcess)\.ts$/,
    to: /^client\/src\/|^server\/src\/lsp\/protocol\.ts$|^vscode(-languageclient(\/\w+)?)?$/,
  },
  // There is no Node in a browser.
  { from: /^client\/src\/(web\/|browser\.ts$)/, to: /^client\/src\/|^vscode$/ },
  {
    from: /^client\/src\//,
    to: /^client\/src\/|^server\/src\/(lsp\/protocol\.ts$|run\/|core\/signoff\/tagName\.ts$)|^(vscode|node:.*)$/,
  },
];

test('every import follows an arrow of the architecture', () => {
  const files = ['server/src', 'client/src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => posix.join(folder, name.replaceAll('\\', '/'))),
  );
  expect(files.length).toBeGreaterThan(50);
  const wrong = files.flatMap((file) => {
    const allowed = arrows.find(({ from }) => from.test(file))?.to;
    return importsOf(file).flatMap((target) => (allowed?.test(target) ? [] : [`${file} -> ${target}`]));
  });
  expect(wrong).toEqual([]);
});

test('the linter refuses imports through a wall', () => {
  const folder = mkdtempSync(join(tmpdir(), 'phasewise-walls-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  copyFileSync(join(root, 'biome.json'), join(folder, 'biome.json'));
  const tries = [...forbidden.map((row) => [...row, true] as const), ...allowed.map((row) => [...row, false] as const)];
  for (const [at, [file, target]] of tries.entries()) {
    const path = join(folder, dirname(file), `try${at}.ts`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `import { a } from '${target}';\nexport const b = a;\n`);
  }
  const refused = refusedFiles(folder);
  for (const [at, [file, target, isForbidden]] of tries.entries()) {
    expect(`${file} ${target} ${refused.has(at)}`).toBe(`${file} ${target} ${isForbidden}`);
  }
});

const forbidden = [
  ['server/src/core/x.ts', '../host/host.ts'],
  ['server/src/core/x.ts', '../lsp/uris.ts'],
  ['server/src/core/x.ts', '../cli/run.ts'],
  ['server/src/core/x.ts', 'node:fs'],
  ['server/src/core/x.ts', 'vscode'],
  ['server/src/core/x.ts', 'vscode-uri'],
  ['server/src/core/read/x.ts', '../../../../client/src/words.ts'],
  ['server/src/core/rules/gate/x.ts', './another.ts'],
  ['server/src/core/rules/gate/x.ts', '../scope/another.ts'],
  ['server/src/core/rules/gate/x.ts', '../../project.ts'],
  ['server/src/core/rules/gate/x.ts', '../../settings.ts'],
  ['server/src/core/rules/gate/x.ts', 'node:fs'],
  ['server/src/host/x.ts', '../lsp/uris.ts'],
  ['server/src/host/x.ts', '../core/plan.ts'],
  ['server/src/core/x.ts', '../run/shellProcess.ts'],
  ['server/src/host/x.ts', '../run/shellProcess.ts'],
  ['server/src/lsp/x.ts', '../run/runStep.ts'],
  ['server/src/lsp/features/x.ts', '../../run/runStep.ts'],
  ['server/src/run/x.ts', '../core/index.ts'],
  ['server/src/run/x.ts', '../host/host.ts'],
  ['server/src/cli/x.ts', '../lsp/uris.ts'],
  ['server/src/cli/x.ts', 'vscode-languageserver'],
  ['server/src/cli/commands/x.ts', '../../core/plan.ts'],
  ['server/src/lsp/x.ts', '../cli/run.ts'],
  ['server/src/lsp/x.ts', '../core/plan.ts'],
  ['server/src/lsp/x.ts', 'node:child_process'],
  ['server/src/lsp/x.ts', 'vscode-languageclient/node'],
  ['client/src/x.ts', '../../server/src/lsp/uris.ts'],
  ['client/src/x.ts', '../../server/src/core/index.ts'],
  ['client/src/x.ts', 'vscode-languageserver'],
] as const;

const allowed = [
  ['server/src/core/x.ts', './model.ts'],
  ['server/src/core/rules/gate/x.ts', '../../model.ts'],
  ['server/src/core/rules/gate/x.ts', '../../gate/words.ts'],
  ['server/src/core/rules/gate/x.ts', '../rule.ts'],
  ['server/src/host/x.ts', '../core/index.ts'],
  ['server/src/cli/x.ts', '../core/index.ts'],
  ['server/src/lsp/x.ts', '../core/index.ts'],
  ['server/src/run/x.ts', '../core/steps/compare.ts'],
  ['server/src/cli/commands/x.ts', '../../run/runStep.ts'],
  ['client/src/x.ts', '../../server/src/lsp/protocol.ts'],
  ['client/src/x.ts', '../../server/src/run/runStep.ts'],
  ['client/src/x.ts', '../../server/src/core/signoff/tagName.ts'],
] as const;

/** The targets of a file's imports: workspace-relative paths for its own files, names for packages. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const targets = [
    ...text.matchAll(/^(?:import|export)\b[^'";]*?\bfrom '([^']+)'|\b(?:import|require)\('([^']+)'\)|^import '([^']+)'/gm),
  ];
  return targets.map(([, from, call, bare]) => {
    const target = from ?? call ?? bare ?? '';
    return target.startsWith('.') ? posix.join(posix.dirname(file), target) : target;
  });
}

/** Numbers of the files in which the linter refuses an import. */
function refusedFiles(folder: string): ReadonlySet<number> {
  const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const args = [biome, 'lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none', '.'];
  let out: string;
  try {
    out = execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch (error) {
    out = String((error as { stdout?: string }).stdout);
  }
  const { diagnostics } = JSON.parse(out.slice(out.indexOf('{'))) as { diagnostics: { category: string; location: unknown }[] };
  const walls = diagnostics.filter(({ category }) => /noRestrictedImports|noNodejsModules/.test(category));
  return new Set(walls.map(({ location }) => Number(/try(\d+)\.ts/.exec(JSON.stringify(location))?.[1])));
}
