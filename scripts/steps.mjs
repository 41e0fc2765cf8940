// Shared steps of the project's commands. Plain Node: they run before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const inRoot = (...parts) => path.join(root, ...parts);

const LEAST_NODE = [20, 19];

export class StepFailed extends Error {}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1])) {
    throw new StepFailed(`Stead needs Node ${LEAST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
  }
}

/** Runs a program to its end with its output shown; throws where it fails. */
export function run(program, args, { env = {}, quiet = false } = {}) {
  const ended = spawnSync(program, args, {
    cwd: root,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (ended.status !== 0) {
    throw new StepFailed(
      `${program} ${args.join(' ')} failed\n${ended.stdout ?? ''}${ended.stderr ?? ended.error ?? ''}`,
    );
  }
  return ended.stdout ?? '';
}

export const node = (args, options) => run(process.execPath, args, options);
export const nextBin = inRoot('node_modules/next/dist/bin/next');
export const packageBin = (name) => inRoot('node_modules/.bin', name);

/** Installs from the lockfile where that has not been done; `dev` also installs what tests need. */
export function install({ dev }) {
  const stamp = inRoot('node_modules/.stead-install');
  const wanted = createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex');
  const [hash, kind] = existsSync(stamp) ? readFileSync(stamp, 'utf8').split(' ') : [];
  if (hash === wanted && (kind === 'all' || !dev)) return false;
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...(dev ? [] : ['--omit=dev'])], {
    env: { NODE_ENV: 'development' },
    quiet: true,
  });
  writeFileSync(stamp, `${wanted} ${dev ? 'all' : 'run'}`);
  return true;
}

/** Writes `.env.local` with a random secret where there is none. */
export function writeEnv() {
  const file = inRoot('.env.local');
  if (existsSync(file)) return false;
  writeFileSync(file, `AUTH_SECRET=${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  return true;
}

/** `.env.local` for the programs that Next does not start; what is set already wins. */
export function loadEnv() {
  const file = inRoot('.env.local');
  if (!existsSync(file)) return;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, name, value] = /^([A-Z_]+)=(.*)$/.exec(line.trim()) ?? [];
    if (name && process.env[name] === undefined) process.env[name] = value;
  }
}

export const dataDirectory = () => path.resolve(root, process.env.STEAD_DIR ?? '.stead');

const instanceFile = (directory) => path.join(directory, 'instance.json');

/** The running instance that holds the data directory: its process and port, or null. */
export function runningInstance() {
  try {
    const { pid, port } = JSON.parse(readFileSync(instanceFile(dataDirectory()), 'utf8'));
    process.kill(pid, 0);
    const lock = path.join(dataDirectory(), 'lock');
    // A number that another program has by now does not hold our lock.
    if (existsSync(lock) && Number(readFileSync(lock, 'utf8')) !== pid) return null;
    return { pid, port };
  } catch {
    return null;
  }
}

/** Commands that rebuild `.next` would pull it from under a running server. */
export function refuseWhileRunning() {
  const running = runningInstance();
  if (!running) return;
  throw new StepFailed(
    `Stead is running at http://localhost:${running.port} (process ${running.pid}). Stop it first: this command builds anew.`,
  );
}

const SOURCES = [
  'app',
  'components',
  'db',
  'lib',
  'public',
  'instrumentation.ts',
  'next.config.ts',
  'proxy.ts',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
];

function newestChange(entry) {
  const stat = statSync(entry);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(entry).reduce((newest, name) => Math.max(newest, newestChange(path.join(entry, name))), 0);
}

/** Whether the last build is older than any source file. */
export function buildIsStale() {
  const built = inRoot('.next/BUILD_ID');
  if (!existsSync(built)) return true;
  const builtAt = statSync(built).mtimeMs;
  return SOURCES.some((name) => existsSync(inRoot(name)) && newestChange(inRoot(name)) > builtAt);
}

export const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, 'localhost', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const isPortFree = (port) =>
  new Promise((resolve) => {
    const probe = net.createServer().once('error', () => resolve(false));
    probe.listen(port, 'localhost', () => probe.close(() => resolve(true)));
  });

// Of 75 ms that a region page takes, 11 were garbage collection with Node's default of 16 MB. With 64 MB an import of 5 million rows
// passes its limit of memory.
const YOUNG_HEAP = '--max-semi-space-size=32';

/** Starts the built server on loopback; resolves when it answers. */
export async function startServer({ port, env = {}, onLog = 'inherit' }) {
  if (!(await isPortFree(port))) {
    throw new StepFailed(
      `Port ${port} is in use by another program. Stop that, or choose a port: PORT=3100 npm run up`,
    );
  }
  const token = randomBytes(24).toString('base64url');
  const server = spawn(process.execPath, [YOUNG_HEAP, nextBin, 'start', '-H', 'localhost', '-p', String(port)], {
    cwd: root,
    stdio: ['ignore', 'ignore', onLog],
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), STEAD_COMMAND_TOKEN: token, ...env },
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const address = `http://localhost:${port}`;
  for (let attempt = 0; ; attempt += 1) {
    if (server.exitCode !== null) throw new StepFailed('The server did not start; its message is above.');
    const answer = await fetch(`${address}/api/health`).catch(() => null);
    if (answer?.ok) break;
    if (attempt > 600) throw new StepFailed('The server did not answer within a minute.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const directory = path.resolve(root, env.STEAD_DIR ?? process.env.STEAD_DIR ?? '.stead');
  mkdirSync(directory, { recursive: true });
  const file = instanceFile(directory);
  writeFileSync(file, JSON.stringify({ pid: server.pid, port, token }), { mode: 0o600 });
  server.once('exit', () => rmSync(file, { force: true }));
  return { server, address, ended };
}

/** Ends the process with a plain message where a step failed. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
