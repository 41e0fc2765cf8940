import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GravityInput, gravity } from './gravity';
import type { FlowMatrix } from './gravity-grid';

const DISTANCE = [
  [3.415, 3.424, 2.546, 1.857],
  [1.162, 2.15, 2.225, 1.136],
  [1.146, 3.998, 2.957, 1.704],
  [2.305, 3.923, 3.693, 3.533],
  [2.177, 2.479, 3.03, 1.182],
  [2.667, 1.814, 3.639, 1.193],
];
const SAME = [
  [0, 0, 1, 0],
  [0, 1, 0, 1],
  [0, 0, 1, 0],
  [0, 0, 1, 0],
  [0, 0, 1, 0],
  [0, 0, 0, 1],
];
const FLOWS = [
  [2, 0, 6, 5],
  [15, 1, 6, 16],
  [10, 2, 4, 4],
  [1, 2, 2, 0],
  [7, 1, 2, 13],
  [3, 2, 0, 10],
];
const base: GravityInput = { flows: FLOWS, covariates: [DISTANCE, SAME] };

const transpose = (matrix: FlowMatrix): number[][] => (matrix[0] ?? []).map((_, j) => matrix.map((row) => row[j] ?? 0));
const scaled = (matrix: FlowMatrix, by: number): number[][] => matrix.map((row) => row.map((value) => value * by));

const rowTotals = (matrix: readonly (readonly (number | null)[])[]): number[] =>
  matrix.map((row) => row.reduce<number>((all, value) => all + (value ?? 0), 0));

const grids = fc
  .tuple(fc.integer({ min: 3, max: 8 }), fc.integer({ min: 3, max: 8 }))
  .chain(([origins, destinations]) => {
    const matrix = (value: fc.Arbitrary<number>) =>
      fc.array(fc.array(value, { minLength: destinations, maxLength: destinations }), {
        minLength: origins,
        maxLength: origins,
      });
    return fc.record({
      flows: matrix(fc.integer({ min: 0, max: 60 })),
      covariates: fc.tuple(matrix(fc.integer({ min: 0, max: 600 }).map((hundredths) => hundredths / 100))),
    });
  });

const computedOf = (input: GravityInput) => {
  const model = gravity(input);
  if (model.kind === 'refused') throw new Error(model.reason);
  return model;
};

