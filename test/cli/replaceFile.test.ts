import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, describe, expect, test } from 'vitest';
import { replaceFile } from '../../server/src/cli/replaceFile.ts';
import { runCli } from '../support/built.ts';

/** `KILLS=200` and `FULL=20` for the long runs. */
const kills = Number(process.env.KILLS ?? 15);
const full = Number(process.env.FULL ?? 3);

const folder = mkdtempSync(join(tmpdir(), 'phasewise-replace-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let number = 0;
function fileOf(text: string | Buffer): string {
  number += 1;
  mkdirSync(join(folder, `${number}`));
  const file = join(folder, `${number}`, 'plan.md');
  writeFileSync(file, text);
  return file;
}

const left = (file: string) => readdirSync(join(file, '..')).filter((name) => name !== 'plan.md' && name !== 'old.md');

describe('replacing a file', () => {
  test('keeps its mode and the link that leads to it', () => {
    const file = fileOf('old');
    chmodSync(file, 0o640);
    const link = join(file, '..', 'old.md');
    symlinkSync('plan.md', link);
    expect(replaceFile(link, 'old', 'new')).toBeUndefined();
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(left(file)).toEqual([]);
  });

  test.each([
    ['was changed meanwhile', 'newer', 'old'],
    ['was changed meanwhile', Buffer.from([0x63, 0xff, 0x66]), 'c\ufffdf'],
  ])('leaves alone what %s', (why, there, before) => {
    const file = fileOf(there);
    expect(replaceFile(file, before, 'new')).toEqual({ why });
    expect(readFileSync(file).equals(Buffer.from(there as string))).toBe(true);
    expect(left(file)).toEqual([]);
  });

  test('says so where a link leads nowhere', () => {
    const link = join(folder, 'nowhere.md');
    symlinkSync('gone.md', link);
    expect(replaceFile(link, '', 'new')?.why).toMatch(/leads nowhere/);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
  });

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('leaves a file alone that may not be written', () => {
    const file = fileOf('old');
    chmodSync(file, 0o444);
    expect(replaceFile(file, 'old', 'new')?.why).toMatch(/may not be written/);
    expect(readFileSync(file, 'utf8')).toBe('old');
  });
});

describe.skipIf(process.platform === 'win32')('a fault in the middle', () => {
  const script = join(folder, 'replace.mjs');
  const [old, new_] = ['o'.repeat(2_000_000), 'n'.repeat(2_100_000)];
  buildSync({
    stdin: {
      contents: `import { replaceFile } from './server/src/cli/replaceFile.ts';
        const [, , file, times] = process.argv;
        const texts = ['o'.repeat(2_000_000), 'n'.repeat(2_100_000)];
        let last;
        for (let at = 0; at < Number(times); at += 1) {
          last = replaceFile(file, texts[at % 2], texts[(at + 1) % 2]) ?? replaceFile(file, texts[(at + 1) % 2], texts[at % 2]);
          if (at === 0) process.stdout.write('begun');
        }
        process.stdout.write(JSON.stringify(last ?? null));`,
      resolveDir: join(import.meta.dirname, '..', '..'),
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: script,
  });

  test(`killed ${kills} times, a file holds the old text or the new one, and nothing is left behind`, {
    timeout: 60_000 + kills * 3000,
  }, async () => {
    const file = fileOf(old);
    for (let time = 0; time < kills; time += 1) {
      await new Promise<void>((resolve) => {
        const child = spawn(process.execPath, [script, file, '100000'], { stdio: ['ignore', 'pipe', 'ignore'] });
        child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), (time * 7) % 40));
        child.once('exit', () => resolve());
      });
      const text = readFileSync(file, 'utf8');
      expect(text === old || text === new_, `${text.length} characters`).toBe(true);
    }
    execFileSync(process.execPath, [script, file, '1']);
    expect(left(file)).toEqual([]);
  });

  test(`where the disk is full (${full} times), the old text stays and nothing is left behind`, {
    timeout: 60_000 + full * 5000,
  }, () => {
    const file = fileOf(old);
    for (let time = 0; time < full; time += 1) {
      // A limit on the size of files is a disk with so much room left.
      const said = execFileSync('bash', ['-c', `ulimit -f ${time * 97}; exec "$0" "$@"`, process.execPath, script, file, '1']);
      expect(String(said)).toMatch(/no room left/);
      expect(readFileSync(file, 'utf8') === old).toBe(true);
      expect(left(file)).toEqual([]);
    }
  });
});

describe('phasewise check --fix', () => {
  test('says which file it left alone, and why', async () => {
    const root = join(folder, 'root');
    mkdirSync(join(root, 'docs'), { recursive: true });
    writeFileSync(join(root, 'package.json'), '{ "scripts": { "test": "node --test" } }\n');
    writeFileSync(join(root, 'docs', 'phase-1.md'), '# Phase 1: A\n\n## Exit criteria\n\n- [ ] All tests pass\n');
    const { code, err } = await runCli(root, ['check', '--fix']);
    expect(err).toBe('phasewise: mended 1 finding in docs/phase-1.md\n');
    expect(code).toBe(0);
    expect(readdirSync(join(root, 'docs'))).toEqual(['phase-1.md']);
  });
});
