// A large establishment.csv through a running server on PostgreSQL, against parsing it and a bare COPY in the same run.
import { execFileSync } from 'node:child_process';
import { closeSync, createReadStream, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parse } from 'csv-parse';
import { bundle } from '../scripts/bundle.mjs';
import { serverBinaries, startPostgres } from '../scripts/postgres.mjs';
import { buildIsStale, freePort, nextBin, node, startServer } from '../scripts/steps.mjs';
import { writeEstablishment } from './establishment-file.mjs';
import { quantile } from './measure.mjs';

const MILLION = 1_000_000;
const ROUNDS = 3;
const MEGABYTE = 1 << 20;
const SAMPLE_MS = 50;
/** As long as the name of a release of such a file. */
const BARE_RELEASE = 'establishment-00000000-bare';
const NAMES = [
  'import_1m_against_parse_and_copy',
  'import_1m',
  'import_1m_parse_and_copy',
  'import_1m_rows_per_second',
];
const MEMORY = ['import_1m_memory', 'import_5m_memory'];

const seconds = async (work) => {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
};

async function parseAll(file) {
  const rows = createReadStream(file).pipe(parse());
  rows.on('data', () => {});
  await new Promise((resolve, reject) => rows.once('end', resolve).once('error', reject));
}

/** Bytes that a process has in memory; all its threads share them. */
const memoryOf = (pid) => 1024 * Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));

/** The most memory of a process while `work` runs. */
async function mostMemory(pid, work) {
  let most = memoryOf(pid);
  const timer = setInterval(() => {
    most = Math.max(most, memoryOf(pid));
  }, SAMPLE_MS);
  await work().finally(() => clearInterval(timer));
  return most;
}

/** A database of its own and a server on it. */
async function openRound({ postgres, directory, bundled }, name) {
  postgres.sql('postgres', `create database ${name} owner stead`);
  const env = { STEAD_DIR: path.join(directory, name), LOG_LEVEL: 'silent', DATABASE_URL: postgres.urlOf(name) };
  // Prepares the database without the demonstration country, which takes longer than all the rest.
  node([path.join(bundled, 'stead.mjs'), 'demonstration', 'remove'], { env, quiet: true });
  const { server, address } = await startServer({ port: await freePort(), env, onLog: 'ignore' });
  const { token } = JSON.parse(readFileSync(path.join(env.STEAD_DIR, 'instance.json'), 'utf8'));
  return {
    pid: server.pid,
    importFile: async (file) => {
      const answer = await fetch(`${address}/api/command`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ argv: ['import', file, '--json'] }),
      });
      const lines = (await answer.text()).trim().split('\n');
      const { result } = JSON.parse(lines.at(-1));
      if (result?.document?.status !== 'published') throw new Error(`Not published: ${JSON.stringify(result)}`);
    },
    close: () => server.kill('SIGTERM'),
  };
}

async function copyBare(postgres, name, file) {
  const input = openSync(file, 'r');
  const took = await seconds(() => postgres.sql(name, 'copy establishment from stdin with (format csv)', input));
  closeSync(input);
  postgres.sql(name, 'truncate establishment');
  return took;
}

async function measure(place, { rows, round }) {
  const { postgres, directory } = place;
  const name = `bench_${rows}_${round}`;
  const [file, bare, one] = ['rows', 'bare', 'one'].map((kind) => path.join(directory, `${name}-${kind}.csv`));
  await writeEstablishment(file, rows);
  await writeEstablishment(bare, rows, BARE_RELEASE);
  await writeEstablishment(one, 1);
  const server = await openRound(place, name);
  try {
    const parsing = await seconds(() => parseAll(file));
    const copying = await copyBare(postgres, name, bare);
    // The copy held this process up for seconds: it has to notice first which idle connections the server closed meanwhile.
    await setTimeout(SAMPLE_MS);
    // The first import loads the code that all others use: the baseline comes after it.
    await server.importFile(one);
    const baseline = memoryOf(server.pid);
    let importing = 0;
    const most = await mostMemory(server.pid, async () => {
      importing = await seconds(() => server.importFile(file));
    });
    return { parsing, copying, importing, growth: (most - baseline) / MEGABYTE };
  } finally {
    server.close();
    for (const made of [file, bare, one]) rmSync(made, { force: true });
  }
}

const toRows = (rounds, long) => {
  const ratioOf = ({ parsing, copying, importing }) => importing / (parsing + copying);
  const middle = (amountOf) => quantile(rounds.map(amountOf), 0.5);
  const growth = Math.max(...rounds.map((round) => round.growth));
  const times = rounds.map((round) => ratioOf(round).toFixed(2)).join(', ');
  return [
    { name: NAMES[0], value: middle(ratioOf), unit: '×', target: 2, note: `each round: ${times}` },
    { name: NAMES[1], value: middle(({ importing }) => importing), unit: 's', target: null },
    { name: NAMES[2], value: middle(({ parsing, copying }) => parsing + copying), unit: 's', target: null },
    { name: NAMES[3], value: MILLION / middle(({ importing }) => importing), unit: 'rows/s', target: null },
    { name: MEMORY[0], value: growth, unit: 'MB', target: 300 },
    { name: MEMORY[1], value: long.growth, unit: 'MB', target: 300 },
  ];
};

export async function benchImports() {
  const binaries = serverBinaries();
  if (!binaries) {
    const note = 'no PostgreSQL server binaries on this machine: not measured';
    return [...NAMES, ...MEMORY].map((name) => ({ name, value: null, unit: '', target: null, note }));
  }
  if (buildIsStale()) node([nextBin, 'build'], { quiet: true, env: { NODE_ENV: 'production' } });
  const directory = mkdtempSync(path.join(os.tmpdir(), 'stead-bench-import-'));
  const postgres = await startPostgres(binaries);
  try {
    const place = { postgres, directory, bundled: await bundle() };
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measure(place, { rows: MILLION, round }));
    return toRows(rounds, await measure(place, { rows: 5 * MILLION, round: 0 }));
  } finally {
    postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
