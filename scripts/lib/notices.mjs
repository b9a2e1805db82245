/** What the licences of others ask to be told, as text and as a bill of materials. */

/** @param {Awaited<ReturnType<typeof import('./shipped.mjs').shippedPackages>>} packages */
export function noticesText(packages) {
  const parts = packages.map(({ name, version, license, author, home, texts }) =>
    [
      `${name} ${version}`,
      `Licence: ${license}`,
      ...(author ? [`Author: ${author}`] : []),
      ...(home ? [`Home: ${home}`] : []),
      '',
      ...(texts.length > 0 ? texts : [`The package carries no text of its licence; ${license} is what it states.`]),
    ].join('\n'),
  );
  const head =
    'Phasewise holds code of the packages below. This file is generated from what is in its bundles: `npm run generate`.';
  return `${[head, ...parts].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/**
 * A bill of materials in CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/), the same for the same packages: it has neither a serial
 * number nor a time.
 *
 * @param {{ name: string, version: string, license: string }} product
 * @param {Awaited<ReturnType<typeof import('./shipped.mjs').shippedPackages>>} packages
 */
export function billOfMaterials(product, packages) {
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', ...component(product) } },
    components: packages.map((one) => ({ type: 'library', ...component(one) })),
  };
}

function component({ name, version, license }) {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  return { 'bom-ref': purl, name, version, purl, licenses: [{ expression: license }] };
}
