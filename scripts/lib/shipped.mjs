/** The packages of others whose code is in the bundles, found by bundling: what is only needed to build or test is not among them. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { builds, common } from './builds.mjs';

/**
 * @param {string} project root of the repository
 * @returns {Promise<readonly { name: string, version: string, license: string, author: string, home: string, texts: readonly string[] }[]>}
 *   sorted by name and version; `texts` are the files of the package that state its licence
 */
export async function shippedPackages(project) {
  const folders = new Set();
  for (const bundle of builds) {
    const { metafile } = await build({
      ...common,
      ...bundle,
      absWorkingDir: project,
      outdir: 'dist',
      write: false,
      metafile: true,
    });
    for (const output of Object.values(metafile.outputs))
      for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
        const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
        if (folder && bytesInOutput > 0) folders.add(folder);
      }
  }
  const packages = [...folders].map((folder) => packageIn(join(project, folder)));
  const key = ({ name, version }) => `${name} ${version}`;
  const once = new Map(packages.map((one) => [key(one), one]));
  return [...once.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function packageIn(folder) {
  const { name, version, license, author, homepage, repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|notice|thirdpartynotices)\b.*/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  if (typeof license !== 'string') throw new Error(`${name} states no licence: look at ${dirname(folder)}`);
  return {
    name,
    version,
    license,
    author: typeof author === 'string' ? author : (author?.name ?? ''),
    home: homepage ?? (typeof repository === 'string' ? repository : (repository?.url ?? '')),
    texts,
  };
}