describe('gravity', () => {
  // Computed independently by a dense Newton fit with a dummy for each origin and destination.
  it('agrees with the dense model to 9 digits: coefficients, model and robust errors', () => {
    const model = computedOf(base);
    const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 10));
    expect(model.coefficients).toEqual(near([-0.7834880424673264, 0.2838505004295479]));
    expect(model.modelErrors).toEqual(near([0.23086045824528165, 0.2550428867728093]));
    expect(model.hc0Errors).toEqual(near([0.18586274941324687, 0.1475026280924277]));
    expect(model.hc1Errors).toEqual(near([0.25253774719630967, 0.20041660591803284]));
  });

  it('fits the total of every origin and destination exactly, or says why not', () => {
    fc.assert(
      fc.property(grids, (input) => {
        const model = gravity(input);
        if (model.kind === 'refused')
          return ['no_events', 'too_few_values', 'separated', 'collinear'].includes(model.reason);
        const margins = [...rowTotals(input.flows), ...rowTotals(transpose(input.flows))];
        const fitted = [
          ...rowTotals(model.fitted),
          ...rowTotals(transpose(model.fitted.map((row) => row.map((value) => value ?? 0)))),
        ];
        return margins.every((total, i) => Math.abs(total - (fitted[i] ?? Number.NaN)) <= 1e-8 * Math.max(1, total));
      }),
    );
  });

  it('gives the same coefficients with flows in another unit, sides exchanged or rows in another order', () => {
    fc.assert(
      fc.property(grids, ({ flows, covariates }) => {
        const once = gravity({ flows, covariates });
        const others = [
          gravity({ flows: scaled(flows, 1_000), covariates }),
          gravity({ flows: transpose(flows), covariates: covariates.map(transpose) }),
          gravity({ flows: [...flows].reverse(), covariates: covariates.map((one) => [...one].reverse()) }),
        ];
        return others.every((other) => {
          if (once.kind === 'refused' || other.kind === 'refused') return once.kind === other.kind;
          const [one = Number.NaN, two = Number.NaN] = [once.coefficients[0], other.coefficients[0]];
          return Math.abs(one - two) <= 1e-6 * (1 + Math.abs(one));
        });
      }),
    );
  });

  // R 4.2.2: glm(flow ~ x + origin + destination, family = poisson, epsilon = 1e-14).
  it('finds the maximum, as glm does, where whole Newton steps would run past it', () => {
    const flows = [
      [4530, 587, 185_999],
      [827, 6643, 0],
      [0, 0, 0],
    ];
    const covariate = [
      [4, 4, 81],
      [8, 1, 4],
      [0, 81, 3],
    ];
    const model = computedOf({ flows, covariates: [covariate] });
    expect(model.coefficients).toEqual([expect.closeTo(0.0894908433056947, 10)]);
    expect(model.deviance).toBeCloseTo(12_094.1992836355, 6);
  });

  it('is the product of the margins without covariates', () => {
    const { fitted, coefficients } = computedOf({
      flows: [
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 10],
      ],
      covariates: [],
    });
    expect(coefficients).toEqual([]);
    expect(fitted[0]?.[0]).toBeCloseTo((6 * 12) / 46, 10);
  });

  it('leaves out origins and destinations without flow, and says so', () => {
    const flows = [...FLOWS.map((row) => [...row, 0]), [0, 0, 0, 0, 0]];
    const wider = (matrix: FlowMatrix) => [...matrix.map((row) => [...row, 2]), [1, 2, 3, 4, 5]];
    const model = computedOf({ flows, covariates: [wider(DISTANCE), wider(SAME)] });
    const plain = computedOf(base);
    expect(model).toMatchObject({ pairsUsed: 24, originsLeftOut: [6], destinationsLeftOut: [4] });
    expect(model.coefficients).toEqual(plain.coefficients);
    expect(model.hc1Errors).toEqual(plain.hc1Errors);
    expect(model.fitted[6]).toEqual([null, null, null, null, null]);
    expect(model.fitted[0]?.at(-1)).toBeNull();
    expect(plain).toMatchObject({ originsLeftOut: [], destinationsLeftOut: [] });
  });

  it('flags a covariate that singles out pairs without flow', () => {
    const flows = FLOWS.map((row, i) => row.map((flow, j) => (SAME[i]?.[j] === 1 ? 0 : flow + 1)));
    expect(gravity({ flows, covariates: [SAME] })).toEqual({ kind: 'refused', reason: 'separated' });
  });

  it('refuses what is out of its domain', () => {
    const ofOrigin = FLOWS.map((row, i) => row.map(() => i));
    expect(gravity({ flows: FLOWS, covariates: [ofOrigin] })).toEqual({ kind: 'refused', reason: 'collinear' });
    expect(gravity({ flows: FLOWS, covariates: [DISTANCE, scaled(DISTANCE, 2)] })).toEqual({
      kind: 'refused',
      reason: 'collinear',
    });
    expect(gravity({ flows: FLOWS, covariates: [DISTANCE.slice(1)] })).toEqual({
      kind: 'refused',
      reason: 'lengths_differ',
    });
    expect(gravity({ flows: [[1, 2], [3]], covariates: [] })).toEqual({ kind: 'refused', reason: 'lengths_differ' });
    expect(gravity({ flows: scaled(FLOWS, 0), covariates: [] })).toEqual({ kind: 'refused', reason: 'no_events' });
    expect(gravity({ flows: [], covariates: [] })).toEqual({ kind: 'refused', reason: 'no_events' });
    expect(
      gravity({
        flows: [
          [1, 2],
          [3, 4],
        ],
        covariates: [
          [
            [1, 2],
            [3, 5],
          ],
        ],
      }),
    ).toEqual({ kind: 'refused', reason: 'too_few_values' });
    expect(
      gravity({
        flows: [
          [1, 2],
          [3, -4],
        ],
        covariates: [],
      }),
    ).toEqual({ kind: 'refused', reason: 'negative_events' });
    expect(gravity({ flows: FLOWS, covariates: [scaled(DISTANCE, Number.NaN)] })).toEqual({
      kind: 'refused',
      reason: 'not_finite',
    });
  });
});
