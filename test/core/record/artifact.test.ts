import { describe, expect, it } from 'vitest';
import { artifactPath, artifactText, type KeptRun, linkFrom } from '../../../server/src/core/index.ts';

const step = { id: 'T-1', title: 'Health' };
const never = () => false;

describe('where the output of a run is kept', () => {
  it('is named by phase, step and day', () => {
    expect(artifactPath('docs/evidence', '2', step, '2026-03-01', never)).toBe('docs/evidence/phase-2/t-1-2026-03-01.txt');
    const taken = (path: string) => path.endsWith('-01.txt');
    expect(artifactPath('docs/evidence/', '2A', step, '2026-03-01', taken)).toBe('docs/evidence/phase-2a/t-1-2026-03-01-2.txt');
  });

  it.each([
    ['../../etc/passwd', 'etc-passwd'],
    ['`npm test` → exits: 0?', 'npm-test-exits-0'],
    ['CON', 'step-con'],
    ['nul.txt', 'nul-txt'],
    ['...', 'step'],
    ['预期结果', '预期结果'],
    ['a\u202eb\0c', 'a-b-c'],
    ['x'.repeat(300), 'x'.repeat(60)],
  ])('has a name that every system allows: %j', (title, name) => {
    expect(artifactPath('docs', '1', { id: null, title }, '2026-03-01', never)).toBe(`docs/phase-1/${name}-2026-03-01.txt`);
  });

  it.each([
    '..', '../out', 'docs/../../out', '/etc', '//server/share', '\\\\server\\share', 'C:\\evidence', 'c:evidence', '~/evidence', '',
    '.', 'a\0b', 'docs/con', 'docs/evidence. ', 'docs/a:b', 'docs/<x>', 'a\u202eb', 'docs/..\\..\\out',
  ])('never leaves the workspace, whatever is configured: %j', (folder) => {
    expect(artifactPath(folder, '1', step, '2026-03-01', never)).toMatchObject({ refused: expect.stringContaining('evidence.folder') });
  }); // biome-ignore format: a list

  it('is linked from the folder of the document', () => {
    expect(linkFrom('docs/phases/phase-1.md', 'docs/evidence/phase-1/t.txt')).toBe('../evidence/phase-1/t.txt');
    expect(linkFrom('PLAN.md', 'docs/evidence/t.txt')).toBe('docs/evidence/t.txt');
  });
});

const run: KeptRun = {
  command: 'npm test',
  folder: '',
  date: '2026-03-01',
  actor: 'Ada',
  commit: '1a2b3c4',
  exitCode: 0,
  output: '3 passed',
};

describe('what is kept of a run', () => {
  it('says what ran, and shows the output', () => {
    expect(artifactText(run)).toBe(
      'command: npm test\nfolder: .\ndate: 2026-03-01\nactor: Ada\ncommit: 1a2b3c4\nexit code: 0\n\n3 passed\n',
    );
    expect(artifactText({ ...run, exitCode: null, commit: null })).toContain('exit code: none');
  });

  it('is harmless to show', () => {
    const text = artifactText({ ...run, command: 'a\nexit code: 0', output: '\u001b[31mred\u0007\u202e\r\nnext\ttab' });
    expect(text).toContain('command: a\\nexit code: 0\n');
    expect(text).toContain('\\u001b[31mred\\u0007\\u202e\nnext\ttab');
  });

  it('keeps the beginning and the end of a flood', () => {
    const text = artifactText({ ...run, output: `first\n${'é'.repeat(5_000_000)}\nlast` });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(64 * 1024 + 200);
    expect(text).toMatch(/first\n[\s\S]*… \d+ characters were left out …[\s\S]*last\n$/);
  });
});
