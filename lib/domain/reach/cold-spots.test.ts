import { describe, expect, it } from 'vitest';
import { normal } from '@/lib/domain/demonstration/draw';
import { seededGenerator } from '@/lib/domain/statistics/seeded-generator';
import { CHANCE_OF_COLD, type ColdSpots, type ColdSpotsResult, coldSpots, LEAST_EXPECTED } from './cold-spots';
import type { HomeArea } from './home-areas';
import { EXACT_COUNTS, ROUNDED_TO_5 } from './published-count';
import { cohortOf, count, homeAreas, rounded, rowOfAreas, tally } from './reach-fixture';

const { country, cohort } = cohortOf();
const RECENT = cohort.filter(({ entryYear }) => entryYear > 2020);

const fitted = (result: ColdSpotsResult): ColdSpots => {
  if (result.kind === 'none') throw new Error(result.reason);
  return result;
};

const coldIn = (result: ColdSpots): string[] =>
  result.areas.filter(({ verdict }) => verdict === 'cold').map(({ code }) => code);

const schoolAreas = (code: string, cell = count): HomeArea[] => {
  const own = tally(
    RECENT.filter(({ school }) => school === code),
    ({ home }) => home,
  );
  return country.schools
    .filter((school) => school.code === code)
    .flatMap((school) => homeAreas(country, school, { entrantsOf: (area) => own.get(area) ?? 0, cell }));
};

/** Poisson by counting exponential waits. */
const poissonOf = (draw: () => number, mean: number): number => {
  let people = -1;
  for (let time = 0; time < mean; people += 1) time -= Math.log(draw());
  return Math.max(0, people);
};

/** Counts that follow distance and young people, with noise of the given size that has nothing to do with deprivation. */
const neutral = (seed: number, noise: number): HomeArea[] => {
  const draw = seededGenerator(`cold/${noise}/${seed}`);
  const [school] = country.schools;
  if (!school) throw new Error('No school');
  return homeAreas(country, school, { entrantsOf: () => 0 }).map((area) => {
    const expected = 0.05 * (area.aged16To17 ?? 0) * Math.exp(-0.6 * Math.log1p(area.distanceKm ?? 0));
    return { ...area, entrants: count(poissonOf(draw, expected * Math.exp(noise * normal(draw)))) };
  });
};

const namedShare = (noise: number): number => {
  const runs = Array.from({ length: 60 }, (_, seed) => fitted(coldSpots(neutral(seed, noise), EXACT_COUNTS)));
  const named = runs.reduce((sum, run) => sum + coldIn(run).length, 0);
  return named / runs.reduce((sum, run) => sum + run.judged, 0);
};

