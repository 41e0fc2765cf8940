import { beforeAll, describe, expect, it } from 'vitest';
import { backtestHistory } from '@/lib/testing/backtest-history';
import { type BacktestHistory, missingHistory, type OriginRequest, originsOf } from './history';
import { type OriginForecasts, predictOrigin } from './predict-origin';

const DRAWS = 16;
let history: BacktestHistory;
let origins: OriginRequest[];

beforeAll(() => {
  history = backtestHistory();
  origins = originsOf(history);
});

describe('start years', () => {
  it('know nothing of what came later', () => {
    expect(origins.map(({ origin }) => origin)).toEqual([2021, 2022, 2023, 2024, 2025]);
    for (const { origin, known, later } of origins) {
      expect(Math.max(...known.rounds.map(({ year }) => year))).toBe(origin);
      expect(Math.min(...later.map(({ year }) => year))).toBe(origin + 1);
      expect(Math.max(...later.map(({ year }) => year))).toBeLessThanOrEqual(origin + 5);
    }
  });

  it('take the posts of the year before, and say so', () => {
    const [only] = originsOf({ ...history, posts: history.posts.filter(({ year }) => year === 2022) }).slice(-1);
    expect(only?.origin).toBe(2023);
    expect(only?.notes).toEqual(['Posts of 2023 are those of the end of 2022.']);
  });
});

describe('too little history', () => {
  it('names the files that are missing', () => {
    expect(missingHistory(history)).toEqual([]);
    const oneYear = { ...history, rounds: history.rounds.filter(({ year }) => year === 2026) };
    expect(missingHistory(oneYear)).toEqual([
      expect.stringMatching(/second year.*2026.*fill\.csv/),
      expect.stringContaining('establishment.csv'),
    ]);
    const late = { ...history, posts: history.posts.filter(({ year }) => year === 2026) };
    expect(missingHistory(late)).toEqual([expect.stringMatching(/one of 2017, .*2025 \(establishment\.csv\)/)]);
    expect(missingHistory({ regions: [], rounds: [], posts: [], leavers: [], movements: null })).toEqual([
      expect.stringContaining('training regions'),
      expect.stringContaining('fill.csv'),
      expect.stringContaining('establishment.csv'),
      expect.stringContaining('cohort.csv'),
    ]);
  });
});

describe('a prediction from a start year', { timeout: 120_000 }, () => {
  let predicted: Extract<OriginForecasts, { kind: 'predicted' }>;
  const predictedFrom = (request: OriginRequest | undefined) => {
    if (!request) throw new Error('no start year');
    const outcome = predictOrigin(request, DRAWS, 1);
    if (outcome.kind !== 'predicted') throw new Error(outcome.missing.join());
    return outcome;
  };
  it('takes a year between that isn’t loaded for one like the start, not for one without posts, and says so', () => {
    const from = origins.find(({ origin }) => origin === 2022);
    if (!from) throw new Error('no start year');
    const filledIn2024 = (request: OriginRequest) =>
      predictedFrom(request)
        .forecasts.filter(({ year }) => year === 2024)
        .reduce((sum, { expected }) => sum + expected.reduce((a, b) => a + b, 0) / expected.length, 0);
    const later = from.later.filter(({ year }) => year !== 2023);
    const gap = { ...from, later };
    expect(predictedFrom(gap).notes).toContain('Posts of 2023 aren’t loaded: those of 2022 are taken.');
    const ratio = filledIn2024(gap) / filledIn2024(from);
    expect(ratio).toBeGreaterThan(0.97);
    expect(ratio).toBeLessThan(1.03);
  });

  const keyed = ({ forecasts }: typeof predicted) =>
    new Map(
      forecasts.map(({ total, year, expected }) => [
        `${total.node} ${total.regionCode} ${total.group} ${year}`,
        expected,
      ]),
    );

  beforeAll(() => {
    predicted = predictedFrom(origins.at(-2));
  });

  it('is about every programme that had people, in each later year, and fills no post twice', () => {
    expect([...new Set(predicted.forecasts.map(({ year }) => year))]).toEqual([2025, 2026]);
    expect(predicted.forecasts.length).toBeGreaterThan(200);
    for (const { total, expected } of predicted.forecasts) {
      expect(expected).toHaveLength(DRAWS);
      for (const filled of expected) {
        expect(filled).toBeGreaterThanOrEqual(0);
        expect(filled).toBeLessThanOrEqual(total.posts * (1 + 1e-9));
      }
    }
  });

  it('doesn’t read who accepted later', () => {
    const request = origins.at(-2);
    const changed = request && {
      ...request,
      later: request.later.map((round) => ({ ...round, accepts: Math.floor(round.accepts / 2) })),
    };
    expect(keyed(predictedFrom(changed))).toEqual(keyed(predicted));
  });

  it('is permuted with the regions', () => {
    const request = origins.at(-2);
    const turned = request && {
      ...request,
      known: { ...request.known, regions: request.known.regions.toReversed() },
    };
    const [one, other] = [keyed(predicted), keyed(predictedFrom(turned))];
    expect([...other.keys()].sort()).toEqual([...one.keys()].sort());
    for (const [key, expected] of one) {
      expected.forEach((filled, draw) => {
        expect(other.get(key)?.[draw]).toBeCloseTo(filled, 5);
      });
    }
  });
});
