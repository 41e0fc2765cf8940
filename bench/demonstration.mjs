// The demonstration country: how long it takes to load on the embedded database, and its region page at ten times its size on PostgreSQL.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bundle } from '../scripts/bundle.mjs';
import { serverBinaries, startPostgres } from '../scripts/postgres.mjs';
import { buildIsStale, freePort, nextBin, node, startServer } from '../scripts/steps.mjs';
import { quantile } from './measure.mjs';
import { cookieOf, openBrowser, readers, signIn } from './visits.mjs';

const PAGE = '/regions/XD-TR-kelvarrow';
const LARGE = 10;
const FIRST_VISIT_MS = 600_000;

/** Seconds from the command's start to its end, with everything else in the database already. */
function load(bundled, env, scale) {
  const stead = path.join(bundled, 'stead.mjs');
  node([stead, 'demonstration', 'remove'], { env, quiet: true });
  const from = performance.now();
  node([stead, 'demonstration', 'load', '--scale', String(scale)], { env, quiet: true });
  return (performance.now() - from) / 1000;
}

async function pageTimes(env) {
  const { server, address } = await startServer({ port: await freePort(), env, onLog: 'ignore' });
  const browser = await openBrowser();
  try {
    const { context } = await signIn(browser, address, { directory: env.STEAD_DIR, account: 'demo-manager' });
    const cookie = await cookieOf(context);
    const signal = AbortSignal.timeout(FIRST_VISIT_MS);
    await fetch(address + PAGE, { headers: { cookie }, signal }).then((answer) => answer.text());
    // After a start code is cold, and ten readers who were held up together come back together.
    const first = await readers(address + PAGE, cookie);
    return { first, later: await readers(address + PAGE, cookie) };
  } finally {
    await browser.close();
    server.kill('SIGTERM');
  }
}

async function large(bundled, directory) {
  const names = [
    'demonstration_x10_load_postgresql',
    'demonstration_x10_region_page_p95_after_start',
    'demonstration_x10_region_page_p95_10_readers',
  ];
  const binaries = serverBinaries();
  if (!binaries) return names.map((name) => ({ name, value: null, note: 'not measured: no PostgreSQL here' }));
  const postgres = await startPostgres(binaries);
  try {
    postgres.sql('postgres', 'create database country owner stead');
    const env = {
      STEAD_DIR: path.join(directory, 'large'),
      LOG_LEVEL: 'silent',
      DATABASE_URL: postgres.urlOf('country'),
    };
    const took = load(bundled, env, LARGE);
    const { first, later } = await pageTimes(env);
    return [
      { name: names[0], value: took, unit: 's', target: null },
      { name: names[1], value: quantile(first, 0.95), unit: 'ms', target: 150 },
      { name: names[2], value: quantile(later, 0.95), unit: 'ms', target: 150 },
    ];
  } finally {
    postgres.stop();
  }
}

export async function benchDemonstration() {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'stead-bench-country-'));
  const bundled = await bundle();
  if (buildIsStale()) node([nextBin, 'build'], { quiet: true, env: { NODE_ENV: 'production' } });
  try {
    const small = { STEAD_DIR: path.join(directory, 'small'), LOG_LEVEL: 'silent', DATABASE_URL: '' };
    const took = load(bundled, small, 1);
    return [
      { name: 'demonstration_load_embedded', value: took, unit: 's', target: 25 },
      ...(await large(bundled, directory)),
    ];
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
