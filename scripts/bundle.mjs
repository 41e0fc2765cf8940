// Bundles what runs outside Next: the command line and the job worker. Packages stay external.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** `server-only` throws outside a bundler that knows it; here everything is server. */
const serverOnly = {
  name: 'server-only',
  setup(build) {
    build.onResolve({ filter: /^server-only$/ }, () => ({ path: 'server-only', namespace: 'empty' }));
    build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: '' }));
  },
};

export async function bundle(extra = {}) {
  const { build } = await import('esbuild');
  const outdir = path.join(root, '.stead/bundle');
  mkdirSync(outdir, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: {
      stead: 'lib/cli/main.ts',
      worker: 'lib/jobs/worker.ts',
      'import-worker': 'lib/jobs/import-worker.ts',
      ...extra,
    },
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: true,
    logLevel: 'warning',
    plugins: [serverOnly],
  });
  return outdir;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle();
