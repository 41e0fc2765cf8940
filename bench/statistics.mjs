// A gravity model against R's glm() in the same run, and a spine table; both through the project's own code.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../scripts/steps.mjs';
import { loadBundled } from './bundle.mjs';
import { quantile, timeEach } from './measure.mjs';

const load = () =>
  loadBundled(
    'statistics',
    `export { gravity } from '@/lib/domain/statistics/gravity';
export { seededGenerator } from '@/lib/domain/statistics/seeded-generator';
export { toSpineRows } from '@/lib/domain/indicators/spine';`,
  );

const ORIGINS = 150;
const DESTINATIONS = 35;
const RUNS_OF_R = 5;
const NOT_COMPARED = 'R not installed: not compared';

const matrixOf = (cell) =>
  Array.from({ length: ORIGINS }, (_, i) => Array.from({ length: DESTINATIONS }, (_, j) => cell(i, j)));

/** Invented flows that fall with distance; many are 0, and every origin and destination has some. */
function inventedFlows(next) {
  const size = { origin: matrixOf(next).map((row) => row[0] * 2), destination: matrixOf(next)[0].map((u) => u * 2) };
  const covariates = [
    matrixOf(() => Math.log(5 + 500 * next())),
    matrixOf(() => (next() < 0.1 ? 1 : 0)),
    matrixOf(next),
  ];
  const flows = matrixOf((i, j) => {
    const [logKm, isSameRegion, similarity] = covariates.map((covariate) => covariate[i][j]);
    const eta = 5 + size.origin[i] + size.destination[j] - 1.1 * logKm + 0.8 * isSameRegion + 0.5 * similarity;
    return Math.floor(Math.exp(eta) * -Math.log(next()));
  });
  return { flows, covariates };
}

/** Coefficients and time of R's glm(), or null where R is not installed. */
function withR({ flows, covariates }) {
  if (spawnSync('Rscript', ['--version'], { stdio: 'ignore' }).error) return null;
  const directory = mkdtempSync(path.join(os.tmpdir(), 'stead-bench-r-'));
  try {
    const rows = flows.flatMap((row, i) =>
      row.map((flow, j) => [i, j, flow, ...covariates.map((covariate) => covariate[i][j])].join(',')),
    );
    const file = path.join(directory, 'flows.csv');
    writeFileSync(file, `origin,destination,flow,x1,x2,x3\n${rows.join('\n')}\n`);
    const { status, stdout, stderr } = spawnSync(
      'Rscript',
      ['--vanilla', path.join(root, 'bench/peers/ppml.R'), file, String(RUNS_OF_R)],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`R failed: ${stderr}`);
    const numbers = stdout.trim().split('\n').map(Number);
    return { coefficients: numbers.slice(0, -1), median: numbers.at(-1) };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function benchGravity({ gravity, seededGenerator }) {
  const data = inventedFlows(seededGenerator('bench/ppml'));
  const model = gravity(data);
  if (model.kind !== 'computed') throw new Error(`The gravity model was refused: ${model.reason}`);
  const median = quantile(await timeEach(40, () => gravity(data)), 0.5);
  const peer = withR(data);
  const difference =
    peer && Math.max(...model.coefficients.map((ours, k) => Math.abs(ours / peer.coefficients[k] - 1)));
  const note = peer ? undefined : NOT_COMPARED;
  return [
    { name: 'ppml_150x35_3_covariates_median', value: median, unit: 'ms', target: 20 },
    { name: 'ppml_r_glm_median', value: peer?.median ?? null, unit: 'ms', target: null, note },
    { name: 'ppml_times_faster_than_r', value: peer && peer.median / median, unit: '×', least: 30, note },
    { name: 'ppml_coefficients_against_r', value: difference, unit: 'relative', target: 1e-9, note },
  ];
}

async function benchSpine({ toSpineRows, seededGenerator }) {
  const next = seededGenerator('bench/spine');
  const table = Array.from({ length: 40 }, (_, i) => {
    const areas = Array.from({ length: 42 }, () => 100 * next());
    return { polarity: ['high_good', 'low_good', 'no_judgement'][i % 3], benchmark: 50, value: areas[0], areas };
  });
  const times = await timeEach(200, () => toSpineRows(table), 20);
  return [{ name: 'spine_40x42_median', value: quantile(times, 0.5), unit: 'ms', target: 10 }];
}

export async function benchStatistics() {
  const own = await load();
  return [...(await benchGravity(own)), ...(await benchSpine(own))];
}
