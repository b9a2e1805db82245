/**
 * Builds dist/phasewise.vsix and, beside it, its bill of materials. The same commit gives the same bytes: every time in the archive is
 * that of the commit, or SOURCE_DATE_EPOCH where it is set (https://reproducible-builds.org/specs/source-date-epoch/).
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { billOfMaterials } from './lib/notices.mjs';
import { shippedPackages } from './lib/shipped.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** What an editor is given to download, in bytes. */
const largest = 1_500_000;

const run = (script, args, env = process.env) =>
  execFileSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit', env });

run('scripts/build.mjs', []);
// The film of the README is for who reads it in the repository: in the archive it would be a fifth of all bytes.
const film = /^!\[[^\]]*\]\(media\/loop\.png\)\n\n/m;
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
if (!film.test(readme)) throw new Error('README.md shows no film: nothing has to be left out any more.');
writeFileSync(new URL('../dist/README.md', import.meta.url), readme.replace(film, ''));
const out = ['--readme-path', 'dist/README.md', '--out', 'dist/phasewise.vsix'];
run(
  'node_modules/@vscode/vsce/vsce',
  ['package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', ...out],
  { ...process.env, SOURCE_DATE_EPOCH: process.env.SOURCE_DATE_EPOCH ?? commitTime() },
);
const size = statSync(new URL('../dist/phasewise.vsix', import.meta.url)).size;
if (size > largest)
  throw new Error(`dist/phasewise.vsix has ${size} bytes: more than ${largest}. Look what came in with: unzip -lv`);
const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const bill = billOfMaterials(manifest, await shippedPackages(root));
writeFileSync(new URL('../dist/phasewise.cdx.json', import.meta.url), `${JSON.stringify(bill, null, 2)}\n`);

/** Seconds since 1970; that of the first version where there is no repository. */
function commitTime() {
  try {
    return execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' }).trim();
  } catch {
    return '1767225600';
  }
}
