import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_OPTION, type PathwayDraw, type PathwayOption } from '@/lib/domain/pathway/engine/pathway-option';
import { pathwayRunner, runDraws } from '@/lib/domain/pathway/engine/pathway-runner';
import { SPECIALTY_GROUPS } from '@/lib/domain/pathway/specialty-group';
import { pathwayExample } from '@/lib/testing/pathway-example';
import { compileKernel, kernelModule, readKernelModule } from '@/scripts/kernel.mjs';
import { PLAIN_MEMORY } from './engine-memory';

/** Relative to the size of the figure, or to one person where it is less. */
const AGREED = 1e-10;

const scope = { regionCode: 'XR-0', fromYear: 2027, toYear: 2029, leverIds: ['one'], intensity: 1 };
/** Everything that an option can do, in the first region. */
const everything: PathwayOption = {
  shifts: [
    { ...scope, node: 'specialty_entry', group: null, tied: null },
    { ...scope, node: 'higher_entry', group: 'psychiatry', tied: true },
    { ...scope, node: 'foundation', group: null, tied: false },
  ],
  hazards: [
    { ...scope, group: null, tied: true },
    { ...scope, group: 'foundation', tied: null },
  ],
  careerShifts: [{ ...scope, kind: 'gp' }],
  careerHazards: [{ ...scope, kind: null }],
  costs: [
    {
      ...scope,
      node: 'specialty_entry',
      group: null,
      coverage: 1,
      perEntrantPerYearGbp: 5_000,
      yearsPaid: 2,
      fixedPerYearGbp: 100,
    },
  ],
  runThrough: [{ group: 'psychiatry', regionCode: 'XR-0', fromYear: 2028, toYear: 2030, leverIds: ['two'] }],
  ltft: [{ ...scope, group: null, shareAdded: 0.1 }],
};

const chance = (from: number, to: number) => fc.double({ min: from, max: to, noNaN: true });
const drawn: fc.Arbitrary<PathwayDraw> = fc.record({
  parameters: fc.record({
    stayConstant: chance(0, 2.5),
    distancePer100Km: chance(-0.8, 0),
    nestDissimilarity: fc.oneof(fc.constant(1), chance(0.3, 1)),
    attritionFactor: chance(0, 3),
    stayPerYear: chance(0, 0.5),
  }),
  shifts: fc.tuple(chance(-1, 2), chance(-1, 2), chance(0, 1)),
  hazardRatios: fc.tuple(chance(0.3, 1.5), chance(0.3, 1.5)),
  careerShifts: fc.tuple(chance(0, 1)),
  careerHazardRatios: fc.tuple(chance(0.5, 1.2)),
});

const world = fc
  .record({
    size: fc.integer({ min: 1, max: 9 }),
    years: fc.integer({ min: 1, max: 7 }),
    regime: fc.constantFrom('before_act' as const, 'after_act' as const),
    stayConstant: fc.constantFrom('causal' as const, 'sorting' as const),
    ceiling: fc.constantFrom('on' as const, 'on' as const, 'off' as const),
    earlyYears: fc.integer({ min: 0, max: 2 }),
    posts: chance(0.3, 1.6),
    isFedBack: fc.boolean(),
  })
  .map(({ size, years, regime, stayConstant, ceiling, earlyYears, posts, isFedBack }) => {
    const example = pathwayExample(size, years, SPECIALTY_GROUPS.slice(0, 5));
    return {
      ...example,
      rates: { ...example.rates, earlyYears },
      posts: example.posts.map((one, i) => ({
        ...one,
        posts: i % 7 === 6 ? 0 : Math.round(posts * (typeof one.posts === 'number' ? one.posts : 0)),
      })),
      switches: {
        ...example.switches,
        regime,
        stayConstant,
        ceiling,
        feedbacks: {
          vacancyBurnout: isFedBack ? { prevalence: 0.2, burnoutPer10Points: 0.1, hazardRatio: 1.8 } : null,
          nurseRetention: isFedBack ? { elasticity: 0.16, changes: [{ regionCode: 'XR-0', change: 0.1 }] } : null,
          supervisorCap: isFedBack ? { traineesPerFte: 0.4 } : null,
        },
      },
    };
  });

const apart = (one: Float64Array, other: Float64Array): number =>
  one.reduce((worst, value, i) => {
    const off = Math.abs(value - (other[i] ?? 0)) / Math.max(1, Math.abs(value));
    return off <= worst ? worst : off;
  }, 0);

describe('the kernel', () => {
  it('is what its source builds', async () => {
    expect(kernelModule(await compileKernel())).toBe(readKernelModule());
  });

  it('agrees with the plain engine on any country, option and draw', () => {
    fc.assert(
      fc.property(world, fc.array(drawn, { minLength: 1, maxLength: 3 }), (input, draws) => {
        const inKernel = runDraws(pathwayRunner(input, everything), draws);
        const plain = runDraws(
          pathwayRunner(input, everything, (make) => make(PLAIN_MEMORY)),
          draws,
        );
        expect(apart(plain.baseline, inKernel.baseline)).toBeLessThan(AGREED);
        expect(apart(plain.option, inKernel.option)).toBeLessThan(AGREED);
      }),
      { numRuns: 60 },
    );
  });

  it('gives each draw the same bytes whatever it ran before, and with kept baselines', () => {
    fc.assert(
      fc.property(world, fc.array(drawn, { minLength: 3, maxLength: 3 }), (input, draws) => {
        const all = runDraws(pathwayRunner(input, everything), draws);
        const other = pathwayRunner(input, everything);
        const { length } = other.layout;
        for (const draw of [2, 0, 1]) {
          const kept = all.baseline.subarray(draw * length, (draw + 1) * length);
          const own = runDraws(other, draws, draw, draw + 1);
          expect(own.baseline).toEqual(kept);
          expect(own.option).toEqual(all.option.subarray(draw * length, (draw + 1) * length));
          expect(runDraws(other, draws, draw, draw + 1, kept)).toEqual(own);
        }
        expect(() => runDraws(other, draws, 0, 2, all.baseline)).toThrow(RangeError);
      }),
      { numRuns: 10 },
    );
  });

  it('is the baseline to the last bit with an option of no effect', () => {
    const input = pathwayExample(5, 6);
    const draw = { parameters: {}, shifts: [0, 0, 0], hazardRatios: [1], careerShifts: [0], careerHazardRatios: [1] };
    const idle = { ...everything, costs: [], runThrough: [], ltft: [] };
    const { baseline, option } = runDraws(pathwayRunner(input, idle), [draw]);
    expect(option).toEqual(baseline);
    expect(runDraws(pathwayRunner(input, NO_OPTION), [draw]).option).toEqual(baseline);
  });
});
