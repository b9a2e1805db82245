import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli } from '../support/built.ts';
import { testFolder } from '../support/folder.ts';

const vague = '# Phase 1: API\n\n**Status**: In progress\n\n## Exit criteria\n\n- [ ] All tests pass\n';
const phase1 = 'docs/phases/phase-1.md';
const phase2 = 'docs/phases/phase-2.md';
const both = [
  [phase1, vague],
  [phase2, vague.replace('Phase 1', 'Phase 2')],
] as const;

describe('check', () => {
  test('prints JSON on standard output and nothing else anywhere', async () => {
    const { code, out, err } = await runCli(testFolder([[phase1, vague]]).path, ['check', '--format', 'json']);
    expect(err).toBe('');
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      documents: 1,
      findings: [
        {
          path: phase1,
          line: 7,
          column: 7,
          endLine: 7,
          endColumn: 21,
          rule: 'gate/unnamed-tests',
          category: 'unnamed-tests',
          severity: expect.any(String),
          docs: 'docs/rules/gate-unnamed-tests.md',
          fixes: expect.any(Array),
        },
      ],
    });
    expect(code).toBe(1);
  });

  test('mends what has one obvious fix, in the files it is asked for, and reports the rest', async () => {
    const text = `\uFEFF${vague.replace('All tests pass\n', 'All tests pass\n- [ ] Search is fast\n').replaceAll('\n', '\r\n')}`;
    const folder = testFolder([
      ['package.json', '{ "scripts": { "test": "node --test" } }\n'],
      [phase1, text],
      [phase2, vague.replace('Phase 1', 'Phase 2')],
    ]);
    const { out, err } = await runCli(folder.path, ['check', '--fix', '--format', 'json', phase1]);
    expect(err).toBe(`phasewise: mended 1 finding in ${phase1}\n`);
    expect(JSON.parse(out).findings.map(({ rule }: { rule: string }) => rule)).toEqual(['gate/unquantified']);
    expect(readFileSync(join(folder.path, phase1), 'utf8')).toBe(text.replace('All tests pass', '`npm test` exits 0'));
    expect(readFileSync(join(folder.path, phase2), 'utf8')).toContain('All tests pass');
    expect((await runCli(folder.path, ['check', '--fix', phase1])).err).toBe('');
  });

  test('reports only the files it is asked for, but reads the whole plan', async () => {
    const folder = testFolder(both);
    for (const asked of [phase2, './docs/phases/phase-2.md', `${folder.path}/${phase2}`]) {
      const { out } = await runCli(folder.path, ['check', asked, '--format', 'json']);
      expect(new Set(JSON.parse(out).findings.map((one: { path: string }) => one.path))).toEqual(new Set([phase2]));
    }
    const { out } = await runCli(folder.path, ['check', 'docs', '--format', 'json']);
    expect(JSON.parse(out).documents).toBe(2);
    folder.write('notes.txt', '');
    const notes = await runCli(folder.path, ['check', 'notes.txt', '--format', 'json']);
    expect(notes).toMatchObject({ code: 0, err: 'phasewise: notes.txt is not part of a plan and was not checked\n' });
  });

  test('means the paths of the shell it runs in', async () => {
    const folder = testFolder(both);
    const { out } = await runCli(`${folder.path}/docs/phases`, ['check', 'phase-2.md', '--root', '../..', '--format', 'json']);
    expect(JSON.parse(out).documents).toBe(1);
    const elsewhere = await runCli('/', ['check', phase2, '--root', folder.path, '--format', 'json']);
    expect(JSON.parse(elsewhere.out).documents).toBe(1);
  });

  test('fails from the severity it is told', async () => {
    const folder = testFolder([
      [phase1, vague],
      ['phasewise.yaml', 'rules:\n  gate/unnamed-tests: information\n'],
    ]);
    const code = async (...args: string[]) => (await runCli(folder.path, ['check', ...args])).code;
    expect(await code()).toBe(0);
    expect(await code('--fail-on', 'error')).toBe(0);
    expect(await code('--fail-on', 'information')).toBe(1);
    expect(await code('--fail-on', 'hint')).toBe(1);
  });

  test('names each finding on one line, by file, and sums up', async () => {
    const { out } = await runCli(testFolder(both).path, ['check']);
    const lines = out.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^docs\/phases\/phase-1\.md:7:7 {2}\w+ {2}.+ {2}gate\/unnamed-tests$/);
    expect(lines.at(-1)).toMatch(/2 documents read\.$/);
    expect(out).not.toContain('\u001b');
    const coloured = await runCli(testFolder(both).path, ['check'], { FORCE_COLOR: '1' });
    expect(coloured.out).toContain('\u001b[');
  });

  test('finds nothing to say about a folder without a plan, and says so', async () => {
    const { code, out } = await runCli(testFolder().path, ['check']);
    expect([code, out.split('\n')[0]]).toEqual([0, 'No documents of a plan were found.']);
    expect(out).toContain('`phasewise init` begins a new plan.');
  });

  test('cannot rely on a broken configuration: the findings are there, the exit code is 2', async () => {
    const folder = testFolder([
      [phase1, vague],
      ['phasewise.yaml', 'rules: [\n'],
    ]);
    const { code, out, err } = await runCli(folder.path, ['check', '--format', 'json']);
    expect(code).toBe(2);
    expect(JSON.parse(out).findings.map((one: { path: string }) => one.path)).toContain('phasewise.yaml');
    expect(err).toMatch(/^phasewise: the configuration cannot be relied on: .+\n$/);
  });

  test('survives a reader that goes away', async () => {
    const { execFileSync } = await import('node:child_process');
    const { builtCli } = await import('../support/built.ts');
    const folder = testFolder(Array.from({ length: 300 }, (_, at) => [`docs/phases/phase-${at}.md`, vague.repeat(10)] as const));
    const command = `"${process.execPath}" "${builtCli}" check --format json | head -c 10`;
    expect(execFileSync('sh', ['-c', command], { cwd: folder.path, encoding: 'utf8', stdio: 'pipe' })).toBe('{\n  "versi');
  });
});
