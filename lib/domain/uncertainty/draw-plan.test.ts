import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantileOf } from '@/lib/domain/levers/distribution';
import { latinHypercube } from '@/lib/domain/statistics/latin-hypercube';
import { drawParameters } from './draw-parameters';
import { DRAW_STAGES, drawRanges, PATHWAY_DRAW_BLOCKS, pathwayDraws } from './draw-plan';

const slices = (values: readonly number[]) =>
  values.map((value) => Math.floor(value * values.length)).sort((a, b) => a - b);
const whole = (size: number) => Array.from({ length: size }, (_, i) => i);

describe('pathwayDraws', () => {
  it('hits every slice once in each block, the first 64 alone among them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0 }), (seed) => {
        const sampler = pathwayDraws(seed);
        const column = whole(sampler.draws).map((draw) => sampler.at('b', draw));
        expect(slices(column.slice(0, 64))).toEqual(whole(64));
        expect(slices(column.slice(64, 256))).toEqual(whole(192));
        expect(slices(column.slice(256))).toEqual(whole(744));
      }),
    );
  });

  it('shares its first 256 draws with the recruitment round of the same seed', () => {
    const [round, pathway] = [latinHypercube(7), pathwayDraws(7)];
    expect(whole(256).filter((draw) => round.at('rho', draw) !== pathway.at('rho', draw))).toEqual([]);
  });

  it('refines: the mean of a skewed parameter settles from 64 to 256 to 1,000 draws', () => {
    const distribution = { dist: 'lognormal', median: 0.4, sdlog: 0.45 } as const;
    const mean = 0.4 * Math.exp(0.45 ** 2 / 2);
    const missAt = (draws: number) => {
      const sampled = whole(40).map((seed) => {
        const sampler = pathwayDraws(seed);
        const values = whole(draws).map((draw) => quantileOf(distribution, sampler.at('x', draw)));
        return (values.reduce((all, one) => all + one, 0) / draws - mean) ** 2;
      });
      return Math.sqrt(sampled.reduce((all, one) => all + one, 0) / sampled.length);
    };
    const [first, second, third] = DRAW_STAGES.map(missAt);
    expect(second).toBeLessThan(0.6 * (first ?? 0));
    expect(third).toBeLessThan(0.6 * (second ?? 0));
    // Plain sampling would miss by the spread over √64; the hypercube by less than a fifth of that.
    expect(first).toBeLessThan((0.2 * 0.21) / 8);
  });
});

describe('drawRanges', () => {
  it('covers each draw once and crosses no block', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DRAW_STAGES), fc.integer({ min: 1, max: 300 }), (stage, size) => {
        const ranges = drawRanges(stage, size);
        expect(ranges.flatMap(({ from, to }) => whole(to - from).map((i) => from + i))).toEqual(whole(stage));
        expect(ranges.filter(({ from, to }) => DRAW_STAGES.some((end) => from < end && to > end))).toEqual([]);
      }),
    );
    expect(PATHWAY_DRAW_BLOCKS.reduce((all, one) => all + one, 0)).toBe(DRAW_STAGES.at(-1));
  });

  it('refuses ranges of nothing', () => {
    expect(() => drawRanges(64, 0)).toThrow(RangeError);
  });
});

describe('drawParameters', () => {
  const own = { gamma: { dist: 'uniform', lo: 0, hi: 1 }, rho: { dist: 'uniform', lo: 0.5, hi: 1 } } as const;

  it('draws a parameter alike whatever else is asked for, and once', () => {
    const alone = drawParameters(() => own.rho, pathwayDraws(3), 17);
    const together = drawParameters((name: keyof typeof own) => own[name], pathwayDraws(3), 17);
    together('gamma');
    expect(together('rho')).toBe(alone('rho'));
    expect(together('rho')).toBe(together('rho'));
  });

  it('knows no draw beyond the last', () => {
    const beyond = drawParameters((name: keyof typeof own) => own[name], pathwayDraws(3), 1_000);
    expect(() => beyond('rho')).toThrow(RangeError);
  });
});