describe('cold spots', () => {
  it('vanish when the counts equal the expectation', () => {
    const areas = rowOfAreas(Array.from({ length: 10 }, () => 0)).map((area) => ({
      ...area,
      entrants: count(0.2 * (area.aged16To17 ?? 0) * Math.exp(-0.7 * Math.log1p(area.distanceKm ?? 0))),
    }));
    const result = fitted(coldSpots(areas, EXACT_COUNTS));
    expect(coldIn(result)).toEqual([]);
    expect(result.distanceSlope).toMatchObject({ kind: 'value' });
    expect(result.distanceSlope.kind === 'value' && result.distanceSlope.value).toBeCloseTo(-0.7, 6);
    for (const { ratio } of result.areas) expect(ratio.kind === 'value' && ratio.value).toBeCloseTo(1, 6);
  });

  it('are named by noise alone at no more than the stated rate, even or uneven', () => {
    expect(namedShare(0)).toBeLessThanOrEqual(CHANCE_OF_COLD);
    expect(namedShare(0.15)).toBeLessThanOrEqual(CHANCE_OF_COLD);
    expect(namedShare(0.3)).toBeLessThanOrEqual(CHANCE_OF_COLD);
  });

  it('are the deprived places of the schools whose reach was planted steepest', () => {
    const mean = (codes: ReadonlySet<string>): number => {
      const own = country.authorities.filter(({ code }) => codes.has(code));
      return own.reduce((sum, { deprivationScore }) => sum + deprivationScore, 0) / own.length;
    };
    const everywhere = mean(new Set(country.authorities.map(({ code }) => code)));
    for (const school of ['xd-quillmarch', 'xd-oruvane-royal', 'xd-saint-ferrant']) {
      const cold = coldIn(fitted(coldSpots(schoolAreas(school), EXACT_COUNTS)));
      expect(cold.length).toBeGreaterThanOrEqual(5);
      expect(mean(new Set(cold))).toBeGreaterThan(everywhere + 5);
    }
  });

  it('are fewer, and among the same, where the counts were rounded', () => {
    const exact = coldIn(fitted(coldSpots(schoolAreas('xd-quillmarch'), EXACT_COUNTS)));
    const fromRounded = coldIn(fitted(coldSpots(schoolAreas('xd-quillmarch', rounded), ROUNDED_TO_5)));
    expect(fromRounded.length).toBeGreaterThan(0);
    expect(fromRounded.length).toBeLessThanOrEqual(exact.length);
    expect(exact).toEqual(expect.arrayContaining(fromRounded));
  });

  it('are judged by a fall-off as steep as the true one, though most rounded counts round to 0', () => {
    const areas = rowOfAreas(
      Array.from({ length: 60 }, (_, i) => 0.6 * (1000 + 100 * i) * Math.exp(-1.5 * Math.log1p(10 + 20 * i))),
      rounded,
    );
    expect(areas.filter(({ entrants }) => entrants.kind === 'low').length).toBeGreaterThan(50);
    const { distanceSlope } = fitted(coldSpots(areas, ROUNDED_TO_5));
    expect(distanceSlope.kind === 'value' && Math.abs(distanceSlope.value + 1.5)).toBeLessThan(0.1);
  });

  it('follow their areas, whatever the order', () => {
    const areas = schoolAreas('xd-sothrake');
    const verdicts = (result: ColdSpots) => result.areas.map(({ code, verdict }) => `${code} ${verdict}`);
    expect(verdicts(fitted(coldSpots(areas.toReversed(), EXACT_COUNTS)))).toEqual(
      verdicts(fitted(coldSpots(areas, EXACT_COUNTS))),
    );
  });

  it('come first in the list, by how many are missing, and are never places of few expected', () => {
    const { areas, judged, coldByChance } = fitted(coldSpots(schoolAreas('xd-saint-ferrant'), EXACT_COUNTS));
    const cold = areas.filter(({ verdict }) => verdict === 'cold');
    expect(areas.slice(0, cold.length)).toEqual(cold);
    expect(cold.map(({ shortfall }) => shortfall)).toEqual(
      cold.map(({ shortfall }) => shortfall ?? 0).toSorted((a, b) => b - a),
    );
    expect(Math.min(...cold.map(({ expected }) => expected ?? 0))).toBeGreaterThanOrEqual(LEAST_EXPECTED);
    expect(coldByChance).toBeCloseTo(judged * 0.025, 10);
    expect(cold.length).toBeGreaterThan(2 * coldByChance);
  });

  it('leave what is withheld unjudged', () => {
    const [first, ...rest] = schoolAreas('xd-quillmarch');
    if (!first) throw new Error('No area');
    const areas = [{ ...first, entrants: { kind: 'suppressed' as const } }, ...rest];
    const result = fitted(coldSpots(areas, EXACT_COUNTS));
    expect(result.areas.find(({ code }) => code === first.code)).toMatchObject({
      verdict: 'not_known',
      expected: null,
    });
    expect(result.judged).toBe(rest.length);
  });

  it('count all spread as noise where deprivation is not loaded', () => {
    const areas = schoolAreas('xd-quillmarch').map((area) => ({ ...area, deprivationScore: null, nonWhitePct: null }));
    const result = fitted(coldSpots(areas, EXACT_COUNTS));
    expect(result.spread).toBe('all');
    expect(result.overdispersion).toBeGreaterThan(3);
  });

  it('of twelve people name nobody, and of nothing give no list', () => {
    const twelve = fitted(coldSpots(rowOfAreas([4, 3, 2, 1, 1, 1, 0, 0, 0, 0]), EXACT_COUNTS));
    expect(coldIn(twelve)).toEqual([]);
    expect(twelve.areas.every(({ verdict }) => verdict === 'too_small')).toBe(true);
    expect(coldSpots([], EXACT_COUNTS)).toEqual({ kind: 'none', reason: 'too_few_areas' });
    expect(coldSpots(rowOfAreas([0, 0, 0, 0, 0, 0]), EXACT_COUNTS)).toEqual({ kind: 'none', reason: 'no_events' });
  });
});
