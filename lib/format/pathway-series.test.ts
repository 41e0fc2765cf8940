import { describe, expect, it } from 'vitest';
import type { PairedBands } from '@/lib/domain/pathway/outputs/draw-bands';
import type { PathwaySummary } from '@/lib/domain/pathway/outputs/pathway-summary';
import { lastOfferedYear } from './pathway-series';

const band = { median: 0, mean: 0, lower80: 0, upper80: 0, lower95: null, upper95: null };
const year: PairedBands = { baseline: band, option: band, difference: band };
const summary = {
  startYear: 2026,
  country: [{ measure: 'forcedMoves', years: Array.from({ length: 15 }, () => year) }],
} as unknown as PathwaySummary;
const offered = (...ends: number[]) => ({ summary, scenario: { offers: ends.map((toYear) => ({ toYear })) } });

describe('lastOfferedYear', () => {
  it('is the last year of the offer that lasts longest', () => {
    expect(lastOfferedYear(offered(2028, 2030))).toEqual({ year: 2030, at: 4 });
  });

  it('is the last year of the run where the offer goes on, or nothing is offered', () => {
    expect(lastOfferedYear(offered(2060))).toEqual({ year: 2040, at: 14 });
    expect(lastOfferedYear(offered())).toEqual({ year: 2040, at: 14 });
  });

  it('is the first year where the offer ended before the run began', () => {
    expect(lastOfferedYear(offered(2020))).toEqual({ year: 2026, at: 0 });
  });
});
