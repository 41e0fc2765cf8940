// The models of journeys against R's glm() in the same run, both through the project's own code.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../scripts/steps.mjs';
import { loadBundled } from './bundle.mjs';
import { quantile, timeEach } from './measure.mjs';

const load = () =>
  loadBundled(
    'journey-models',
    `export { entrantsModel } from '@/lib/domain/journey-models/entrants-model';
export { foundationModel } from '@/lib/domain/journey-models/foundation-model';
export { reachDesign } from '@/lib/domain/journey-models/reach-design';
export { seededGenerator } from '@/lib/domain/statistics/seeded-generator';`,
  );

const AUTHORITIES = 296;
const SCHOOLS = 37;
const FOUNDATION_AREAS = 18;
const RUNS_OF_R = 3;
const NOT_COMPARED = 'R not installed: not compared';

const list = (length, of) => Array.from({ length }, (_, i) => of(i));

/** Over-dispersed counts around a mean; many are 0 where it is small. */
const countAround = (next, mean) => Math.floor(mean * -Math.log(next()));

function inventedEntrants(next) {
  const authorities = list(AUTHORITIES, (i) => ({
    code: `A${i}`,
    aged16To17: 1_000 + Math.floor(9_000 * next()),
    deprivationScore: 5 + 40 * next(),
    nonWhitePct: 60 * next() * next(),
  }));
  const schools = list(SCHOOLS, (j) => ({ code: `S${j}`, name: `School ${j}`, founded: 1800 + 5 * j }));
  const distancesKm = schools.map(() => authorities.map(() => 2 + 450 * next()));
  const entrants = schools.map((_, j) =>
    authorities.map(({ aged16To17, deprivationScore }, i) => {
      const slopes = -0.02 * deprivationScore * next() - (0.6 + j / 50) * Math.log1p(distancesKm[j][i]);
      return countAround(next, (aged16To17 / 20) * Math.exp(slopes));
    }),
  );
  return { authorities, schools, distancesKm, entrants };
}

function inventedFoundation(next) {
  const regions = list(13, (i) => `R${i}`);
  const schools = list(SCHOOLS, (j) => ({ code: `S${j}`, region: regions[j % 13] }));
  const areas = list(FOUNDATION_AREAS, (a) => ({
    code: `F${a}`,
    region: regions[a % 13],
    annualPlaces: 150 + Math.floor(600 * next()),
  }));
  const distancesKm = schools.map(() => areas.map(() => 2 + 450 * next()));
  const groups = list(SCHOOLS * 4, (g) => {
    const school = Math.floor(g / 4);
    const slope = -0.6 + (g % 2 ? 0.1 : 0) + (g % 4 > 1 ? 0.18 : 0);
    const graduates = areas.map(({ annualPlaces, region }, a) => {
      const near = schools[school].region === region ? 1.3 : 0;
      return countAround(next, (annualPlaces / 5) * Math.exp(near + slope * Math.log1p(distancesKm[school][a])));
    });
    return { school, isFemale: g % 2 === 1, isNonWhite: g % 4 > 1, graduates };
  });
  return { schools, areas, distancesKm, capitalRegion: 'R0', groups };
}

const entrantsCells = (data, { reachDesign }) => {
  const design = reachDesign(data);
  return data.schools.flatMap(({ code }, j) => {
    const columns = design.covariatesOf(j);
    return data.entrants[j].map((count, i) =>
      [code, count, data.authorities[i].aged16To17, ...columns.map((column) => column[i])].join(','),
    );
  });
};

const foundationCells = ({ groups, areas, schools, distancesKm, capitalRegion }) =>
  groups.flatMap(({ school, isFemale, isNonWhite, graduates }, g) =>
    areas.map(({ region, annualPlaces }, a) => {
      const from = schools[school].region;
      const logKm = Math.log1p(distancesKm[school][a]);
      const isInto = region === capitalRegion;
      const isFrom = from === capitalRegion;
      const terms = [
        from === region,
        logKm,
        isFemale && logKm,
        isNonWhite && logKm,
        isFrom && isInto,
        !isFrom && isInto,
      ];
      return [`G${g}`, graduates[a], annualPlaces, ...terms.map(Number)].join(',');
    }),
  );

/** Coefficients and time of R's glm(), or null where R is not installed. */
function withR(name, cells) {
  if (spawnSync('Rscript', ['--version'], { stdio: 'ignore' }).error) return null;
  const directory = mkdtempSync(path.join(os.tmpdir(), 'stead-bench-r-'));
  try {
    const columns = cells[0].split(',').length - 3;
    const file = path.join(directory, 'cells.csv');
    writeFileSync(file, `row,count,size,${list(columns, (k) => `x${k + 1}`).join(',')}\n${cells.join('\n')}\n`);
    const script = path.join(root, 'bench/peers/journey-models.R');
    const { status, stdout, stderr } = spawnSync('Rscript', ['--vanilla', script, name, file, String(RUNS_OF_R)], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`R failed: ${stderr}`);
    const numbers = stdout.trim().split('\n').map(Number);
    return { coefficients: numbers.slice(0, -1), median: numbers.at(-1) };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function compared({ name, size, target, fitOnce, cells }) {
  const model = fitOnce();
  if (model.kind !== 'computed') throw new Error(`The model was refused: ${model.reason}`);
  const ours = model.coefficients;
  const median = quantile(await timeEach(40, fitOnce, 10), 0.5);
  const peer = withR(name, cells);
  if (peer && peer.coefficients.length !== ours.length) throw new Error('The two models have other coefficients.');
  const difference = peer && Math.max(...ours.map(({ estimate }, k) => Math.abs(estimate / peer.coefficients[k] - 1)));
  const note = peer ? undefined : NOT_COMPARED;
  return [
    { name: `journey_${name}_${size}_median`, value: median, unit: 'ms', target },
    { name: `journey_${name}_r_glm_median`, value: peer?.median ?? null, unit: 'ms', target: null, note },
    { name: `journey_${name}_times_faster`, value: peer && peer.median / median, unit: '×', least: 20, note },
    { name: `journey_${name}_against_r`, value: difference, unit: 'relative', target: 1e-7, note },
  ];
}

export async function benchJourneyModels() {
  const own = await load();
  const entrants = inventedEntrants(own.seededGenerator('bench/entrants'));
  const foundation = inventedFoundation(own.seededGenerator('bench/foundation'));
  return [
    ...(await compared({
      name: 'entrants',
      size: `${AUTHORITIES}x${SCHOOLS}`,
      target: 1_000,
      fitOnce: () => own.entrantsModel(entrants),
      cells: entrantsCells(entrants, own),
    })),
    ...(await compared({
      name: 'foundation',
      size: `${SCHOOLS}x4x${FOUNDATION_AREAS}`,
      target: 500,
      fitOnce: () => own.foundationModel(foundation),
      cells: foundationCells(foundation),
    })),
  ];
}
