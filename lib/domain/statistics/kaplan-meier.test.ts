import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier, survivalAt } from './kaplan-meier';
import { logRank } from './log-rank';

const people = fc.array(
  fc.record({ time: fc.integer({ min: 0, max: 60 }), left: fc.boolean(), isInFirstGroup: fc.boolean() }),
  {
    minLength: 1,
    maxLength: 80,
  },
);
type People = readonly { readonly time: number; readonly left: boolean; readonly isInFirstGroup: boolean }[];

const curveOf = (all: People) => {
  const curve = kaplanMeier({ times: all.map(({ time }) => time), left: all.map(({ left }) => left) });
  if (curve.kind === 'refused') throw new Error(curve.reason);
  return curve;
};

describe('kaplanMeier', () => {
  it('never rises, stays between 0 and 1 and within its limits', () => {
    fc.assert(
      fc.property(people, (all) => {
        const { steps } = curveOf(all);
        return steps.every(({ survival, interval }, i) => {
          const before = steps[i - 1]?.survival ?? 1;
          const isHeld =
            !interval ||
            (0 <= interval.lower && interval.lower <= survival && survival <= interval.upper && interval.upper <= 1);
          return survival >= 0 && survival <= before && isHeld;
        });
      }),
    );
  });

  it('is the plain share left where nobody is lost from follow-up', () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 0, max: 60 }), (all, time) => {
        const curve = curveOf(all.map((person) => ({ ...person, left: true })));
        const stayed = all.filter((person) => person.time > time).length / all.length;
        expect(survivalAt(curve, time)).toMatchObject({ survival: expect.closeTo(stayed, 10) });
      }),
    );
  });

  it('does not depend on the order of the people, and the median scales with time', () => {
    fc.assert(
      fc.property(people, (all) => {
        const curve = curveOf(all);
        const doubled = curveOf([...all].reverse().map((person) => ({ ...person, time: 2 * person.time })));
        expect(doubled.steps.map(({ survival }) => survival)).toEqual(curve.steps.map(({ survival }) => survival));
        expect(doubled.medianTime).toBe(curve.medianTime === null ? null : 2 * curve.medianTime);
      }),
    );
  });

  it('counts who leaves before whose follow-up ends at the same time', () => {
    const curve = kaplanMeier({ times: [5, 5, 8], left: [true, false, false] });
    expect(curve).toMatchObject({ steps: [{ time: 5, atRisk: 3, events: 1, survival: 2 / 3 }], medianTime: null });
  });

  it('takes the middle of a stretch at exactly one half as the median', () => {
    expect(kaplanMeier({ times: [1, 2, 4, 7], left: [true, true, true, true] })).toMatchObject({ medianTime: 3 });
    expect(kaplanMeier({ times: [1, 2, 4, 7], left: [true, true, false, false] })).toMatchObject({ medianTime: 2 });
    expect(kaplanMeier({ times: [1, 2, 4], left: [true, true, true] })).toMatchObject({ medianTime: 2 });
  });

  it('is 1 without interval before the first step, and has no interval at 0', () => {
    const curve = curveOf([{ time: 5, left: true, isInFirstGroup: true }]);
    expect(survivalAt(curve, 4)).toEqual({ kind: 'computed', survival: 1, interval: null });
    expect(survivalAt(curve, 5)).toMatchObject({ survival: 0, interval: null });
  });

  it('refuses what is out of its domain', () => {
    expect(kaplanMeier({ times: [], left: [] })).toEqual({ kind: 'refused', reason: 'too_few_values' });
    expect(kaplanMeier({ times: [1], left: [] })).toEqual({ kind: 'refused', reason: 'lengths_differ' });
    expect(kaplanMeier({ times: [-1], left: [true] })).toEqual({ kind: 'refused', reason: 'negative_events' });
    expect(kaplanMeier({ times: [Number.NaN], left: [true] })).toEqual({ kind: 'refused', reason: 'not_finite' });
  });
});

describe('logRank', () => {
  it('is the same with the groups exchanged and never below 0', () => {
    fc.assert(
      fc.property(people, (all) => {
        const one = logRank(all);
        const other = logRank(all.map((person) => ({ ...person, isInFirstGroup: !person.isInFirstGroup })));
        if (one.kind === 'refused' || other.kind === 'refused') return one.kind === other.kind;
        expect(other.chiSquared).toBeCloseTo(one.chiSquared, 8);
        return one.chiSquared >= 0;
      }),
    );
  });

  it('is 0 where both groups leave alike', () => {
    const both = [1, 2, 3].flatMap((time) =>
      [true, false].map((isInFirstGroup) => ({ time, left: true, isInFirstGroup })),
    );
    expect(logRank(both)).toMatchObject({ chiSquared: expect.closeTo(0, 12) });
  });

  it('refuses where there is nothing to compare', () => {
    const one = { time: 1, left: true, isInFirstGroup: true };
    expect(logRank([])).toEqual({ kind: 'refused', reason: 'no_variation' });
    expect(logRank([one, one])).toEqual({ kind: 'refused', reason: 'no_variation' });
    expect(logRank([{ ...one, time: -1 }])).toEqual({ kind: 'refused', reason: 'negative_events' });
    expect(logRank([{ ...one, time: Number.NaN }])).toEqual({ kind: 'refused', reason: 'not_finite' });
  });
});
