import type { Indicator, Unit } from '@/lib/domain/indicators/indicator';
import type { JumpLimits, ValueRange } from './check-values';

type Bounds = Pick<ValueRange, 'lowest' | 'highest' | 'isShare'>;

const AT_LEAST_NONE: Bounds = { lowest: 0, highest: null, isShare: false };
const SHARE: Bounds = { lowest: 0, highest: 100, isShare: true };

/** Scores of single domains are standardised: they have no bounds that hold for every year. */
const BOUNDS: Readonly<Record<Unit, Bounds>> = {
  percent: SHARE,
  per_100k: AT_LEAST_NONE,
  per_10k: AT_LEAST_NONE,
  index: AT_LEAST_NONE,
  score: { lowest: null, highest: 100, isShare: false },
  count: AT_LEAST_NONE,
  patients_per_fte: AT_LEAST_NONE,
  people: AT_LEAST_NONE,
  per_trainee_year: AT_LEAST_NONE,
  per_post: AT_LEAST_NONE,
  km: AT_LEAST_NONE,
  months: AT_LEAST_NONE,
  weeks: AT_LEAST_NONE,
  year: AT_LEAST_NONE,
};

/** Percentages that are no plain share, by what their id says. Accepts can pass posts where posts are added late. */
const PERCENTAGES: readonly (readonly [RegExp, Bounds])[] = [
  [/fill-(?:rate|england)/, { lowest: 0, highest: 120, isShare: false }],
  // More people in post than the establishment has is a vacancy below 0; more than twice as many are a slip of the pen.
  [/vacancy/, { lowest: -100, highest: 100, isShare: true }],
  // Leavers of a year over the average in post.
  [/leaver/, { lowest: 0, highest: 100, isShare: false }],
];

/** Both limits must be passed; the absolute ones are in the unit and keep small numbers from flagging at every step. */
const JUMPS: Readonly<Record<Unit, JumpLimits>> = {
  percent: { relative: 0.25, absolute: 10 },
  per_100k: { relative: 0.25, absolute: 20 },
  per_10k: { relative: 0.25, absolute: 1 },
  index: { relative: 0.25, absolute: 0.1 },
  score: { relative: 0.25, absolute: 5 },
  count: { relative: 0.5, absolute: 20 },
  patients_per_fte: { relative: 0.25, absolute: 200 },
  people: { relative: 0.25, absolute: 1_000 },
  per_trainee_year: { relative: 0.5, absolute: 0.5 },
  per_post: { relative: 0.5, absolute: 2 },
  km: { relative: 0.5, absolute: 10 },
  months: { relative: 0.5, absolute: 6 },
  weeks: { relative: 0.5, absolute: 4 },
  // The year of a founding: any change is one.
  year: { relative: 0, absolute: 0 },
};

const SUFFIX: Readonly<Partial<Record<Unit, string>>> = {
  percent: '%',
  per_100k: ' per 100,000',
  per_10k: ' per 10,000',
  km: ' km',
  months: ' months',
  weeks: ' weeks',
};

/** Units whose figures add up over areas. */
const ADDITIVE: ReadonlySet<Unit> = new Set(['count', 'people']);

export interface IndicatorRules {
  readonly range: ValueRange;
  readonly jump: JumpLimits;
  /** Largest difference of one rounded figure from the exact one; null where figures don't add up. */
  readonly roundingStep: number | null;
  /** Whether a breakdown says how many years after its period it was counted. */
  readonly looksAhead: boolean;
}

const HALF = 0.5;

/** What the figures of an indicator may be: from its unit, and for percentages from what it measures. */
export const rulesOf = ({ id, unit, decimals }: Pick<Indicator, 'id' | 'unit' | 'decimals'>): IndicatorRules => {
  const special = unit === 'percent' ? PERCENTAGES.find(([pattern]) => pattern.test(id))?.[1] : undefined;
  return {
    range: { ...(special ?? BOUNDS[unit]), unit: SUFFIX[unit] ?? '' },
    jump: JUMPS[unit],
    roundingStep: ADDITIVE.has(unit) ? HALF * 10 ** -decimals : null,
    looksAhead: id === 'retention-in-region',
  };
};
