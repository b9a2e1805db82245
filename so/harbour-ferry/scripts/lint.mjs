/** Looks at every source file: it must parse, and no line may end in a blank. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const files = ['src', 'test', 'scripts'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.m?js$/.test(name))
    .map((name) => join(folder, name)),
);
let problems = 0;
for (const file of files) {
  const { status, stderr } = spawnSync(process.execPath, ['--check', file], { encoding: 'utf8' });
  if (status !== 0) problems += report(stderr);
  for (const [index, line] of readFileSync(file, 'utf8').split('\n').entries())
    if (/[ \t]$/.test(line)) problems += report(`${file}:${index + 1} ends in a blank`);
}
console.log(`${files.length} files, ${problems} problems`);
process.exitCode = problems === 0 ? 0 : 1;

function report(message) {
  console.error(message);
  return 1;
}
