import { ModelInputError } from './model-input-error';

const checkShare = (share: number): void => {
  if (!(share >= 0 && share <= 1)) throw new ModelInputError('a share lies between 0 and 1');
};

/** Log-odds of a share; ±Infinity at 0 and 1. */
export const logit = (share: number): number => {
  checkShare(share);
  return Math.log(share / (1 - share));
};

/**
 * Share of one option after its utility rises by `deltaUtility`, all else unchanged:
 * `p e^d / (1 − p + p e^d)`. Shares 0 to 1. Also fill when the shift is read as log-odds of fill.
 * @throws ModelInputError for a share outside 0 to 1.
 */
export const shiftShare = (share: number, deltaUtility: number): number => {
  checkShare(share);
  const lifted = share * Math.exp(deltaUtility);
  return lifted / (1 - share + lifted);
};

export interface FillAndCost {
  readonly fill: number;
  readonly gain: number;
  /** £; null where nothing is gained. */
  readonly costPerAdditionalFillGbp: number | null;
}

/**
 * Fill after a shift in the log-odds of fill, and the cost of each additional fill. Every acceptor
 * is paid, so that is `cost × f1 / (f1 − f0)`: near the ceiling most of it goes to people who would
 * have come anyway. Shares 0 to 1, £ per place.
 * @throws ModelInputError for a share outside 0 to 1.
 */
export const fillAndCost = (baseFill: number, deltaUtility: number, costPerPlaceGbp: number): FillAndCost => {
  const fill = shiftShare(baseFill, deltaUtility);
  const gain = fill - baseFill;
  return { fill, gain, costPerAdditionalFillGbp: gain > 0 ? (costPerPlaceGbp * fill) / gain : null };
};

export interface WtaEquivalence {
  readonly deltaUtility: number;
  readonly shareBefore: number;
  readonly shareAfter: number;
  readonly recoveredWtaPct: number;
}

/**
 * A loss worth `wtaPct` % of pay in utility (`−b × WTA`), the share that still chooses it in a choice
 * of two, and that share once pay rises by `compensationPct` %. `bPerPctPay`: utility per 1 % of
 * basic pay. Full compensation restores one half.
 * @throws ModelInputError for a scale that isn't above 0.
 */
export const wtaEquivalence = (bPerPctPay: number, wtaPct: number, compensationPct: number): WtaEquivalence => {
  if (!(bPerPctPay > 0)) throw new ModelInputError('the money scale must be above 0');
  const deltaUtility = -bPerPctPay * wtaPct;
  const shareBefore = shiftShare(0.5, deltaUtility);
  return {
    deltaUtility,
    shareBefore,
    shareAfter: shiftShare(shareBefore, bPerPctPay * compensationPct),
    recoveredWtaPct: -deltaUtility / bPerPctPay,
  };
};
