// The project's own TypeScript, bundled for the benchmark. Packages stay external.
import path from 'node:path';
import { build } from 'esbuild';
import { root } from '../scripts/steps.mjs';

/** `contents`: an ES module of re-exports by alias. `name` tells the bundles apart. */
export async function loadBundled(name, contents) {
  const outfile = path.join(root, `.stead/bundle/bench-${name}.mjs`);
  await build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  return import(outfile);
}
