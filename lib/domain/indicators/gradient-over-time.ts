import type { Interval } from '@/lib/domain/measure/measure';
import { type DeprivationGroup, inequalityGradient } from '@/lib/domain/statistics/inequality-gradient';
import type { FigureInput } from './figure-input';
import { GP_SUPPLY, IMPLAUSIBLE_GP_FTE_PER_10K } from './gradient';
import type { Indicator } from './indicator';

/** The two indices of one indicator, area and period. */
export interface GradientPoint {
  readonly period: { readonly label: string; readonly end: string };
  /** Value at the least deprived end less that at the most deprived end, in the unit of the indicator. */
  readonly slopeIndex: number;
  /** Least deprived ÷ most deprived end; null where an end of the fitted line isn't above 0. */
  readonly relativeIndex: number | null;
  /** Null where a group has no interval. */
  readonly slopeInterval: Interval | null;
  readonly relativeInterval: Interval | null;
  readonly stale: boolean;
}

const FIFTHS = ['fifth-1', 'fifth-2', 'fifth-3', 'fifth-4', 'fifth-5'] as const;

/** Equal shares: the sources give a value for each fifth, not how many people are in it. */
const EQUAL_SHARE = 1;

const isPlausible = (value: number, indicatorId: string): boolean =>
  Number.isFinite(value) && (indicatorId !== GP_SUPPLY || (value > 0 && value <= IMPLAUSIBLE_GP_FTE_PER_10K));

const groupOf = ({ measure, indicatorId }: FigureInput, scale: number): DeprivationGroup | null => {
  if (measure.kind !== 'value' || !isPlausible(measure.value, indicatorId)) return null;
  const base = { population: EQUAL_SHARE, value: measure.value / scale };
  return measure.interval
    ? { ...base, lower95: measure.interval.lower / scale, upper95: measure.interval.upper / scale }
    : { ...base, standardError: 0 };
};

const pointOf = (figures: readonly FigureInput[], isPercent: boolean): GradientPoint | null => {
  const scale = isPercent ? 100 : 1;
  const inOrder = FIFTHS.flatMap((fifth) => figures.find(({ breakdown }) => breakdown === fifth) ?? []);
  const [first] = inOrder;
  const groups = inOrder.map((figure) => groupOf(figure, scale)).filter((group) => group !== null);
  if (!first || groups.length < FIFTHS.length) return null;
  const hasIntervals = groups.every((group) => 'lower95' in group);
  const valueType = isPercent ? 'proportion' : 'other';
  const result = inequalityGradient({ groups, valueType, transform: false, multiplier: scale });
  if (result.kind === 'refused') return null;
  return {
    period: first.period,
    slopeIndex: result.slopeIndex,
    relativeIndex: result.relativeIndex,
    // Without standard errors the closed form has no width: that is no interval.
    slopeInterval: hasIntervals ? result.slopeInterval : null,
    relativeInterval: hasIntervals ? result.relativeInterval : null,
    stale: first.stale,
  };
};

/**
 * Slope and relative index of inequality of one indicator across fifths of deprivation, for each period of one area in
 * which all five fifths have a plausible figure; oldest first. Fifths count as equal shares. Figures without an interval
 * (a source without counts) give indices without one. An association across groups, not an effect of deprivation.
 * Source: `inequalityGradient`.
 */
export const gradientOverTime = (
  figures: readonly FigureInput[],
  { id, unit }: Pick<Indicator, 'id' | 'unit'>,
): GradientPoint[] => {
  const own = figures.filter(({ indicatorId }) => indicatorId === id);
  return [...new Set(own.map(({ period }) => period.end))]
    .sort()
    .map((end) =>
      pointOf(
        own.filter(({ period }) => period.end === end),
        unit === 'percent',
      ),
    )
    .filter((point) => point !== null);
};
