import type { Root } from '@/lib/domain/geography/area';
import type { ErrorSummary } from './summarise-scores';

/**
 * A mark that the model should reach. A proposal, not a standard: nobody has agreed it yet. Benchmark of the errors: the Dutch
 * advisory body’s own projections, 1.9 to 14.9 %.
 */
export interface PassMark {
  readonly id: 'country_error' | 'region_error' | 'coverage' | 'persistence';
  /** Null where the years that it needs are not loaded. */
  readonly value: number | null;
  readonly isMet: boolean | null;
}

/** Years ahead at which errors are marked. */
export const MARKED_HORIZON = 3;
/** Mean absolute percentage error at most. */
export const MOST_ERROR = { country: 5, region: 10 } as const;
/** Share of what happened within 90 % intervals. */
export const COVERED = { least: 0.8, most: 0.97 } as const;

/** `demonstration_only`: the data come from a model, so that passing shows nothing about the world. */
export const BACKTEST_VERDICTS = ['demonstration_only', 'met', 'not_met', 'too_short'] as const;
export type BacktestVerdict = (typeof BACKTEST_VERDICTS)[number];

const at = (summaries: readonly ErrorSummary[], level: ErrorSummary['level'], horizon: number | null) =>
  summaries.find((one) => !one.isAcross && one.level === level && one.horizon === horizon);

const mark = (id: PassMark['id'], value: number | null | undefined, holds: (value: number) => boolean): PassMark => ({
  id,
  value: value ?? null,
  isMet: value === null || value === undefined ? null : holds(value),
});

/** Within one set of rules alone: what was predicted across their change counts for nothing here. */
export const passMarks = (summaries: readonly ErrorSummary[]): PassMark[] => [
  mark(
    'country_error',
    at(summaries, 'country', MARKED_HORIZON)?.percentageError,
    (value) => value <= MOST_ERROR.country,
  ),
  mark('region_error', at(summaries, 'region', MARKED_HORIZON)?.percentageError, (value) => value <= MOST_ERROR.region),
  mark('coverage', at(summaries, 'region', null)?.within90, (value) => value >= COVERED.least && value <= COVERED.most),
  mark('persistence', at(summaries, 'region', null)?.skill, (value) => value > 0),
];

export const verdictOf = (root: Root, marks: readonly PassMark[]): BacktestVerdict => {
  if (root === 'demonstration') return 'demonstration_only';
  if (marks.some(({ isMet }) => isMet === false)) return 'not_met';
  return marks.every(({ isMet }) => isMet === true) ? 'met' : 'too_short';
};
