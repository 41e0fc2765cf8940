import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logisticRegression } from './logistic-regression';
import { poissonRegression } from './poisson-regression';
import { isSeparatingStep, logisticFamily, poissonFamily } from './regression-family';

const covariate = fc.integer({ min: -30, max: 30 }).map((tenths) => tenths / 10);
const countRows = fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), covariate, fc.integer({ min: 1, max: 500 })), {
  minLength: 6,
  maxLength: 40,
});
const outcomeRows = fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), covariate), { minLength: 6, maxLength: 40 });

const allowed = ['no_events', 'no_variation', 'separated', 'collinear'];

const poissonOf = (rows: readonly (readonly [number, number, number])[]) =>
  poissonRegression({
    observed: rows.map(([y]) => y),
    covariates: [rows.map(([, x]) => x)],
    exposures: rows.map(([, , exposure]) => exposure),
  });

const logisticOf = (rows: readonly (readonly [number, number])[]) =>
  logisticRegression({ observed: rows.map(([y]) => y), covariates: [rows.map(([, x]) => x)] });

describe('poissonRegression', () => {
  it('fits the total and the covariate’s total exactly, or says why not', () => {
    fc.assert(
      fc.property(countRows, (rows) => {
        const fit = poissonOf(rows);
        if (fit.kind === 'refused') return allowed.includes(fit.reason);
        const gap = (weight: (i: number) => number) =>
          rows.reduce((all, [y], i) => all + weight(i) * (y - (fit.fitted[i] ?? Number.NaN)), 0);
        const size = rows.reduce((all, [y]) => all + y, 1);
        expect(Math.abs(gap(() => 1)) / size).toBeLessThan(1e-8);
        return Math.abs(gap((i) => rows[i]?.[1] ?? 0)) / size < 1e-7;
      }),
    );
  });

  it('does not depend on the order of the rows, nor, but for the constant, on the unit of exposure', () => {
    fc.assert(
      fc.property(countRows, (rows) => {
        const fit = poissonOf(rows);
        const other = poissonOf([...rows].reverse().map(([y, x, exposure]) => [y, x, exposure * 1_000]));
        if (fit.kind === 'refused' || other.kind === 'refused') return true;
        expect(other.coefficients[1]).toBeCloseTo(fit.coefficients[1] ?? Number.NaN, 6);
        expect(other.coefficients[0]).toBeCloseTo((fit.coefficients[0] ?? Number.NaN) - Math.log(1_000), 6);
        expect(other.deviance).toBeCloseTo(fit.deviance, 6);
        return true;
      }),
    );
  });

  it('is the log of the pooled rate without covariates', () => {
    const fit = poissonRegression({ observed: [3, 5, 4], covariates: [], exposures: [10, 20, 30] });
    expect(fit).toMatchObject({
      coefficients: [expect.closeTo(Math.log(12 / 60), 12)],
      modelErrors: [expect.closeTo(1 / Math.sqrt(12), 12)],
    });
  });

  it('flags a covariate that singles out rows without events', () => {
    const observed = [0, 0, 4, 6, 3, 5];
    expect(poissonRegression({ observed, covariates: [[1, 1, 0, 0, 0, 0]] })).toEqual({
      kind: 'refused',
      reason: 'separated',
    });
    expect(poissonRegression({ observed, covariates: [[0, 0, 1, 1, 1, 1]] })).toEqual({
      kind: 'refused',
      reason: 'separated',
    });
  });

  it('settles from a poor start, with an extreme row', () => {
    const fit = poissonRegression({
      observed: [0, 0, 0, 0, 1e6, 1, 2],
      covariates: [[0, 0.1, 0.2, 0.3, 40, 0.2, 0.1]],
    });
    expect(fit).toMatchObject({ kind: 'computed', deviance: expect.any(Number) });
  });

  it('finds the maximum where whole steps run past it: every covariate’s total is fitted', () => {
    const observed = [29, 0, 6, 4480, 1037, 0, 0];
    const covariates = [
      [1, 1, 0, 0, 1, 0, 8],
      [1, 9, 0, -1, -27, 2, 4],
      [1, 0, 1, 0, 1, 0, 0],
    ];
    const fit = poissonRegression({ observed, covariates });
    if (fit.kind === 'refused') throw new Error(fit.reason);
    for (const column of [observed.map(() => 1), ...covariates]) {
      const gap = column.reduce((all, x, i) => all + x * ((observed[i] ?? 0) - (fit.fitted[i] ?? 0)), 0);
      expect(Math.abs(gap)).toBeLessThan(1e-5);
    }
  });

  it('refuses what is out of its domain', () => {
    const observed = [1, 2, 3, 4];
    expect(
      poissonRegression({
        observed,
        covariates: [
          [1, 2, 3, 4],
          [2, 4, 6, 8],
        ],
      }),
    ).toEqual({ kind: 'refused', reason: 'collinear' });
    expect(poissonRegression({ observed, covariates: [[5, 5, 5, 5]] })).toEqual({
      kind: 'refused',
      reason: 'collinear',
    });
    expect(poissonRegression({ observed: [1, 2], covariates: [[1, 2]] })).toEqual({
      kind: 'refused',
      reason: 'too_few_values',
    });
    expect(poissonRegression({ observed: [0, 0, 0], covariates: [[1, 2, 4]] })).toEqual({
      kind: 'refused',
      reason: 'no_events',
    });
    expect(poissonRegression({ observed: [-1, 2, 3], covariates: [] })).toEqual({
      kind: 'refused',
      reason: 'negative_events',
    });
    expect(poissonRegression({ observed, covariates: [[1, 2]] })).toEqual({
      kind: 'refused',
      reason: 'lengths_differ',
    });
    expect(poissonRegression({ observed, covariates: [], exposures: [1, 1, 1, 0] })).toEqual({
      kind: 'refused',
      reason: 'no_denominator',
    });
    expect(poissonRegression({ observed, covariates: [[1, 2, 3, Number.NaN]] })).toEqual({
      kind: 'refused',
      reason: 'not_finite',
    });
  });
});

