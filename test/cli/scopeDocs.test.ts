import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { builtCli } from '../support/built.ts';
import { type TestFolder, testFolder } from '../support/folder.ts';

/** What docs/ci.md shows runs as it stands there, with `phasewise` in the path. */
const root = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(root, 'docs/ci.md'), 'utf8');
const blocks = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => ({ language, text: text ?? '' }));
const yaml = blocks.filter(({ language }) => language === 'yaml').map(({ text }) => parse(text));
const json = blocks.filter(({ language }) => language === 'json').map(({ text }) => JSON.parse(text));
const scripts = blocks.filter(({ language }) => language === 'sh').map(({ text }) => text);

let folder: TestFolder;

beforeEach(() => {
  folder = testFolder([
    ['docs/phases/phase-1.md', '# Phase 1: API\n\n**Status**: In progress\n\n## Scope\n\n- `src/api/**`\n'],
    ['docs/phases/phase-2.md', '# Phase 2: Web\n\n**Status**: Planned\n\n## Scope\n\n- `src/web/**`\n'],
    ['bin/phasewise', `#!/bin/sh\nexec "${process.execPath}" "${builtCli}" "$@"\n`],
    ['.gitignore', 'bin/\nsummary.md\n'],
  ]);
  chmodSync(join(folder.path, 'bin/phasewise'), 0o755);
  folder.git('init', '-q', '-b', 'main');
  folder.git('add', '.');
  folder.git('commit', '-qm', 'The plan');
  folder.git('tag', 'phase-0-complete');
  folder.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
});

/** Runs a text of the page as a shell would; GitHub's ends at the first command that fails. */
function run(script: string, { env = {}, input = '' }: { env?: Record<string, string>; input?: string } = {}) {
  const path = `${join(folder.path, 'bin')}${delimiter}${process.env.PATH}`;
  const options = { cwd: folder.path, encoding: 'utf8', input, env: { ...process.env, PATH: path, ...env } } as const;
  const { status, stdout, stderr } = spawnSync('sh', ['-e', '-c', script], options);
  return { code: status, out: stdout, err: stderr };
}

test('the page has a configuration for pre-commit, a workflow, a step, three scripts and five agents', () => {
  expect([yaml.length, json.length, scripts.length]).toEqual([3, 5, 3]);
});

describe('before a commit', () => {
  const hooks = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as {
    id: string;
    entry: string;
    language: string;
  }[];

  test('the configuration names the hooks of this repository, which are installed as its program', () => {
    expect(yaml[0].repos[0].hooks.map(({ id }: { id: string }) => id)).toEqual(hooks.map(({ id }) => id));
    const { bin, scripts: own } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    for (const { entry, language } of hooks) expect([language, Object.keys(bin)]).toEqual(['node', [entry.split(' ')[0]]]);
    // An installation from Git builds what is not in Git.
    expect(existsSync(join(root, own.prepare.replace(/^node /, '')))).toBe(true);
  });

  test('each hook lets a good commit through and stops one out of scope', () => {
    folder.write('src/api/a.ts', '');
    folder.git('add', '.');
    const entries = hooks.map(({ entry }) => entry);
    expect([...entries, scripts[0] ?? ''].map((entry) => run(entry).code)).toEqual([0, 0, 0]);
    folder.write('src/web/b.ts', '');
    folder.git('add', '.');
    expect([...entries, scripts[0] ?? ''].map((entry) => run(entry).code)).toEqual([0, 1, 1]);
  });
});

test('the commands of a gate run where the command line agrees, and nowhere else', () => {
  folder.write(
    'docs/phases/phase-2.md',
    '# Phase 2: Web\n\n**Status**: Done\n\n## Verification\n\n- [x] `node --version` exits with 0\n',
  );
  const asked = run(scripts[2] ?? '');
  expect([asked.code, asked.out]).toEqual([2, '']);
  expect(asked.err).toContain('nothing was run');
  run(yaml[2][0].run);
  expect(readFileSync(join(folder.path, 'gate.xml'), 'utf8')).toContain('<testcase name="node --version"');
});

test('the workflow annotates a pull request and sums it up', () => {
  const steps: readonly { name?: string; run?: string }[] = yaml[1].jobs.phasewise.steps;
  folder.git('checkout', '-qb', 'work');
  for (const path of ['src/api/a.ts', 'src/web/b.ts']) folder.write(path, '');
  folder.git('add', '.');
  folder.git('commit', '-qm', 'Work');
  const env = { GITHUB_BASE_REF: 'main', GITHUB_STEP_SUMMARY: join(folder.path, 'summary.md') };
  const step = (name: string) => run(steps.find((one) => one.name === name)?.run ?? '', { env });
  expect(step('Findings').code).toBe(0);
  const scope = step('Scope');
  expect([scope.code, scope.err]).toEqual([1, '']);
  expect(scope.out).toMatch(/^::warning file=src\/web\/b\.ts,line=1,title=scope\/out-of-scope::[^\n]+\n$/);
  const summary = readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8');
  expect(summary).toContain('2 changed files since ` origin/main `, **1 out of scope**');
  expect(summary).toContain('| ` src/web/b.ts ` | ` 2 Web ` |');
});

test('since the last gate', () => {
  folder.write('src/web/b.ts', '');
  folder.git('add', '.');
  folder.git('commit', '-qm', 'Work');
  expect(run(scripts[1] ?? '')).toMatchObject({ code: 1, out: expect.stringContaining('1 file since phase-0-complete, 1 out') });
});

describe('beside an agent', () => {
  const path = 'src/web/b.ts';
  const agents = [
    ['Claude Code', 'PreToolUse', { hook_event_name: 'PreToolUse', tool_name: 'Write', tool_input: { file_path: path } }],
    [
      'Codex',
      'PreToolUse',
      {
        hook_event_name: 'PreToolUse',
        turn_id: '1',
        tool_name: 'apply_patch',
        tool_input: { command: `*** Begin Patch\n*** Add File: ${path}\n+a\n*** End Patch` },
      },
    ],
    ['Cursor', 'preToolUse', { hook_event_name: 'preToolUse', tool_name: 'StrReplace', tool_input: { path } }],
    ['Gemini CLI', 'BeforeTool', { hook_event_name: 'BeforeTool', tool_name: 'replace', tool_input: { file_path: path } }],
    ['GitHub Copilot', 'preToolUse', { toolName: 'create', toolArgs: JSON.stringify({ path }) }],
  ] as const;

  test.for(agents.map((agent, at) => [...agent, at] as const))('%s is told', ([, event, input, at]) => {
    const [entry] = json[at].hooks[event];
    const { matcher = '.*', hooks = [entry] } = entry;
    const name = 'tool_name' in input ? input.tool_name : input.toolName;
    expect(name).toMatch(new RegExp(`^(?:${matcher})$`));
    const env = { CLAUDE_PROJECT_DIR: folder.path, GEMINI_PROJECT_DIR: folder.path };
    const commands: string[] = [hooks[0].command, hooks[0].bash, hooks[0].powershell].filter(Boolean);
    expect(commands.length).toBeGreaterThan(0);
    for (const command of commands) {
      const { code, out, err } = run(command, { env, input: JSON.stringify(input) });
      expect([code, err]).toEqual([0, '']);
      expect(out).toMatch(/"deny"/);
      expect(out).toContain('belongs to phase \\"2\\"');
    }
  });
});
