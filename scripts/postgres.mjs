// A throw-away PostgreSQL server for the second half of the SQL tests.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** The folder with initdb and pg_ctl of the newest installed server (15+), or null. */
export function serverBinaries() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).filter((v) => Number(v) >= 15) : [];
  const newest = versions.sort((a, b) => Number(b) - Number(a)).map((v) => path.join(debian, v, 'bin'));
  const onPath = (process.env.PATH ?? '').split(path.delimiter);
  return (
    [...newest, ...onPath].find(
      (dir) => existsSync(path.join(dir, 'initdb')) && existsSync(path.join(dir, 'postgres')),
    ) ?? null
  );
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** Starts a server and a login that owns its databases without being a superuser. */
export async function startPostgres(binaries) {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'stead-pg-'));
  const port = await freePort();
  // PostgreSQL refuses to run as root.
  const account = process.getuid?.() === 0 ? postgresAccount() : {};
  if (account.uid !== undefined) chownSync(directory, account.uid, account.gid);
  chmodSync(directory, 0o700);
  const run = (program, args) =>
    execFileSync(path.join(binaries, program), args, {
      ...account,
      cwd: directory,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  const data = path.join(directory, 'data');
  run('initdb', ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C']);
  run('pg_ctl', [
    '-D',
    data,
    '-w',
    '-l',
    path.join(directory, 'log'),
    '-o',
    `-p ${port} -k ${directory} -c fsync=off`,
    'start',
  ]);
  run('psql', [
    '-h',
    directory,
    '-p',
    String(port),
    '-U',
    'postgres',
    '-c',
    'create role stead login createdb createrole',
  ]);
  const urlOf = (database) => `postgres://stead@127.0.0.1:${port}/${database}`;
  return {
    url: urlOf('postgres'),
    urlOf,
    /** As the superuser, whom row-level security doesn't bind; `input` is an open file that psql reads. */
    sql: (database, text, input = 'ignore') =>
      execFileSync(
        path.join(binaries, 'psql'),
        [
          '-X',
          '-q',
          '-A',
          '-t',
          '-h',
          directory,
          '-p',
          String(port),
          '-U',
          'postgres',
          '-d',
          database,
          '-v',
          'ON_ERROR_STOP=1',
          '-c',
          text,
        ],
        {
          ...account,
          cwd: directory,
          stdio: [input, 'pipe', 'pipe'],
          encoding: 'utf8',
        },
      ).trim(),
    stop() {
      spawnSync(path.join(binaries, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'], { ...account, cwd: directory });
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function postgresAccount() {
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' })));
  return { uid, gid };
}
