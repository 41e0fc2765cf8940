// npm run verify: everything that has to hold, from a fresh clone. --thorough adds the slow checks of scripts/thorough.mjs
// and lets nothing be left out.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { serverBinaries, startPostgres } from './postgres.mjs';
import {
  checkNode,
  freePort,
  install,
  loadEnv,
  main,
  nextBin,
  node,
  packageBin,
  refuseWhileRunning,
  root,
  StepFailed,
  startServer,
  writeEnv,
} from './steps.mjs';
import { thoroughChecks } from './thorough.mjs';

const isThorough = process.argv.includes('--thorough');

const results = [];
const started = Date.now();

/** Runs one check, keeps going where it fails, and remembers the outcome. */
async function check(name, work) {
  const from = Date.now();
  console.log(`\n── ${name}`);
  let passed = true;
  let notRun = null;
  try {
    notRun = (await work())?.notRun ?? null;
  } catch (error) {
    passed = false;
    console.error(error instanceof StepFailed ? error.message : error);
  }
  results.push({ name, passed, notRun });
  console.log(
    `${notRun ? `not run, ${notRun}` : passed ? 'passed' : 'FAILED'}: ${name} (${((Date.now() - from) / 1000).toFixed(1)} s)`,
  );
}

function tool(name, args, env = {}) {
  const { status } = spawnSync(packageBin(name), args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new StepFailed(`${name} ended with ${status}`);
}

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const isRoot = process.getuid?.() === 0;
const hasApt = existsSync('/usr/bin/apt-get');

function aptInstall(...packages) {
  console.log(`Installing ${packages.join(', ')} from the system’s packages`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
  execFileSync('apt-get', ['install', '-y', '-qq', ...packages], { stdio: 'ignore', env });
}

/** The system's Chromium where there is one or it can be installed; otherwise Playwright's own. */
function findBrowser() {
  const found = () => CHROMIUM.find((file) => existsSync(file));
  if (!found() && isRoot && hasApt) aptInstall('chromium');
  if (found()) return found();
  tool('playwright', ['install', 'chromium']);
  return '';
}

function findPostgres() {
  if (!serverBinaries() && isRoot && hasApt) aptInstall('postgresql');
  return serverBinaries();
}

/** Poppler's pdftotext: without it the tests that read the text of a PDF are skipped. */
function findPdfReader() {
  const isFound = () => spawnSync('pdftotext', ['-v']).status === 0;
  if (!isFound() && isRoot && hasApt) aptInstall('poppler-utils');
  if (isFound()) return;
  if (process.env.CI || isThorough) throw new StepFailed('No pdftotext: the text of PDFs must be read here.');
  return { notRun: 'no pdftotext (poppler-utils) on this machine: the text of PDFs is not read' };
}

async function sqlOnPostgres() {
  const binaries = findPostgres();
  if (!binaries) {
    if (process.env.CI || isThorough) throw new StepFailed('No PostgreSQL server binaries: this half must run here.');
    return { notRun: 'no PostgreSQL server binaries on this machine' };
  }
  const server = await startPostgres(binaries);
  try {
    tool('vitest', ['run', '--config', 'lib/testing/vitest.config.ts', '.db.test.ts'], {
      STEAD_TEST_POSTGRES: server.url,
    });
  } finally {
    server.stop();
  }
}

/** Playwright's projects against a server of their own; `plant` puts small counts into its database first. */
async function browserTests({ projects, logLevel = 'warn', plant = false }) {
  const browser = findBrowser();
  const { bundle } = await import('./bundle.mjs');
  const directory = mkdtempSync(path.join(os.tmpdir(), 'stead-verify-'));
  // Never a real database, whatever .env.local says.
  const env = { STEAD_DIR: directory, LOG_LEVEL: logLevel, DATABASE_URL: '' };
  const bundled = await bundle(plant ? { plant: 'lib/testing/plant-counts.ts' } : {});
  node([path.join(bundled, 'stead.mjs'), 'prepare'], { env });
  if (plant) node([path.join(bundled, 'plant.mjs')], { env });
  const log = openSync(path.join(directory, 'server.log'), 'w');
  const { server, address } = await startServer({ port: await freePort(), env, onLog: log });
  try {
    tool('playwright', ['test', '-c', 'e2e/playwright.config.ts', ...projects.map((name) => `--project=${name}`)], {
      STEAD_URL: address,
      STEAD_DIR: directory,
      STEAD_BROWSER: browser,
    });
  } finally {
    server.kill('SIGTERM');
    rmSync(directory, { recursive: true, force: true });
  }
}

await main(async () => {
  checkNode();
  refuseWhileRunning();
  console.log('── install');
  install({ dev: true });
  writeEnv();
  loadEnv();
  await check('lockfile complete on every platform', () => node(['scripts/lockfile.mjs', '--check']));
  await check('npm ci --dry-run', () =>
    execFileSync('npm', ['ci', '--dry-run', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  );
  await check('Biome', () => tool('biome', ['check', '--config-path=.config', '.']));
  await check('unused files, exports and packages', () => tool('knip', ['--config', '.config/knip.json']));
  await check('types', () => {
    node([nextBin, 'typegen'], { quiet: true });
    tool('tsc', ['--noEmit', '-p', '.']);
  });
  await check('reader of PDF text', findPdfReader);
  await check('unit and SQL tests, embedded database', () =>
    tool('vitest', ['run', '--config', 'lib/testing/vitest.config.ts']),
  );
  await check('SQL tests, PostgreSQL', sqlOnPostgres);
  await check('build', () => node([nextBin, 'build'], { quiet: true, env: { NODE_ENV: 'production' } }));
  await check('browser tests with axe', () => browserTests({ projects: ['chromium'] }));
  await check('planted small counts', () => browserTests({ projects: ['planted'], logLevel: 'debug', plant: true }));
  if (isThorough) for (const [name, work] of thoroughChecks(tool)) await check(name, work);
  const failed = results.filter(({ passed }) => !passed);
  console.log(
    `\n${results.map(({ name, passed, notRun }) => `${notRun ? 'NOT RUN' : passed ? 'ok     ' : 'FAIL   '} ${name}`).join('\n')}`,
  );
  console.log(`${((Date.now() - started) / 1000).toFixed(0)} s`);
  console.log(`${results.filter(({ passed, notRun }) => passed && !notRun).length} passed, ${failed.length} failed`);
  process.exitCode = failed.length === 0 ? 0 : 1;
});
