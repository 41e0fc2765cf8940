// The pathway engine: 64, 256 and 1,000 draws, thirteen regions, eight groups, fifteen years; against numpy in the same run.
// `…_from_slider`: the option has another size, the baselines of its draws are kept, so that only the option is run. `…_cold`:
// baseline and option of every draw. Both from the moment of asking to the summary of all draws, with two workers that are warm.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { root } from '../scripts/steps.mjs';
import { loadBundled } from './bundle.mjs';
import { quantile, timeEach } from './measure.mjs';

const CONTENTS = `export { pathwayExample } from '@/lib/testing/pathway-example';
export { NO_OPTION } from '@/lib/domain/pathway/engine/pathway-option';
export { pathwayEngine, pathwayRunner, runDraws } from '@/lib/domain/pathway/engine/pathway-runner';
export { PLAIN_MEMORY } from '@/lib/domain/pathway/engine/kernel/engine-memory';
export { summarisePathway } from '@/lib/domain/pathway/outputs/pathway-summary';
export { latinHypercube } from '@/lib/domain/statistics/latin-hypercube';
export { regionCell } from '@/lib/domain/pathway/engine/run-record';`;
const load = () => loadBundled('pathway', CONTENTS);

const REGIONS = 13;
const YEARS = 15;
const DRAWS = 1_000;
const DRAWS_OF_NUMPY = 16;
/** Tie × home × place, homes and places with elsewhere. */
const classesOf = (regions) => 2 * (regions + 1) ** 2;
const NOT_COMPARED = 'numpy not installed: not compared';

/** One lever of each kind in a region and uncertain baseline parameters, so that every draw runs baseline and option. */
function scenario({ pathwayExample, NO_OPTION, latinHypercube }, years = YEARS, regions = REGIONS) {
  const input = pathwayExample(regions, years);
  const scope = { regionCode: 'XR-1', fromYear: 2027, toYear: 2060, leverIds: ['bench'], intensity: 1 };
  const option = {
    ...NO_OPTION,
    shifts: [
      { ...scope, node: 'specialty_entry', group: null, tied: null },
      { ...scope, node: 'higher_entry', group: 'psychiatry', tied: true },
    ],
    hazards: [
      { ...scope, group: null, tied: null },
      { ...scope, group: 'foundation', tied: true },
    ],
    careerShifts: [{ ...scope, kind: null }],
    careerHazards: [{ ...scope, kind: 'gp' }],
  };
  const { at } = latinHypercube(2026, [64, 192, 744]);
  const between = (name, draw, low, high) => low + (high - low) * at(name, draw);
  const draws = Array.from({ length: DRAWS }, (_, draw) => ({
    parameters: {
      stayConstant: between('stay', draw, 1, 1.8),
      distancePer100Km: between('distance', draw, -0.5, -0.2),
      attritionFactor: between('attrition', draw, 0.7, 1.4),
      nestDissimilarity: between('nest', draw, 0.6, 0.9),
    },
    shifts: [between('first', draw, 0, 0.7), between('second', draw, 0, 0.9)],
    hazardRatios: [between('hazard', draw, 0.85, 1), between('foundation hazard', draw, 0.85, 1)],
    careerShifts: [between('career', draw, 0, 0.4)],
    careerHazardRatios: [between('career hazard', draw, 0.9, 1)],
  }));
  return { input, option, draws };
}

/** Largest relative difference of posts, demand, completions, FTE and leavers from the peer's, over draws, years and regions. */
function difference({ regionCell }, layout, chunk, answer) {
  const total = (groups) => groups[0].map((_, region) => groups.reduce((sum, group) => sum + group[region], 0));
  let worst = 0;
  for (const which of ['baseline', 'option']) {
    for (let draw = 0; draw < DRAWS_OF_NUMPY; draw += 1) {
      const record = chunk[which].subarray(draw * layout.length, (draw + 1) * layout.length);
      for (let year = 0; year < YEARS; year += 1) {
        const peer = Object.fromEntries(Object.entries(answer[which]).map(([key, list]) => [key, list[draw][year]]));
        const pairs = [
          ['filledFoundation', peer.foundation],
          ['filledEntry', total(peer.entry)],
          ['filledHigher', total(peer.higher)],
          ['ccts', peer.ccts],
          ['yearsToCct', peer.years],
          ['consultantFte', peer.fte[0]],
          ['gpFte', peer.fte[1]],
          ['leftTraining', peer.left],
        ];
        for (const [metric, expected] of pairs) {
          const from = regionCell(layout, metric, year);
          expected.forEach((value, region) => {
            worst = Math.max(worst, Math.abs(record[from + region] / value - 1));
          });
        }
      }
    }
  }
  return worst;
}