describe('logisticRegression', () => {
  it('fits the number of events exactly, or says why not', () => {
    fc.assert(
      fc.property(outcomeRows, (rows) => {
        const fit = logisticOf(rows);
        if (fit.kind === 'refused') return allowed.includes(fit.reason);
        const events = rows.reduce((all, [y]) => all + y, 0);
        expect(fit.fitted.reduce((all, p) => all + p, 0)).toBeCloseTo(events, 6);
        return fit.fitted.every((p) => p >= 0 && p <= 1);
      }),
    );
  });

  it('turns its signs where the outcome is turned round', () => {
    fc.assert(
      fc.property(outcomeRows, (rows) => {
        const fit = logisticOf(rows);
        const turned = logisticOf(rows.map(([y, x]) => [1 - y, x]));
        if (fit.kind === 'refused') return turned.kind === 'refused' && turned.reason === fit.reason;
        if (turned.kind === 'refused') return false;
        expect(turned.coefficients[1]).toBeCloseTo(-(fit.coefficients[1] ?? Number.NaN), 5);
        return true;
      }),
    );
  });

  it('flags an outcome split perfectly by any covariate, wherever the split lies', () => {
    const rows = fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 6, maxLength: 30 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 5 }), (values, position) => {
        const sorted = [...values].sort((a, b) => a - b);
        const split = sorted[position] ?? 0;
        const observed = values.map((value) => (value >= split ? 1 : 0));
        expect(logisticRegression({ observed, covariates: [values] })).toEqual({
          kind: 'refused',
          reason: 'separated',
        });
      }),
    );
  });

  it('flags a group in which everybody has the outcome', () => {
    const observed = [1, 1, 1, 0, 1, 0, 1, 0];
    expect(logisticRegression({ observed, covariates: [[1, 1, 1, 0, 0, 0, 0, 0]] })).toEqual({
      kind: 'refused',
      reason: 'separated',
    });
    expect(logisticRegression({ observed, covariates: [[0, 0, 0, 1, 1, 1, 1, 1]] })).toEqual({
      kind: 'refused',
      reason: 'separated',
    });
  });

  it('finds the maximum where whole steps run past it: every covariate’s total is fitted', () => {
    const observed = [1, 0, 1, 0, 1, 1, 0, 1, 0, 1];
    const covariates = [
      [8, 4, 9, 1, 81, 16, 16, 1, -1, 1],
      [1, 1, 1, 1, 16, 0, 27, 1, 1, 0],
    ];
    const fit = logisticRegression({ observed, covariates });
    if (fit.kind === 'refused') throw new Error(fit.reason);
    for (const column of [observed.map(() => 1), ...covariates]) {
      const gap = column.reduce((all, x, i) => all + x * ((observed[i] ?? 0) - (fit.fitted[i] ?? 0)), 0);
      expect(Math.abs(gap)).toBeLessThan(1e-8);
    }
  });

  it('is the log odds without covariates', () => {
    const fit = logisticRegression({ observed: [1, 0, 0, 0], covariates: [] });
    expect(fit).toMatchObject({ coefficients: [expect.closeTo(Math.log(1 / 3), 10)] });
  });

  it('refuses what is out of its domain', () => {
    const observed = [1, 0, 1, 0];
    expect(logisticRegression({ observed: [1, 1, 1], covariates: [] })).toEqual({
      kind: 'refused',
      reason: 'no_variation',
    });
    expect(logisticRegression({ observed: [0, 0, 0], covariates: [] })).toEqual({
      kind: 'refused',
      reason: 'no_variation',
    });
    expect(logisticRegression({ observed: [1, 0, 0.5], covariates: [] })).toEqual({
      kind: 'refused',
      reason: 'out_of_range',
    });
    expect(logisticRegression({ observed, covariates: [[3, 3, 3, 3]] })).toEqual({
      kind: 'refused',
      reason: 'collinear',
    });
    expect(logisticRegression({ observed, covariates: [[3, 3, 3]] })).toEqual({
      kind: 'refused',
      reason: 'lengths_differ',
    });
    expect(logisticRegression({ observed: [1, 0], covariates: [[1, 2]] })).toEqual({
      kind: 'refused',
      reason: 'too_few_values',
    });
    expect(logisticRegression({ observed, covariates: [[3, 3, 3, Number.NaN]] })).toEqual({
      kind: 'refused',
      reason: 'not_finite',
    });
  });
});

describe('isSeparatingStep', () => {
  it('needs a step that improves some rows and harms none', () => {
    expect(isSeparatingStep(logisticFamily, [1, 0, 1], [2, -1, 0])).toBe(true);
    expect(isSeparatingStep(logisticFamily, [1, 0, 1], [2, 1, 0])).toBe(false);
    expect(isSeparatingStep(logisticFamily, [1, 0], [0, 0])).toBe(false);
    expect(isSeparatingStep(logisticFamily, [1, 0], [Number.POSITIVE_INFINITY, 0])).toBe(false);
    expect(isSeparatingStep(poissonFamily, [5, 0], [0, -1])).toBe(true);
    expect(isSeparatingStep(poissonFamily, [5, 0], [0.1, -1])).toBe(false);
    expect(isSeparatingStep(poissonFamily, [5, 0], [0, 1])).toBe(false);
  });
});
