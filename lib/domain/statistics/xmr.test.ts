import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type XmrInput, xmr } from './xmr';

const series = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 13, maxLength: 60 });

const pointsOf = (input: XmrInput) => {
  const result = xmr(input);
  if (result.kind === 'refused') throw new Error(result.reason);
  return result.points;
};

describe('xmr', () => {
  it('puts the mean between its limits, and narrows them no more than to it by screening', () => {
    fc.assert(
      fc.property(series, (values) => {
        const [all, screened] = [false, true].map(
          (screenOutliers) => pointsOf({ values, improvement: 'up', screenOutliers })[0],
        );
        expect(all?.lower ?? Number.NaN).toBeLessThanOrEqual(all?.mean ?? 0);
        expect(all?.upper ?? Number.NaN).toBeGreaterThanOrEqual(all?.mean ?? 0);
        return screened?.upper === null || (screened?.upper ?? 0) <= (all?.upper ?? 0) + 1e-9;
      }),
    );
  });

  it('labels a series turned upside down with the opposite labels', () => {
    const opposite = new Map([
      ['above_upper_limit', 'below_lower_limit'],
      ['below_lower_limit', 'above_upper_limit'],
      ['trend_increasing', 'trend_decreasing'],
      ['trend_decreasing', 'trend_increasing'],
      ['two_in_three_above', 'two_in_three_below'],
      ['two_in_three_below', 'two_in_three_above'],
      ['shift_above', 'shift_below'],
      ['shift_below', 'shift_above'],
      ['common_cause', 'common_cause'],
    ]);
    fc.assert(
      fc.property(series, (values) => {
        const labels = pointsOf({ values: values.map((value) => value * 64), improvement: 'up' }).map(
          ({ label }) => label,
        );
        const turned = pointsOf({ values: values.map((value) => value * -64), improvement: 'up' }).map(
          ({ label }) => label,
        );
        expect(turned).toEqual(labels.map((label) => opposite.get(label)));
      }),
    );
  });

  it('starts anew where it is rebased', () => {
    fc.assert(
      fc.property(series, series, (before, after) => {
        const joined = pointsOf({ values: [...before, ...after], improvement: 'down', rebaseAt: before.length });
        expect(joined).toEqual([
          ...pointsOf({ values: before, improvement: 'down' }),
          ...pointsOf({ values: after, improvement: 'down' }),
        ]);
      }),
    );
  });

  it('tells improvement from concern by direction alone', () => {
    const rising = Array.from({ length: 20 }, (_, i) => 10 + (i < 12 ? i % 2 : i));
    const last = (improvement: XmrInput['improvement']) => pointsOf({ values: rising, improvement }).at(-1)?.type;
    expect([last('up'), last('down'), last('neutral')]).toEqual(['improvement', 'concern', 'neutral_high']);
    expect(pointsOf({ values: rising.map((value) => -value), improvement: 'neutral' }).at(-1)?.type).toBe(
      'neutral_low',
    );
  });

  it('says whether the process as it is would meet a target', () => {
    const values = Array.from({ length: 14 }, (_, i) => 10 + (i % 2));
    const assurance = (target: number | undefined, improvement: XmrInput['improvement']) => {
      const result = xmr({ values, improvement, ...(target === undefined ? {} : { target }) });
      return result.kind === 'computed' ? result.assurance : result.reason;
    };
    expect([assurance(20, 'up'), assurance(1, 'up'), assurance(10, 'up')]).toEqual([
      'consistent_fail',
      'consistent_pass',
      'inconsistent',
    ]);
    expect([assurance(20, 'down'), assurance(1, 'down'), assurance(10, 'down')]).toEqual([
      'consistent_pass',
      'consistent_fail',
      'inconsistent',
    ]);
    expect([assurance(20, 'neutral'), assurance(undefined, 'up')]).toEqual([null, null]);
  });

  it('leaves ranges beyond their limit out unless told not to', () => {
    const values = [10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 60, 10, 11];
    const input = { values, improvement: 'up' } as const;
    expect(xmr(input)).toEqual(xmr({ ...input, screenOutliers: true }));
    expect(xmr(input)).not.toEqual(xmr({ ...input, screenOutliers: false }));
  });

  it('takes a target on a limit as met now and then, and says nothing of a series that never moves', () => {
    const values = Array.from({ length: 14 }, (_, i) => 10 + (i % 2));
    const { upper, lower } = pointsOf({ values, improvement: 'up' })[0] ?? {};
    for (const target of [upper ?? 0, lower ?? 0]) {
      expect(xmr({ values, improvement: 'up', target })).toMatchObject({ assurance: 'inconsistent' });
    }
    const still = xmr({ values: values.map(() => 5), improvement: 'up', target: 4 });
    expect(still).toMatchObject({
      assurance: null,
      points: expect.arrayContaining([expect.objectContaining({ lower: null, upper: null, label: 'common_cause' })]),
    });
  });

  it('judges a target against the process as it is since it was rebased', () => {
    const values = Array.from({ length: 28 }, (_, i) => (i < 14 ? 10 : 40) + (i % 2));
    const input = { values, improvement: 'up', target: 30 } as const;
    expect(xmr({ ...input, rebaseAt: 14 })).toMatchObject({ assurance: 'consistent_pass' });
    expect(xmr({ ...input, values: values.slice(0, 14) })).toMatchObject({ assurance: 'consistent_fail' });
  });

  it('starts anew from the second point at the earliest', () => {
    const at = (rebaseAt: number) => xmr({ values: [1, 2, 3, 4], improvement: 'up', rebaseAt }).kind;
    expect([at(1), at(2)]).toEqual(['refused', 'computed']);
  });

  it('refuses what is out of its domain', () => {
    const values = [1, 2, 3, 4];
    expect(xmr({ values: [1], improvement: 'up' })).toEqual({ kind: 'refused', reason: 'too_few_values' });
    expect(xmr({ values, improvement: 'up', rebaseAt: 3 })).toEqual({ kind: 'refused', reason: 'too_few_values' });
    expect(xmr({ values, improvement: 'up', rebaseAt: 2.5 })).toEqual({ kind: 'refused', reason: 'out_of_range' });
    expect(xmr({ values, improvement: 'up', fixAfter: 1 })).toEqual({ kind: 'refused', reason: 'out_of_range' });
    expect(xmr({ values: [1, Number.NaN], improvement: 'up' })).toEqual({ kind: 'refused', reason: 'not_finite' });
    expect(xmr({ values, improvement: 'up', target: Number.NaN })).toEqual({ kind: 'refused', reason: 'not_finite' });
  });
});