/** Largest difference of any figure of the draws of `one`, relative to its size or to 1 where it is less. */
function apart(one, other) {
  let worst = 0;
  for (const which of ['baseline', 'option']) {
    one[which].forEach((value, i) => {
      worst = Math.max(worst, Math.abs(value - other[which][i]) / Math.max(1, Math.abs(value)));
    });
  }
  return worst;
}

/** The peer's answer, or null where numpy is not installed. One thread, as ours. */
function withNumpy(request) {
  if (spawnSync('python3', ['-c', 'import numpy'], { stdio: 'ignore' }).status !== 0) return null;
  const directory = mkdtempSync(path.join(os.tmpdir(), 'stead-bench-numpy-'));
  try {
    const [asked, answered] = ['request.json', 'answer.json'].map((name) => path.join(directory, name));
    writeFileSync(asked, JSON.stringify(request));
    const env = { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' };
    const script = path.join(root, 'bench/peers/pathway.py');
    const { status, stderr } = spawnSync('python3', [script, asked, answered, '2'], { encoding: 'utf8', env });
    if (status !== 0) throw new Error(`numpy failed: ${stderr}`);
    return JSON.parse(readFileSync(answered, 'utf8'));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const CHUNK = 16;
const COUNTS = [64, 256, DRAWS];

/** Two warm workers share the draws in chunks; milliseconds until the summary of all of them is made. */
async function withTwoWorkers(own, given, layout, baselines) {
  const source = `const { parentPort, workerData } = require('node:worker_threads');
import(workerData.bundle).then(({ pathwayEngine, runDraws }) => {
  const engine = pathwayEngine(workerData.input);
  const run = ({ option, strength, from, to, kept }) => {
    const draws = workerData.draws
      .slice(from, to)
      .map((draw) => ({ ...draw, shifts: draw.shifts.map((shift) => shift * strength) }));
    return runDraws(engine(option), draws, 0, draws.length, kept);
  };
  run({ option: workerData.option, strength: 1, from: 0, to: 40, kept: null });
  parentPort.on('message', ({ isKept, ...asked }) => {
    const kept = isKept ? new Float64Array((asked.to - asked.from) * workerData.length) : null;
    const { baseline, option } = run({ ...asked, kept });
    const sent = isKept ? { option } : { baseline, option };
    parentPort.postMessage({ from: asked.from, to: asked.to, ...sent }, Object.values(sent).map((list) => list.buffer));
  });
  parentPort.postMessage('ready');
});`;
  const bundle = path.join(root, '.stead/bundle/bench-pathway.mjs');
  const workers = [0, 1].map(
    () => new Worker(source, { eval: true, workerData: { ...given, bundle, length: layout.length } }),
  );
  await Promise.all(workers.map((worker) => new Promise((resolve) => worker.once('message', resolve))));
  const { input, option } = given;
  const runAll = (count, strength, isKept) =>
    new Promise((resolve) => {
      const chunks = [];
      let next = 0;
      let done = 0;
      const hand = (worker) => {
        if (next >= count) return;
        const from = next;
        next = Math.min(count, from + CHUNK);
        worker.postMessage({ option, strength, isKept, from, to: next });
      };
      for (const worker of workers) {
        worker.removeAllListeners('message');
        worker.on('message', (chunk) => {
          const { from, to } = chunk;
          hand(worker);
          done += to - from;
          chunks.push({ baseline: baselines.subarray(from * layout.length, to * layout.length), ...chunk });
          if (done === count)
            resolve(
              own.summarisePathway({ input, option, layout, chunks, weighting: 'hee', classYear: input.startYear }),
            );
        });
        hand(worker);
      }
    });
  const timed = async (isKept) => {
    const times = [];
    for (const count of COUNTS) {
      let strength = 1;
      const release = () => {
        strength *= 0.97;
        return runAll(count, strength, isKept);
      };
      times.push(quantile(await timeEach(count > 500 ? 3 : 7, release, count > 500 ? 1 : 4), 0.5));
    }
    return times;
  };
  const times = { fromSlider: await timed(true), cold: await timed(false) };
  await Promise.all(workers.map((worker) => worker.terminate()));
  return times;
}

export async function benchPathway() {
  const own = await load();
  const given = scenario(own);
  const { input, option, draws } = given;
  const runner = own.pathwayRunner(input, option);
  const { layout } = runner;
  const time = async (run, count, runs = 5) =>
    quantile(await timeEach(runs, () => own.runDraws(run, draws, 0, count), 1), 0.5);
  const [few, some, all] = [await time(runner, 64), await time(runner, 256, 3), await time(runner, DRAWS, 2)];
  const long = scenario(own, 2 * YEARS);
  const twice = await time(own.pathwayRunner(long.input, long.option), 64);
  const wide = scenario(own, YEARS, 2 * REGIONS);
  const manyClasses = await time(own.pathwayRunner(wide.input, wide.option), 64);
  const chunk = own.runDraws(runner, draws, 0, DRAWS);
  const summary = quantile(
    await timeEach(
      3,
      () =>
        own.summarisePathway({ input, option, layout, chunks: [chunk], weighting: 'hee', classYear: input.startYear }),
      1,
    ),
    0.5,
  );
  const { fromSlider, cold } = await withTwoWorkers(own, given, layout, chunk.baseline);
  const plain = own.pathwayRunner(input, option, (make) => make(own.PLAIN_MEMORY));
  const inTypeScript = await time(plain, 64, 2);
  const plainChunk = own.runDraws(plain, draws, 0, DRAWS_OF_NUMPY);
  const peer = withNumpy({ input, option, draws: draws.slice(0, DRAWS_OF_NUMPY) });
  const note = peer ? undefined : NOT_COMPARED;
  const perDraw = few / 64;
  return [
    { name: 'pathway_64_draws_from_slider', value: fromSlider[0], unit: 'ms', target: 100 },
    { name: 'pathway_256_draws_from_slider', value: fromSlider[1], unit: 'ms', target: 400 },
    { name: 'pathway_1000_draws_from_slider', value: fromSlider[2], unit: 'ms', target: 1_500 },
    { name: 'pathway_64_draws_cold', value: cold[0], unit: 'ms', target: null },
    { name: 'pathway_256_draws_cold', value: cold[1], unit: 'ms', target: null },
    { name: 'pathway_1000_draws_cold', value: cold[2], unit: 'ms', target: null },
    { name: 'pathway_64_draws_one_thread', value: few, unit: 'ms', target: null },
    { name: 'pathway_256_draws_one_thread', value: some, unit: 'ms', target: null },
    { name: 'pathway_1000_draws_one_thread', value: all, unit: 'ms', target: null },
    { name: 'pathway_64_draws_plain_typescript', value: inTypeScript, unit: 'ms', target: null },
    { name: 'pathway_kernel_against_typescript', value: apart(plainChunk, chunk), unit: 'relative', target: 1e-6 },
    { name: 'pathway_summary_1000_draws', value: summary, unit: 'ms', target: null },
    { name: 'pathway_1000_draws_against_64', value: all / DRAWS / perDraw, unit: '× per draw', target: 1.3 },
    { name: 'pathway_30_years_against_15', value: twice / few / 2, unit: '× per year', target: 1.3 },
    {
      name: 'pathway_26_regions_against_13',
      value: manyClasses / few / (classesOf(2 * REGIONS) / classesOf(REGIONS)),
      unit: '× per class',
      target: 1.3,
    },
    {
      name: 'pathway_numpy_per_draw',
      value: peer && peer.milliseconds / DRAWS_OF_NUMPY,
      unit: 'ms',
      target: null,
      note,
    },
    {
      name: 'pathway_times_faster_than_numpy',
      value: peer && peer.milliseconds / DRAWS_OF_NUMPY / perDraw,
      unit: '×',
      least: 3,
      note,
    },
    {
      name: 'pathway_against_numpy',
      value: peer && difference(own, layout, chunk, peer),
      unit: 'relative',
      target: 1e-9,
      note,
    },
  ];
}
