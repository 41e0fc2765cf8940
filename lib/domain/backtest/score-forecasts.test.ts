import { describe, expect, it } from 'vitest';
import { seededGenerator } from '@/lib/domain/statistics/seeded-generator';
import { programmeForecast } from '@/lib/testing/programme-forecasts';
import { countedFill } from './counted-draws';
import { type ScoredForecast, scoreForecasts } from './score-forecasts';
import { summariseScores } from './summarise-scores';

const DRAWS = 256;
const SETTING = { origin: 2022, seed: 1 };

const binomial = (next: () => number, trials: number, chance: number): number =>
  Array.from({ length: trials }, () => (next() < chance ? 1 : 0)).reduce<number>((sum, hit) => sum + hit, 0);

describe('a counted year', () => {
  it('fills as many posts as are expected on average, never more than there are', () => {
    const next = seededGenerator('counted');
    const counts = Array.from({ length: 20_000 }, () =>
      countedFill(next, { posts: 20, filled: 15 }, { countedOn: 19, pooled: 0.75 }),
    );
    expect(Math.max(...counts)).toBeLessThanOrEqual(20);
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    expect(mean).toBeCloseTo(15, 1);
    // Beta-binomial with a weight of 20 posts: n p q (n + 20) / (20 + 1).
    const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length;
    expect(variance).toBeGreaterThan(0.95 * ((20 * 0.75 * 0.25 * 40) / 21));
    expect(variance).toBeLessThan(1.05 * ((20 * 0.75 * 0.25 * 40) / 21));
  });

  it('is not certain for a programme that was full once, and as good as that for one of many posts', () => {
    const next = seededGenerator('full');
    const shareFull = (countedOn: number): number =>
      Array.from({ length: 4_000 }, () =>
        countedFill(next, { posts: 10, filled: 10 }, { countedOn, pooled: 0.9 }),
      ).filter((count) => count === 10).length / 4_000;
    expect(shareFull(4)).toBeLessThan(0.97);
    expect(shareFull(4_000)).toBeGreaterThan(0.99);
  });
});

/** Programmes whose fill never changes, fitted to one year’s count and compared with the next; `shift`: what a wrong model adds. */
const steadyWorld = (programmes: number, shift: number): ScoredForecast[] => {
  const next = seededGenerator(`steady/${shift}`);
  const forecasts = Array.from({ length: programmes }, (_, at) => {
    const fill = 0.6 + 0.3 * next();
    const startAccepts = binomial(next, 100, fill);
    const expected = Array.from({ length: DRAWS }, () => Math.min(100, Math.max(0, startAccepts + shift)));
    const accepts = binomial(next, 100, fill);
    return programmeForecast({
      regionCode: `XR-${at}`,
      year: 2023,
      posts: 100,
      accepts,
      startPosts: 100,
      startAccepts,
      expected,
    });
  });
  return scoreForecasts(forecasts, SETTING);
};

describe('coverage', () => {
  const within = (scores: readonly ScoredForecast[]) => {
    const [summary] = summariseScores(scores.filter(({ level }) => level === 'region'));
    if (!summary) throw new Error('nothing was scored');
    return summary;
  };

  it('of the model that generated the data is that of its intervals', { timeout: 60_000 }, () => {
    const { within80, within95, withinExpected80 } = within(steadyWorld(900, 0));
    expect(within80).toBeGreaterThan(0.77);
    expect(within80).toBeLessThan(0.87);
    expect(within95).toBeGreaterThan(0.93);
    expect(within95).toBeLessThan(0.985);
    // Draws alone leave the chance of a year’s count out: of one number nearly nothing lies within.
    expect(withinExpected80).toBeLessThan(0.15);
  });

  it('of a model that is ten posts in a hundred off falls far below', { timeout: 60_000 }, () => {
    expect(within(steadyWorld(300, -10)).within80).toBeLessThan(0.6);
  });
});

describe('persistence', () => {
  const given = { startPosts: 10, startAccepts: 8, posts: 20, year: 2023 };
  const two = (expected: number) =>
    scoreForecasts(
      [
        programmeForecast({ ...given, regionCode: 'XR-a', accepts: 18, expected: Array(8).fill(expected) }),
        programmeForecast({ ...given, regionCode: 'XR-b', accepts: 15, expected: Array(8).fill(expected) }),
      ],
      SETTING,
    );
  const regionErrors = (expected: number) => summariseScores(two(expected)).find(({ level }) => level === 'region');

  it('is the fill of the start year on the posts of the year, and beaten or not as by hand', () => {
    // 8 of 10 filled: 16 of 20. Errors of persistence 2 and 1; of a model that says 17: 1 and 2; of one that says 16.5: 1.5, 1.5.
    expect(two(17).map(({ persistence }) => persistence)).toEqual([32, 16, 16, 32, 16, 16]);
    expect(regionErrors(17)).toMatchObject({ absoluteError: 1.5, persistenceAbsoluteError: 1.5, skill: 0 });
    expect(regionErrors(16.5)).toMatchObject({ absoluteError: 1.5, skill: 0 });
    // Says 18: errors 0 and 3.
    expect(regionErrors(18)?.skill).toBe(0);
    // Says 19: errors 1 and 4, mean 2.5: persistence is nearer.
    expect(regionErrors(19)?.skill).toBeCloseTo(1 - 2.5 / 1.5, 12);
  });

  it('is beaten by a model that says what happens', () => {
    const right = scoreForecasts(
      [
        programmeForecast({ ...given, regionCode: 'XR-a', accepts: 18, expected: Array(8).fill(18) }),
        programmeForecast({ ...given, regionCode: 'XR-b', accepts: 15, expected: Array(8).fill(15) }),
      ],
      SETTING,
    );
    const [country] = summariseScores(right);
    expect(country).toMatchObject({
      level: 'country',
      absoluteError: 0,
      persistenceAbsoluteError: 1,
      skill: 1,
      percentageError: 0,
      fillErrorPoints: 0,
    });
    // |32 − 33| ÷ 33
    expect(country?.persistencePercentageError).toBeCloseTo(100 / 33, 12);
  });
});

describe('regions in another order', () => {
  const forecasts = Array.from({ length: 6 }, (_, at) =>
    programmeForecast({
      regionCode: `XR-${at}`,
      year: 2023 + (at % 2),
      posts: 20 + at,
      accepts: 10 + at,
      startPosts: 15,
      startAccepts: 9 + (at % 3),
      expected: Array.from({ length: 32 }, (_unused, draw) => 10 + (draw % 5)),
    }),
  );
  const byKey = (scores: readonly ScoredForecast[]) =>
    Object.fromEntries(scores.map((score) => [`${score.level} ${score.regionCode} ${score.year}`, score]));

  it('give the same scores', () => {
    const turned = byKey(scoreForecasts(forecasts.toReversed(), SETTING));
    const straight = byKey(scoreForecasts(forecasts, SETTING));
    expect(Object.keys(turned).sort()).toEqual(Object.keys(straight).sort());
    for (const [key, { counted80, rankedScore, predicted }] of Object.entries(straight)) {
      expect(turned[key]?.counted80).toEqual(counted80);
      expect(turned[key]?.predicted).toBe(predicted);
      expect(turned[key]?.rankedScore).toBeCloseTo(rankedScore, 9);
    }
  });
});
