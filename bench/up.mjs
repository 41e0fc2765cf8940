// Cold and warm `npm run up` of a fresh clone with an empty npm cache.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort, root } from '../scripts/steps.mjs';

const DEADLINE_MS = 400_000;

/** Seconds from the command to the first page that answers; the server is stopped again. */
async function timeUp(clone, cache) {
  const port = await freePort();
  const from = performance.now();
  const env = { ...process.env, PORT: String(port), npm_config_cache: cache, LOG_LEVEL: 'silent' };
  for (const name of ['STEAD_DIR', 'AUTH_SECRET', 'DATABASE_URL', 'STEAD_COMMAND_TOKEN']) delete env[name];
  const up = spawn('npm', ['run', '--silent', 'up'], { cwd: clone, env, stdio: 'ignore' });
  let seconds = null;
  while (performance.now() - from < DEADLINE_MS && up.exitCode === null) {
    const answer = await fetch(`http://localhost:${port}/sign-in`).catch(() => null);
    if (answer?.ok) {
      seconds = (performance.now() - from) / 1000;
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const instance = path.join(clone, '.stead/instance.json');
  // `up` writes the file a moment after the first page; without it there is nothing to stop by.
  for (let i = 0; i < 100 && !existsSync(instance); i += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  const ended = new Promise((resolve) => up.once('exit', resolve));
  if (existsSync(instance)) process.kill(JSON.parse(readFileSync(instance, 'utf8')).pid, 'SIGTERM');
  else up.kill('SIGTERM');
  await ended;
  if (seconds === null) throw new Error('npm run up did not come up');
  rmSync(instance, { force: true });
  return seconds;
}

export async function benchUp() {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'stead-bench-'));
  const clone = path.join(directory, 'clone');
  const cache = path.join(directory, 'cache');
  try {
    execFileSync('git', ['clone', '-q', root, clone]);
    const cold = await timeUp(clone, cache);
    const warm = await timeUp(clone, cache);
    return [
      { name: 'up_cold', value: cold, unit: 's', target: 150 },
      { name: 'up_warm', value: warm, unit: 's', target: 10 },
    ];
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
