// One 256-draw round and one warm PDF, in this process and through the project's own code.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../scripts/steps.mjs';
import { loadBundled } from './bundle.mjs';
import { quantile, timeEach } from './measure.mjs';

const load = () =>
  loadBundled(
    'engine',
    `export { modelRound } from '@/lib/domain/pathway/recruitment-round';
export { LeverCatalogue } from '@/lib/domain/levers/lever-catalogue';
export { renderBriefingPdf } from '@/lib/print/render-briefing';`,
  );

/** Yorkshire and the Humber, ST4, 2024, with one offer of each kind. */
const INPUTS = {
  targetAreaCode: 'TR-yorkshire-and-the-humber',
  level: 'ST4',
  regions: [
    { areaCode: 'TR-yorkshire-and-the-humber', areaName: 'Yorkshire and the Humber', posts: 157, accepts: 134 },
    { areaCode: 'TR-west-midlands', areaName: 'West Midlands', posts: 176, accepts: 148 },
    { areaCode: 'TR-london', areaName: 'London', posts: 319, accepts: 293 },
  ],
  peoplePerPlace: 2.8,
  levers: [
    { leverId: 'one-region-guarantee', coverage: 1, costPerPlacePerYearGbp: 0, costYears: 3 },
    { leverId: 'golden-hello', coverage: 0.5, costPerPlacePerYearGbp: 6_667, costYears: 3 },
    { leverId: 'working-conditions', coverage: 1, costPerPlacePerYearGbp: 0, costYears: 3 },
  ],
  noEffectProbability: 0.5,
  targetExtraPosts: 10,
};

export async function benchEngine(briefingDocument) {
  const { modelRound, LeverCatalogue, renderBriefingPdf } = await load();
  const catalogue = LeverCatalogue.parse(
    JSON.parse(readFileSync(path.join(root, 'db/seeds/published/levers.json'), 'utf8')),
  );
  const rounds = await timeEach(50, (seed) => modelRound({ inputs: INPUTS, catalogue, seed }));
  // The purpose line changes each time, so that nothing is served from the typesetter's cache.
  const pdfs = await timeEach(30, (n) =>
    renderBriefingPdf({ ...briefingDocument, purpose: `${briefingDocument.purpose} (${n})` }),
  );
  return [
    { name: 'round_256_draws_median', value: quantile(rounds, 0.5), unit: 'ms', target: 50 },
    { name: 'round_256_draws_p95', value: quantile(rounds, 0.95), unit: 'ms', target: 50 },
    { name: 'pdf_warm_median', value: quantile(pdfs, 0.5), unit: 'ms', target: 150 },
    { name: 'pdf_warm_p95', value: quantile(pdfs, 0.95), unit: 'ms', target: 150 },
  ];
}
