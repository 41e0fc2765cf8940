import type { ReachCell } from '@/lib/domain/reach/published-count';
import { poissonRegression } from '@/lib/domain/statistics/poisson-regression';
import { type ReachDesign, type ReachPlaces, reachDesign, type SchoolRows } from './reach-design';

const MOST_ROUNDS = 30;
const SETTLED_BELOW = 1e-3;

/** Mean of a Poisson number that is known to be none, one or two; and of one that is withheld, so that there is somebody. */
const meanOfLow = (mean: number): number => (mean + mean ** 2) / (1 + mean + mean ** 2 / 2);
const meanOfSome = (mean: number): number => (mean > 0 ? mean / -Math.expm1(-mean) : 1);

/** What stands for a cell where the fit expects `mean`; before there is a fit, 0. */
const standsFor = (cell: ReachCell, mean: number | undefined): number => {
  if (cell.kind === 'value') return cell.count;
  if (cell.kind === 'low') return mean === undefined ? 0 : meanOfLow(mean);
  return cell.kind === 'suppressed' ? meanOfSome(mean ?? 0) : 0;
};

/** Entrants of one school from the authorities in the fit. Where no fit is possible, as at first. */
const filledRow = (cells: readonly ReachCell[], { people, covariatesOf }: ReachDesign, school: number): number[] => {
  let observed = cells.map((cell) => standsFor(cell, undefined));
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const fit = poissonRegression({ observed, exposures: people, covariates: covariatesOf(school) });
    if (fit.kind === 'refused') return observed;
    const filled = cells.map((cell, i) => standsFor(cell, fit.fitted[i] ?? 0));
    const change = Math.max(...filled.map((one, i) => Math.abs(one - (observed[i] ?? 0))));
    observed = filled;
    if (change < SETTLED_BELOW) break;
  }
  return observed;
};

/**
 * Entrants of each school (row) from each authority, from published counts alone. Counts that round to 0, or are withheld, are filled in with
 * what the school's own fit expects of them, and it is fitted again until they settle. Source: Dempster, Laird and Rubin 1977 (EM).
 */
export const publishedEntrants = (
  places: ReachPlaces,
  cellOf: (school: string, home: string) => ReachCell,
): SchoolRows => {
  const design = reachDesign(places);
  return places.schools.map(({ code }, school) => {
    const row = places.authorities.map(() => 0);
    const cells = design.authorities.map((i) => cellOf(code, places.authorities[i]?.code ?? ''));
    filledRow(cells, design, school).forEach((people, at) => {
      const home = design.authorities[at];
      if (home !== undefined) row[home] = people;
    });
    return row;
  });
};
