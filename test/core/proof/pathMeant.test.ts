import { expect, test } from 'vitest';
import { pathMeant } from '../../../server/src/core/proof/pathMeant.ts';

const document = 'docs/phases/phase-1.md';

test.each([
  ['a control character', 'docs/a\0.md', /cannot be seen/],
  ['a line break', 'docs/a\n.md', /cannot be seen/],
  ['letters that turn the reading direction', 'docs/a\u202emd.exe', /cannot be seen/],
  ['a zero-width space', 'docs/a\u200b.md', /cannot be seen/],
  ['another computer', '\\\\server\\share\\a.md', /another computer/],
  ['another computer with slashes', '//server/share/a.md', /another computer/],
  ['a drive', 'C:\\out\\a.md', /one machine/],
  ['a drive with slashes', 'c:/out/a.md', /one machine/],
  ['a place on a drive', 'C:a.md', /one machine/],
  ['a file address', 'file:///etc/passwd', /one machine/],
  ['a stream', 'docs/a.md:hidden', /colon/],
  ['the main stream', 'docs/a.md::$DATA', /colon/],
  ['a home folder', '~/a.md', /home folder/],
  ['a home folder of somebody', '~ada/a.md', /home folder/],
  ['out of the folder', '../../../a.md', /out of the workspace/],
  ['out of the folder and in again', '../../../docs/../../a.md', /out of the workspace/],
  ['out of the folder with backslashes', '..\\..\\..\\a.md', /out of the workspace/],
  ['out of the root', '/../a.md', /out of the workspace/],
  ['too long a path', `${'a/'.repeat(3000)}b.md`, /characters long/],
])('no file of the workspace is meant by %s', (_, written, problem) => {
  expect(pathMeant(written, document)).toEqual({ problem: expect.stringMatching(problem) });
});

test.each([
  ['src/a.ts', ['docs/phases/src/a.ts', 'src/a.ts'], false],
  ['./a.md', ['docs/phases/a.md', 'a.md'], false],
  ['../evidence/a.md', ['docs/evidence/a.md'], false],
  ['..foo/x', ['docs/phases/..foo/x', '..foo/x'], false],
  ['a..b/.../c', ['docs/phases/a..b/.../c', 'a..b/.../c'], false],
  ['../../src/', ['src/'], false],
  ['../..', [''], false],
  ['docs\\a.md', ['docs/phases/docs/a.md', 'docs/a.md'], false],
  ['/docs/a.md', ['docs/a.md'], true],
])('%s may mean %j', (written, paths, absolute) => {
  expect(pathMeant(written, document)).toEqual({ paths, absolute });
});
