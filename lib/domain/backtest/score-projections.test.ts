import { describe, expect, it } from 'vitest';
import type { LoadedRound } from '@/lib/domain/pathway-baseline/loaded-pathway';
import { pathwayExample } from '@/lib/testing/pathway-example';
import { scoreProjection } from './score-projections';

const band = (median: number) => ({
  median,
  mean: median,
  lower80: median - 10,
  upper80: median + 10,
  lower95: null,
  upper95: null,
});
const { programmes } = pathwayExample();
const post = { node: 'specialty_entry', regionCode: 'XR-1' } as const;
const projection = {
  regionCode: 'XR-1',
  input: {
    startYear: 2026,
    programmes,
    posts: [
      { ...post, group: 'general_practice', posts: 100 } as const,
      { ...post, group: 'medicine', posts: [50, 60] } as const,
      { ...post, node: 'foundation', group: null, posts: 500 } as const,
      { ...post, regionCode: 'XR-2', group: 'general_practice', posts: 40 } as const,
    ],
  },
  years: [130, 131, 132, 133].map((median) => ({ baseline: band(median), option: band(median + 5) })),
};
const round = (year: number, specialty: string, posts: number, accepts: number): LoadedRound => ({
  year,
  regionCode: 'XR-1',
  specialty,
  level: 'CT1/ST1',
  posts,
  accepts,
});

describe('a stored projection', () => {
  it('is compared with years that were loaded after its start, of its own programmes and region', () => {
    const rounds = [
      round(2026, 'General practice', 100, 90),
      round(2027, 'General practice', 110, 80),
      round(2027, 'Cardiology', 55, 40),
      round(2027, 'Paediatrics', 30, 30),
      { ...round(2027, 'General practice', 40, 40), regionCode: 'XR-2' },
      round(2029, 'General practice', 110, 146),
    ];
    const scores = scoreProjection(projection, rounds);
    expect(scores).toMatchObject([
      { year: 2027, assumedPosts: 150, offeredPosts: 165, accepts: 120, isWithin80: false, isWithin95: null },
      // More accepts than posts count as all of them filled.
      { year: 2029, offeredPosts: 110, accepts: 110, isWithin80: false, isAcross: false },
    ]);
    expect(scoreProjection(projection, [round(2027, 'General practice', 150, 121)])).toMatchObject([
      { accepts: 121, isWithin80: true },
    ]);
  });

  it('says where the rules changed since its start', () => {
    const early = { ...projection, input: { ...projection.input, startYear: 2024 } };
    const rounds = [2025, 2026].map((year) => round(year, 'General practice', 100, 90));
    expect(scoreProjection(early, rounds).map(({ isAcross }) => isAcross)).toEqual([false, true]);
  });

  it('is not compared with its start year, which it was fitted to', () => {
    expect(scoreProjection(projection, [round(2026, 'General practice', 100, 90)])).toEqual([]);
  });
});
