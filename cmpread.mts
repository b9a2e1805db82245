import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { toSource } from './server/src/core/source.ts';
import { defaultSettings } from './server/src/core/settings.ts';
import { readWhole, toFacts } from './server/src/core/read/markdownDocument.ts';
import { readByPieces } from './server/src/core/read/byPieces.ts';
import { limitGates } from './server/src/core/read/limits.ts';
const walk = (d) => readdirSync(d).flatMap((f) => statSync(join(d, f)).isDirectory() ? walk(join(d, f)) : [join(d, f)]);
let same = 0, diff = 0, whole = 0;
for (const root of process.argv.slice(2)) for (const f of walk(root).filter((f) => /\.md$/.test(f))) {
  const source = toSource(relative(root, f), readFileSync(f, 'utf8'));
  const g = readByPieces(source, defaultSettings, null, 0);
  if (!g) { whole++; continue; }
  const a = toFacts(source, g), b = readWhole(source, defaultSettings, null);
  const [x, y] = [JSON.stringify(a), JSON.stringify(b)];
  if (x === y) same++; else { diff++; console.log('DIFF', f); for (const k of Object.keys(b)) if (JSON.stringify(a[k]) !== JSON.stringify(b[k])) { const A = [].concat(a[k]), B = [].concat(b[k]); const i = B.findIndex((v, j) => JSON.stringify(v) !== JSON.stringify(A[j])); console.log('  ', k, A.length, B.length, i, JSON.stringify(A[i])?.slice(0, 300), '|', JSON.stringify(B[i])?.slice(0, 300)); } }
}
console.log({ same, diff, whole });
