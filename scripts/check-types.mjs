/** Checks every layer on its own: what a layer may know (Node, the DOM, the editor) is what its tsconfig lists. */
import { spawnSync } from 'node:child_process';

const layers = ['server/src/core', 'server', 'client', 'test'];
const failed = layers.filter((layer) => {
  const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', `${layer}/tsconfig.json`], {
    stdio: 'inherit',
  });
  return status !== 0;
});
if (failed.length > 0) {
  console.error(`Types are wrong in: ${failed.join(', ')}`);
  process.exit(1);
}
