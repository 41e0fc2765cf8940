import { seededGenerator } from '@/lib/domain/statistics/seeded-generator';
import { type CohortTables, RETENTION_STAGES, type RetentionStage, tableKey } from './cohort-tables';
import { csvLine } from './csv-line';
import { binomial, type Draw, share } from './draw';
import { type DemonstrationModel, OBSERVED_THROUGH } from './model';
import { regionTerm } from './specialty-posts';

export const RETENTION_HEADER =
  'cohort_year,area_code,stage,started,still_in_region_1y,still_in_region_3y,still_in_region_5y';

/** Log-odds of being in the region still at one, three and five years, each among those still there at the one before. */
const STILL_THERE: Readonly<Record<RetentionStage, readonly [number, number, number]>> = {
  foundation: [0.6, 1.2, 1.8],
  core: [1.2, 1.5, 1.9],
  higher: [1.6, 2, 2.4],
  gp: [1.9, 2.2, 2.6],
};
export const RETENTION_HORIZONS = [1, 3, 5] as const;
const LAST_YEARS = 12;

/** Those still there at each horizon, null where that year hasn't ended. Nobody returns in this file. */
const stillThere = (
  draw: Draw,
  started: number,
  { stage, year, shift }: { readonly stage: RetentionStage; readonly year: number; readonly shift: number },
): (number | null)[] => {
  let left = started;
  return RETENTION_HORIZONS.map((horizon, i) => {
    left = binomial(draw, left, share((STILL_THERE[stage][i] ?? 0) + shift));
    return year + horizon <= OBSERVED_THROUGH ? left : null;
  });
};

/** Lines of `retention.csv`: who completed a stage comes from the cohort, who stayed is drawn for the file. */
export function* retentionLines(model: DemonstrationModel, tables: CohortTables): Generator<string> {
  yield RETENTION_HEADER;
  const draw = seededGenerator(`${model.seed}/retention`);
  for (let year = OBSERVED_THROUGH - LAST_YEARS; year < OBSERVED_THROUGH; year += 1) {
    for (const [region, { code }] of model.country.regions.entries()) {
      for (const stage of RETENTION_STAGES) {
        const started = tables.completed.get(tableKey(year, region, stage)) ?? 0;
        if (started === 0) continue;
        const counts = stillThere(draw, started, {
          stage,
          year,
          shift: regionTerm(model, region, model.effects.retention),
        });
        yield csvLine([year, code, stage, started, ...counts]);
      }
    }
  }
}
