/** What the values are. It sets the scale on which their limits are symmetrical, and on which they may be fitted. */
export type InequalityValueType = 'other' | 'rate' | 'proportion';

export interface Moments {
  readonly mean: number;
  readonly variance: number;
}

export interface InequalityScale {
  readonly holds: (value: number) => boolean;
  /** To the scale of the standard errors: as it is, log or logit. */
  readonly to: (value: number) => number;
  readonly from: (transformed: number) => number;
  /** Mean and variance, on the scale of the values, of a value that is normal on the transformed scale. */
  readonly moments: (value: number, standardError: number) => Moments;
}

const plain: InequalityScale = {
  holds: () => true,
  to: (value) => value,
  from: (value) => value,
  moments: (value, standardError) => ({ mean: value, variance: standardError ** 2 }),
};

/** Log-normal: both moments are exact. */
const log: InequalityScale = {
  holds: (value) => value > 0,
  to: Math.log,
  from: Math.exp,
  moments: (value, standardError) => {
    const mean = value * Math.exp(standardError ** 2 / 2);
    return { mean, variance: mean ** 2 * Math.expm1(standardError ** 2) };
  },
};

/** Logit-normal: it has no closed moments; these are exact to the second order of the standard error. */
const logit: InequalityScale = {
  holds: (value) => value > 0 && value < 1,
  to: (value) => Math.log(value / (1 - value)),
  from: (transformed) => 1 / (1 + Math.exp(-transformed)),
  moments: (value, standardError) => {
    const slope = value * (1 - value);
    const curvature = slope * (1 - 2 * value) * standardError ** 2;
    return { mean: value + curvature / 2, variance: (slope * standardError) ** 2 + curvature ** 2 / 2 };
  },
};

export const inequalityScale = (valueType: InequalityValueType): InequalityScale =>
  ({ other: plain, rate: log, proportion: logit })[valueType];
