import { describe, expect, it } from 'vitest';
import { type EngineMemory, inKernel, PLAIN_MEMORY } from '@/lib/domain/pathway/engine/kernel/engine-memory';
import { pathwayExample } from '@/lib/testing/pathway-example';
import { compileOption } from './compiled-option';
import { compilePathway } from './compiled-pathway';
import type { PathwayInput } from './pathway-input';
import { NO_OPTION, type PathwayDraw, type PathwayOption } from './pathway-option';
import { runPathway } from './run-pathway';
import { REGION_METRICS, type RegionMetric, regionCell, yearCell } from './run-record';
import { runState } from './run-state';

const CENTRAL: PathwayDraw = {
  parameters: {},
  shifts: [],
  hazardRatios: [],
  careerShifts: [],
  careerHazardRatios: [],
};
const GROUPS = ['general_practice', 'psychiatry', 'paediatrics'] as const;
const small = pathwayExample(3, 8, GROUPS);
const scope = {
  group: null,
  fromYear: 2028,
  toYear: 2031,
  leverIds: ['golden-hello'],
  intensity: 1,
  regionCode: 'XR-1',
};
const shifted: PathwayOption = { ...NO_OPTION, shifts: [{ ...scope, node: 'specialty_entry', tied: null }] };

type Build = <T>(make: (memory: EngineMemory) => T) => T;
const ENGINES: readonly (readonly [string, Build])[] = [
  ['plain', (make) => make(PLAIN_MEMORY)],
  ['kernel', inKernel],
];

