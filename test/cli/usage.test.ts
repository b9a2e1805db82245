import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli } from '../support/built.ts';
import { testFolder } from '../support/folder.ts';

describe('wrong usage is one line on standard error, exit code 2 and no stack trace', () => {
  test.for([
    ['an unknown command', ['chekc'], /Did you mean check\?/],
    ['an unknown option', ['check', '--formt', 'json'], /Did you mean --format\?/],
    ['an unknown format', ['check', '--format', 'jsn'], /Allowed choices are text, json, sarif, junit, github/],
    ['an unknown severity', ['check', '--fail-on', 'loud'], /Allowed choices/],
    ['a missing argument', ['read'], /missing required argument 'file'/],
    ['a missing file', ['read', 'nothing.md'], /^phasewise: there is no file nothing\.md$/m],
    ['a missing file to check', ['check', 'nothing.md'], /^phasewise: there is no file or folder nothing\.md$/m],
    ['a folder in place of a file', ['read', '.'], /^phasewise: \. is a folder$/m],
    ['a missing root', ['check', '--root', 'nowhere'], /^phasewise: there is no folder .+nowhere$/m],
    ['a path outside the root', ['check', '../elsewhere.md'], /^phasewise: \.\.\/elsewhere\.md is outside /m],
    ['a revision that is an option', ['scope', '--base=--output=x'], /^phasewise: "--output=x" is no name of a revision$/m],
    ['a folder without Git', ['scope', '--staged'], /^phasewise: .+ is not in a Git repository/m],
    ['two questions at once', ['scope', 'a.ts', '--staged'], /^phasewise: name paths, or one of/m],
    ['an unknown format of a scope', ['scope', '--format', 'junit'], /Allowed choices are text, json, markdown, github, sarif/],
    ['refusals without a hook', ['scope', '--refuse-only', 'a.ts'], /^phasewise: --refuse-only belongs to --hook$/m],
    ['an unknown rule', ['explain', 'gate/unnamed-test'], /^phasewise: /m],
  ] as const)('%s', async ([, args, message]) => {
    const { code, out, err } = await runCli(testFolder().path, args);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/^ +at /m);
    expect([code, out]).toEqual([2, '']);
  });

  test('a link that leads out of the root is outside', async () => {
    const [inside, outside] = [testFolder(), testFolder([['plan.md', '# Phase 1']])];
    symlinkSync(outside.path, join(inside.path, 'docs'));
    expect(await runCli(inside.path, ['read', 'docs/plan.md'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('is outside'),
    });
  });

  test('what is no text is not read', async () => {
    const folder = testFolder();
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(folder.path, 'plan.md'), Buffer.from([0x23, 0x20, 0xff, 0xfe]));
    expect(await runCli(folder.path, ['read', 'plan.md'])).toMatchObject({ code: 2, err: expect.stringContaining('not UTF-8') });
  });
});

describe('help', () => {
  test.for(['check', 'read', 'outline', 'scope', 'explain', 'lsp'])('of %s', async (command) => {
    const { code, out, err } = await runCli(testFolder().path, [command, '--help']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(new RegExp(`^Usage: phasewise ${command} `));
  });

  test('of the program lists the commands and the exit codes', async () => {
    const { code, out } = await runCli(testFolder().path, ['--help']);
    expect(code).toBe(0);
    for (const word of ['check', 'read', 'outline', 'scope', 'explain', 'lsp', 'Exit codes']) expect(out).toContain(word);
  });
});
