import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gravity } from '@/lib/domain/statistics/gravity';
import { sum } from '@/lib/domain/statistics/sum';
import { fitDeterrence } from './deterrence-fit';
import { fitProportionally } from './proportional-fitting';
import { doublyConstrainedFlows, productionConstrainedFlows } from './spatial-interaction';

const costs = [
  [10, 60, 120],
  [70, 15, 40],
  [130, 45, 5],
];
const flows = [
  [80, 12, 3],
  [20, 95, 30],
  [4, 25, 140],
];
const columnSums = (table: readonly (readonly number[])[]) =>
  (table[0] ?? []).map((_, j) => sum(table.map((row) => row[j] ?? 0)));

describe('fitProportionally', () => {
  it('reports zeros that rule the totals out instead of looping', () => {
    const seed = [
      [1, 0],
      [1, 1],
    ];
    expect(fitProportionally({ seed, rowTotals: [10, 5], columnTotals: [8, 7] })).toEqual({ kind: 'infeasible' });
    expect(fitProportionally({ seed, rowTotals: [7, 8], columnTotals: [8, 7] }).kind).toBe('fitted');
  });

  it('finds a table through cells that need a flow to be taken back', () => {
    const seed = [
      [1, 1, 0],
      [1, 0, 1],
      [0, 1, 1],
    ];
    const fitted = fitProportionally({ seed, rowTotals: [6, 6, 6], columnTotals: [9, 4, 5] });
    expect(fitted.kind === 'fitted' && columnSums(fitted.table).map((one) => Math.round(one))).toEqual([9, 4, 5]);
  });

  it('refuses totals that differ, shapes that differ and negative cells', () => {
    const seed = [[1, 1]];
    expect(fitProportionally({ seed, rowTotals: [3], columnTotals: [1, 1] })).toMatchObject({ reason: 'out_of_range' });
    expect(fitProportionally({ seed, rowTotals: [3], columnTotals: [3] })).toMatchObject({ reason: 'lengths_differ' });
    expect(fitProportionally({ seed: [[-1, 1]], rowTotals: [2], columnTotals: [1, 1] })).toMatchObject({
      reason: 'negative_events',
    });
  });

  it('meets both totals and keeps the cross-ratios of the seed', () => {
    const cell = fc.double({ min: 0.1, max: 50, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 }), (seed) => {
        const rowTotals = [10, 20, 30];
        const columnTotals = [25, 5, 30];
        const fitted = fitProportionally({ seed, rowTotals, columnTotals });
        const table = fitted.kind === 'fitted' ? fitted.table : [];
        table.forEach((row, i) => void expect(sum(row)).toBeCloseTo(rowTotals[i] ?? 0, 8));
        columnSums(table).forEach((total, j) => void expect(total).toBeCloseTo(columnTotals[j] ?? 0, 8));
        const at = (cells: readonly (readonly number[])[], i: number, j: number) => cells[i]?.[j] ?? Number.NaN;
        const ratio = (cells: readonly (readonly number[])[]) =>
          (at(cells, 0, 0) * at(cells, 1, 1)) / (at(cells, 0, 1) * at(cells, 1, 0));
        expect(ratio(table) / ratio(seed)).toBeCloseTo(1, 8);
      }),
    );
  });
});

describe('constrained flows', () => {
  it('are unchanged by a cost added to all pairs of an origin', () => {
    const base = { origins: [100, 50, 80], destinations: [90, 60, 80], deterrence: 'exp', beta: 0.05 } as const;
    const dearer = costs.map((row, i) => row.map((cost) => cost + 1_000 * i));
    const one = doublyConstrainedFlows({ ...base, costs });
    const other = doublyConstrainedFlows({ ...base, costs: dearer });
    const cells = (outcome: typeof one) => (outcome.kind === 'computed' ? outcome.flows.flat() : []);
    cells(other).forEach((flow, i) => void expect(flow).toBeCloseTo(cells(one)[i] ?? 0, 8));
    expect(cells(one)).toHaveLength(9);
  });

  it('send everybody where there is no deterrence and one attraction', () => {
    const input = {
      origins: [100, 50],
      costs: [
        [1, 2],
        [3, 1],
      ],
      deterrence: 'exp',
      beta: 0,
      alpha: 1,
    } as const;
    const outcome = productionConstrainedFlows({ ...input, attractiveness: [0, 5] });
    expect(outcome).toMatchObject({ kind: 'computed', columnTotals: [0, 150] });
  });

  it('refuse a power of no distance', () => {
    const input = { origins: [1], destinations: [1], costs: [[0]], deterrence: 'power', beta: 1 } as const;
    expect(doublyConstrainedFlows(input)).toEqual({ kind: 'refused', reason: 'out_of_range' });
  });
});

describe('fitDeterrence', () => {
  it.each(['exp', 'power'] as const)('equals the Poisson model with effects of both ends, %s', (deterrence) => {
    const fit = fitDeterrence({ flows, costs, deterrence });
    const felt = deterrence === 'exp' ? costs : costs.map((row) => row.map(Math.log));
    const poisson = gravity({ flows, covariates: [felt] });
    const coefficient = poisson.kind === 'computed' ? (poisson.coefficients[0] ?? 0) : Number.NaN;
    expect(fit.kind === 'computed' && fit.beta).toBeCloseTo(-coefficient, 9);
  });

  it('gives back the β that made the flows, and their mean cost', () => {
    const made = doublyConstrainedFlows({
      origins: [100, 50, 80],
      destinations: [90, 60, 80],
      costs,
      deterrence: 'exp',
      beta: 0.031,
    });
    const fit = fitDeterrence({ flows: made.kind === 'computed' ? made.flows : [], costs, deterrence: 'exp' });
    expect(fit.kind === 'computed' && fit.beta).toBeCloseTo(0.031, 9);
    expect(fit.kind === 'computed' && fit.meanCost - fit.observedMeanCost).toBeCloseTo(0, 8);
  });

  it('refuses one cost for all, nobody, and flows on the cheapest pairs only', () => {
    const diagonal = [
      [5, 0],
      [0, 5],
    ];
    const near = [
      [1, 9],
      [9, 1],
    ];
    const same = near.map((row) => row.map(() => 3));
    expect(fitDeterrence({ flows: diagonal, costs: near, deterrence: 'exp' })).toMatchObject({ reason: 'separated' });
    expect(fitDeterrence({ flows: diagonal, costs: same, deterrence: 'exp' })).toMatchObject({
      reason: 'no_variation',
    });
    expect(fitDeterrence({ flows: [[0]], costs: [[1]], deterrence: 'exp' })).toMatchObject({ reason: 'no_events' });
  });
});
