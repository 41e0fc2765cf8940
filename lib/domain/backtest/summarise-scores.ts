import { isWithin, meanOf } from './forecast-scores';
import { SCORED_LEVELS, type ScoredForecast, type ScoredLevel } from './score-forecasts';

/** Errors of one kind of prediction: a level, so many years ahead, within one set of rules or across their change. */
export interface ErrorSummary {
  readonly level: ScoredLevel;
  /** Years ahead; null: all together. */
  readonly horizon: number | null;
  readonly isAcross: boolean;
  readonly forecasts: number;
  /** Start years that they are from; forecasts of one start year share its chance. */
  readonly origins: number;
  /** Mean absolute error, accepts. */
  readonly absoluteError: number;
  /** Mean absolute percentage error of accepts; null where nobody accepted. */
  readonly percentageError: number | null;
  /** Mean absolute error of the fill rate, percentage points: the same for the vacancy of recruitment. */
  readonly fillErrorPoints: number;
  readonly rankedScore: number;
  /** Shares of what happened within the intervals, 0 to 1: with the chance of one year’s count, and of the draws alone. */
  readonly within80: number;
  readonly within90: number;
  readonly within95: number;
  readonly withinExpected80: number;
  readonly withinExpected95: number;
  readonly persistenceAbsoluteError: number;
  readonly persistencePercentageError: number | null;
  readonly persistenceRankedScore: number;
  /** 1 − model’s absolute error ÷ persistence’s: above 0, the model is nearer; null where persistence makes none. */
  readonly skill: number | null;
}

const PERCENT = 100;

const share = (rows: readonly ScoredForecast[], holds: (row: ScoredForecast) => boolean): number =>
  rows.filter(holds).length / rows.length;

const percentageError = (rows: readonly ScoredForecast[], of: (row: ScoredForecast) => number): number | null =>
  meanOf(rows.flatMap((row) => (row.accepts > 0 ? [(PERCENT * Math.abs(of(row) - row.accepts)) / row.accepts] : [])));

const summaryOf = (
  rows: readonly ScoredForecast[],
  about: Pick<ErrorSummary, 'level' | 'horizon' | 'isAcross'>,
): ErrorSummary => {
  const mean = (of: (row: ScoredForecast) => number): number => meanOf(rows.map(of)) ?? 0;
  const absoluteError = mean(({ predicted, accepts }) => Math.abs(predicted - accepts));
  const persistenceAbsoluteError = mean(({ persistence, accepts }) => Math.abs(persistence - accepts));
  return {
    ...about,
    forecasts: rows.length,
    origins: new Set(rows.map(({ origin }) => origin)).size,
    absoluteError,
    percentageError: percentageError(rows, ({ predicted }) => predicted),
    fillErrorPoints: mean(({ predicted, accepts, posts }) => (PERCENT * Math.abs(predicted - accepts)) / posts),
    rankedScore: mean(({ rankedScore }) => rankedScore),
    within80: share(rows, ({ counted80, accepts }) => isWithin(counted80, accepts)),
    within90: share(rows, ({ counted90, accepts }) => isWithin(counted90, accepts)),
    within95: share(rows, ({ counted95, accepts }) => isWithin(counted95, accepts)),
    withinExpected80: share(rows, ({ expected80, accepts }) => isWithin(expected80, accepts)),
    withinExpected95: share(rows, ({ expected95, accepts }) => isWithin(expected95, accepts)),
    persistenceAbsoluteError,
    persistencePercentageError: percentageError(rows, ({ persistence }) => persistence),
    persistenceRankedScore: mean(({ persistenceRankedScore }) => persistenceRankedScore),
    skill: persistenceAbsoluteError > 0 ? 1 - absoluteError / persistenceAbsoluteError : null,
  };
};

/** By level and years ahead, then all years ahead together; predictions across a change of rules are never among the others. */
export const summariseScores = (rows: readonly ScoredForecast[]): ErrorSummary[] =>
  [false, true].flatMap((isAcross) =>
    SCORED_LEVELS.flatMap((level) => {
      const own = rows.filter((row) => row.level === level && row.isAcross === isAcross);
      const horizons = [...new Set(own.map(({ origin, year }) => year - origin))].sort((a, b) => a - b);
      const each = horizons.map((horizon) =>
        summaryOf(
          own.filter(({ origin, year }) => year - origin === horizon),
          { level, horizon, isAcross },
        ),
      );
      return own.length > 0 ? [...each, summaryOf(own, { level, horizon: null, isAcross })] : [];
    }),
  );
