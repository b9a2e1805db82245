import { posix, win32 } from 'node:path';
import { expect, test } from 'vitest';
import { insidePath } from '../../server/src/cli/insidePath.ts';

test.for([
  ['C:\\Work\\app', 'C:\\Work\\app\\src\\a.ts', 'src/a.ts'],
  // Drives and folders have no case on Windows; below the folder the spelling stays.
  ['C:\\Work\\app', 'c:\\work\\APP\\src\\A.ts', 'src/A.ts'],
  ['c:\\work\\app', 'C:/Work/app/src/a.ts', 'src/a.ts'],
  ['C:\\Work\\app', 'C:\\Work\\app', ''],
  ['C:\\Work\\app', 'C:\\Work\\app\\..foo\\a.ts', '..foo/a.ts'],
  ['C:\\', 'C:\\src\\a.ts', 'src/a.ts'],
  ['\\\\server\\share\\app', '\\\\SERVER\\share\\app\\src\\a.ts', 'src/a.ts'],
  ['C:\\Work\\app', 'C:\\Work\\application\\a.ts', undefined],
  ['C:\\Work\\app', 'C:\\Work\\app\\..\\b.ts', undefined],
  ['C:\\Work\\app', 'D:\\Work\\app\\src\\a.ts', undefined],
  ['C:\\Work\\app', '\\\\?\\C:\\Work\\app\\src\\a.ts', undefined],
  ['C:\\Work\\app', '\\\\server\\share\\a.ts', undefined],
  // Other names of `src\a.ts`.
  ['C:\\Work\\app', 'C:\\Work\\app\\src\\a.ts::$DATA', undefined],
  ['C:\\Work\\app', 'C:\\Work\\app\\src.\\a.ts', undefined],
  ['C:\\Work\\app', 'C:\\Work\\app\\src\\a.ts ', undefined],
] as const)('on Windows, %s and %s', ([folder, path, expected]) => {
  expect(insidePath(win32, folder, path)).toBe(expected);
});

test.for([
  ['/home/ada/app', '/home/ada/app/src/a.ts', 'src/a.ts'],
  ['/home/ada/app', '/home/ada/app/src\\a.ts', 'src\\a.ts'],
  ['/home/ada/app', '/home/ada/app/src/a:b.ts ', 'src/a:b.ts '],
  ['/home/ada/app', '/home/ada/App/src/a.ts', undefined],
  ['/home/ada/app', '/home/ada/application/a.ts', undefined],
  ['/home/ada/app', '/home/ada', undefined],
] as const)('elsewhere, %s and %s', ([folder, path, expected]) => {
  expect(insidePath(posix, folder, path)).toBe(expected);
});
