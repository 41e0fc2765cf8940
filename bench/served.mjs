// A built server with a data directory of its own, and a browser for it; both are gone once `work` is done.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bundle } from '../scripts/bundle.mjs';
import { buildIsStale, freePort, nextBin, node, startServer } from '../scripts/steps.mjs';
import { openBrowser } from './visits.mjs';

export async function withServer(work) {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'stead-bench-data-'));
  // Never a real database, whatever .env.local says.
  const env = { STEAD_DIR: directory, LOG_LEVEL: 'silent', DATABASE_URL: '' };
  try {
    const bundled = await bundle();
    node([path.join(bundled, 'stead.mjs'), 'prepare'], { env, quiet: true });
    if (buildIsStale()) node([nextBin, 'build'], { quiet: true, env: { NODE_ENV: 'production' } });
    const { server, address } = await startServer({ port: await freePort(), env, onLog: 'ignore' });
    const browser = await openBrowser();
    try {
      return await work({ browser, address, directory });
    } finally {
      await browser.close();
      server.kill('SIGTERM');
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
