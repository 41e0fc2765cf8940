// The hostile workbooks, each read in a process of its own: how long the slowest takes, and how much memory the largest.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../scripts/steps.mjs';
import { loadBundled } from './bundle.mjs';

const FOLDER = path.join(root, 'lib/testing/fixtures/oracles/file_formats/hostile_xlsx');
const MEGABYTE = 1 << 20;
const SELF = fileURLToPath(import.meta.url);

const load = () =>
  loadBundled(
    'workbooks',
    `export { readImport } from '@/lib/import/read-import';
export { fileOnDisk } from '@/lib/import/import-file';`,
  );

/** In the process of its own: the most memory that it ever had, above what it had with the code loaded. */
async function readOne(file) {
  const { readImport, fileOnDisk } = await load();
  const before = process.memoryUsage().rss;
  const from = performance.now();
  const { status } = await readImport(await fileOnDisk(file));
  const seconds = (performance.now() - from) / 1000;
  process.send({ status, seconds, growth: (process.resourceUsage().maxRSS * 1024 - before) / MEGABYTE });
}

async function measured(name) {
  const child = fork(SELF, [path.join(FOLDER, name)]);
  const answered = once(child, 'message').then(([answer]) => answer);
  const ended = once(child, 'exit').then(([code]) => code);
  const answer = await Promise.race([answered, ended]);
  if (typeof answer !== 'object' || answer === null) throw new Error(`${name} ended the process that read it`);
  await ended;
  return answer;
}

export async function benchWorkbooks() {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.xlsx'));
  const all = [];
  for (const name of names) all.push(await measured(name));
  return [
    { name: 'hostile_workbook_slowest', value: Math.max(...all.map(({ seconds }) => seconds)), unit: 's', target: 2 },
    { name: 'hostile_workbook_memory', value: Math.max(...all.map(({ growth }) => growth)), unit: 'MB', target: 150 },
  ];
}

if (process.argv[1] === SELF) await readOne(process.argv[2]);