const runner =
  (build: Build) =>
  (input: PathwayInput, option: PathwayOption = NO_OPTION, draw: Partial<PathwayDraw> = {}) => {
    const compiled = compilePathway(input);
    const state = build((memory) => runState(compiled, [], memory));
    const record = new Float64Array(state.layout.length);
    runPathway(state, { option: compileOption(compiled, option), draw: { ...CENTRAL, ...draw } }, record, 'every_year');
    const of = (metric: RegionMetric, year: number): number[] => {
      const from = regionCell(state.layout, metric, year);
      return [...record.subarray(from, from + input.regions.length)];
    };
    return { record, state, of, layout: state.layout, compiled };
  };
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe.each(ENGINES)('runPathway, %s', (_name, build) => {
  const run = runner(build);
  const baseline = run(small);

  it('keeps everybody and leaves no hole over fifteen years of thirteen regions', () => {
    expect(() => run(pathwayExample(13, 15))).not.toThrow();
  });

  it('fills the same posts whatever the order of regions', () => {
    const order = [2, 0, 1];
    const moved = run({ ...small, regions: order.flatMap((i) => small.regions[i] ?? []) });
    for (const metric of REGION_METRICS) {
      for (const year of [0, 3, 7]) {
        const expected = order.map((i) => baseline.of(metric, year)[i] ?? 0);
        expect(moved.of(metric, year)).toEqual(expected.map((value) => expect.closeTo(value, 5)));
      }
    }
  });

  it('is the baseline to the last bit with a lever of no effect', () => {
    const idle = run(small, { ...shifted, hazards: [{ ...scope, tied: null }] }, { shifts: [0], hazardRatios: [1] });
    expect(idle.record).toEqual(baseline.record);
  });

  it('gives the same bytes whatever was run before on the same memory', () => {
    const { compiled, state } = run(small);
    const record = new Float64Array(state.layout.length);
    const option = compileOption(compiled, shifted);
    runPathway(state, { option, draw: { ...CENTRAL, parameters: { stayConstant: 2 }, shifts: [0.7] } }, record);
    runPathway(state, { option: compileOption(compiled, NO_OPTION), draw: CENTRAL }, record);
    expect(record).toEqual(baseline.record);
  });

  it('keeps shares where doctors and posts double', () => {
    const twice = (people: PathwayInput['leavers'][number]['people']) =>
      typeof people === 'number' ? 2 * people : people.map((one) => 2 * one);
    const { opening } = small;
    const doubled = run({
      ...small,
      leavers: small.leavers.map((flow) => ({ ...flow, people: twice(flow.people) })),
      posts: small.posts.map((post) => ({ ...post, posts: twice(post.posts) })),
      externals: small.externals.map((one) => ({ ...one, people: twice(one.people) })),
      opening: {
        ...opening,
        foundation: opening.foundation.map((one) => ({ ...one, people: 2 * one.people })),
        gap: opening.gap.map((one) => ({ ...one, people: 2 * one.people })),
        training: opening.training.map((one) => ({ ...one, people: 2 * one.people })),
        higherPool: opening.higherPool.map((one) => ({ ...one, people: 2 * one.people })),
        careers: opening.careers.map((one) => ({ ...one, people: 2 * one.people, fte: 2 * one.fte })),
        settling: opening.settling.map((one) => ({ ...one, people: 2 * one.people })),
        left: 2 * opening.left,
      },
    });
    for (const metric of REGION_METRICS) {
      expect(doubled.of(metric, 7).map((value) => value / 2)).toEqual(
        baseline.of(metric, 7).map((value) => expect.closeTo(value, 5)),
      );
    }
  });

  it('takes nothing before its first year and gains where it acts', () => {
    const lifted = run(small, shifted, { shifts: [0.4] });
    const gain = (year: number): number =>
      (lifted.of('filledEntry', year)[1] ?? 0) - (baseline.of('filledEntry', year)[1] ?? 0);
    expect([gain(0), gain(1)]).toEqual([0, 0]);
    expect(gain(2)).toBeGreaterThan(0.5);
    expect(lifted.of('filledEntry', 2)[0]).toBeLessThanOrEqual((baseline.of('filledEntry', 2)[0] ?? 0) + 1e-7);
  });

  it('keeps more trainees at a lower hazard, and more of them reach CCT', () => {
    const kept = run(
      small,
      { ...NO_OPTION, hazards: [{ ...scope, tied: null, group: 'general_practice' }] },
      { hazardRatios: [0.5] },
    );
    expect(kept.of('leftTraining', 3)[1]).toBeLessThan((baseline.of('leftTraining', 3)[1] ?? 0) - 1);
    expect(sum(kept.of('ccts', 6))).toBeGreaterThan(sum(baseline.of('ccts', 6)) + 1);
  });

  it('keeps more doctors in F1 and F2 alone where only their hazard is lower', () => {
    const hazards = [{ ...scope, tied: null, group: 'foundation' as const }];
    const kept = run(small, { ...NO_OPTION, hazards }, { hazardRatios: [0.01] });
    const first = scope.fromYear - small.startYear;
    expect(kept.of('leftTraining', first)).toEqual(baseline.of('leftTraining', first));
    expect(sum(kept.of('filledFoundation', first))).toBe(sum(baseline.of('filledFoundation', first)));
    // Who stayed in F2 applies the year after.
    expect(sum(kept.of('demandEntry', first))).toBe(sum(baseline.of('demandEntry', first)));
    expect(sum(kept.of('demandEntry', first + 1))).toBeGreaterThan(sum(baseline.of('demandEntry', first + 1)));
  });

  it('takes doctors who stay in a region on without competition where a programme becomes run-through', () => {
    const { runThrough: _, ...rest } = NO_OPTION;
    const through = run(small, {
      ...rest,
      runThrough: [
        { group: 'psychiatry', regionCode: 'XR-0', fromYear: 2026, toYear: 2033, leverIds: ['run-through'] },
      ],
    });
    expect(through.of('filledHigher', 1)[0]).toBeGreaterThan(0);
    expect(through.record).not.toEqual(baseline.record);
  });

  it('costs in proportion to the price, and nothing without one', () => {
    const cost = { ...scope, node: 'specialty_entry' as const, coverage: 0.5, yearsPaid: 3, fixedPerYearGbp: 0 };
    const total = (perEntrantPerYearGbp: number): number => {
      const { record, layout } = run(
        small,
        { ...shifted, costs: [{ ...cost, perEntrantPerYearGbp }] },
        { shifts: [0.2] },
      );
      return sum(Array.from({ length: 8 }, (_, year) => record[yearCell(layout, 'costGbp', year)] ?? 0));
    };
    expect(total(0)).toBe(0);
    expect(total(6_000)).toBeGreaterThan(100_000);
    expect(total(12_000) / total(6_000)).toBeCloseTo(2, 12);
  });

  it('leaves feedbacks off unless they are switched on', () => {
    const { switches } = small;
    const vacancyBurnout = { prevalence: 0.2, burnoutPer10Points: 0.1, hazardRatio: 1.8 };
    const fed = run({ ...small, switches: { ...switches, feedbacks: { ...switches.feedbacks, vacancyBurnout } } });
    expect(fed.of('leftTraining', 0)).toEqual(baseline.of('leftTraining', 0));
    expect(sum(fed.of('leftTraining', 3))).toBeGreaterThan(sum(baseline.of('leftTraining', 3)));
    const capped = run({
      ...small,
      switches: { ...switches, feedbacks: { ...switches.feedbacks, supervisorCap: { traineesPerFte: 0.05 } } },
    });
    expect(sum(capped.of('filledHigher', 4))).toBeLessThan(sum(baseline.of('filledHigher', 4)));
    const nurses = { elasticity: 0.16, changes: [{ regionCode: 'XR-0', change: 0.1 }] };
    const kept = run({
      ...small,
      switches: { ...switches, feedbacks: { ...switches.feedbacks, nurseRetention: nurses } },
    });
    expect(kept.of('leftTraining', 1)[0]).toBeLessThan(baseline.of('leftTraining', 1)[0] ?? 0);
  });
});
