import type { OriginRequest } from './history';
import { predictOrigin } from './predict-origin';
import { type ScoredForecast, scoreForecasts } from './score-forecasts';

/** From 256 draws on 95 % intervals are given. */
export const BACKTEST_DRAWS = 256;
export const BACKTEST_SEED = 1;

/** Predictions from one start year, scored. */
export type OriginScores =
  | {
      readonly kind: 'scored';
      readonly origin: number;
      readonly scores: readonly ScoredForecast[];
      readonly notes: readonly string[];
      readonly newLater: number;
    }
  | { readonly kind: 'not_loaded'; readonly origin: number; readonly missing: readonly string[] };

/** All of one start year: seconds of work, the same on any worker. */
export const backtestOrigin = (request: OriginRequest): OriginScores => {
  const { origin } = request;
  const predicted = predictOrigin(request, BACKTEST_DRAWS, BACKTEST_SEED);
  if (predicted.kind === 'not_loaded') return { ...predicted, origin };
  const { forecasts, notes, newLater } = predicted;
  return {
    kind: 'scored',
    origin,
    scores: scoreForecasts(forecasts, { origin, seed: BACKTEST_SEED }),
    notes,
    newLater,
  };
};
