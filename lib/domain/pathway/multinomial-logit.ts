import { ModelInputError } from './model-input-error';

export interface LogitInput {
  /** Utility of each option. */
  readonly utilities: readonly number[];
  /** Shift added to each utility; absent = none. */
  readonly delta?: readonly number[];
  /** Utility of choosing none of the options; null = everyone chooses one. */
  readonly outsideUtility: number | null;
}

export interface LogitShares {
  /** Shares of all people, 0 to 1. */
  readonly shares: number[];
  readonly outsideShare: number | null;
}

/**
 * Multinomial-logit shares `e^V / (outside + Σ e^V)` (McFadden 1974). Utilities have no unit; only
 * differences count. Computed from the largest utility, so that large values don't overflow.
 * @throws ModelInputError for no option, a utility that isn't finite, or a delta of another length.
 */
export const multinomialLogit = ({ utilities, delta, outsideUtility }: LogitInput): LogitShares => {
  if (delta !== undefined && delta.length !== utilities.length) throw new ModelInputError('one delta per option');
  const shifted = utilities.map((utility, i) => utility + (delta?.[i] ?? 0));
  const all = outsideUtility === null ? shifted : [...shifted, outsideUtility];
  if (shifted.length === 0 || !all.every(Number.isFinite)) throw new ModelInputError('utilities must be finite');
  const peak = Math.max(...all);
  const weights = shifted.map((utility) => Math.exp(utility - peak));
  const outside = outsideUtility === null ? 0 : Math.exp(outsideUtility - peak);
  const total = weights.reduce((sum, weight) => sum + weight, outside);
  return {
    shares: weights.map((weight) => weight / total),
    outsideShare: outsideUtility === null ? null : outside / total,
  };
};
