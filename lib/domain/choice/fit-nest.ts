import { fitChoice } from '@/lib/domain/journey-models/choice-fit';
import { chosenRegions, type Movements, pullsOf } from './movement-cells';

/** The nest of all posts against outside. `plain`: λ is taken as 1, for the reason given. */
export type NestFit =
  | { readonly kind: 'fitted'; readonly dissimilarity: number; readonly standardError: number }
  | {
      readonly kind: 'plain';
      readonly reason: 'outside_not_loaded' | 'above_one' | 'not_above_zero' | 'no_variation';
      /** What the movements gave, where something came out. */
      readonly estimate: number | null;
    };

const plain = (reason: Extract<NestFit, { kind: 'plain' }>['reason'], estimate: number | null = null): NestFit => ({
  kind: 'plain',
  reason,
  estimate,
});

/**
 * λ from who took a post at all: the log odds of one rise by λ per unit of the inclusive value `ln Σ e^(V/λ)` of the posts,
 * which the choice between regions has given. Above 1 it agrees with no choice by utility, and the plain logit is used.
 * Its standard error takes the inclusive value as known, so it is too small.
 * Source: sequential estimation, Ben-Akiva and Lerman 1985.
 */
export const fitNest = (movements: Movements, coefficients: readonly number[]): NestFit => {
  const regions = chosenRegions(movements);
  const rows = movements.rows.flatMap((row) => (row.outside === null ? [] : [{ ...row, outside: row.outside }]));
  const placed = rows.map(({ chosen }) => chosen.reduce((all, people) => all + people, 0));
  const isLoaded = rows.length > 1 && rows.some(({ outside }) => outside > 0) && placed.some((people) => people > 0);
  if (!isLoaded) return plain('outside_not_loaded');
  const values = rows.map((row) => {
    const utilities = regions.map((region, o) => {
      const pulls = pullsOf(movements, row, region);
      const constant = o === 0 ? 0 : (coefficients[pulls.length + o - 1] ?? 0);
      return pulls.reduce((total, pull, k) => total + pull * (coefficients[k] ?? 0), constant);
    });
    const peak = Math.max(...utilities);
    return peak + Math.log(utilities.reduce((total, one) => total + Math.exp(one - peak), 0));
  });
  const counted = rows.map((_, i) => i).filter((i) => (placed[i] ?? 0) + (rows[i]?.outside ?? 0) > 0);
  const fit = fitChoice({
    rows: counted.length,
    alternatives: 2,
    counts: Float64Array.from(counted.flatMap((i) => [placed[i] ?? 0, rows[i]?.outside ?? 0])),
    offsets: new Float64Array(2 * counted.length),
    covariateCount: 2,
    covariates: Float64Array.from(counted.flatMap((i) => [1, values[i] ?? 0, 0, 0])),
  });
  if (fit.kind === 'refused') return plain('no_variation');
  const [, dissimilarity = Number.NaN] = fit.coefficients;
  const [, standardError = Number.NaN] = fit.hc0Errors;
  if (!(dissimilarity > 0)) return plain('not_above_zero', dissimilarity);
  return dissimilarity > 1 ? plain('above_one', dissimilarity) : { kind: 'fitted', dissimilarity, standardError };
};
