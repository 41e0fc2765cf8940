import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelWith } from '@/lib/domain/demonstration/cohort-fixture';
import type { Counts } from './counts';
import { cohortRecords, placesOf } from './demonstration-fixture';
import { storeOf, tableIn } from './journey-fixture';
import { leslieMatrix, leslieProjection } from './leslie-projection';
import { arrivalsGini, arrivalsOf, stageMatrix } from './stage-matrix';

const model = modelWith();
const places = placesOf(model);
const store = storeOf([...cohortRecords(model)], places);

const table = (rows: readonly string[], columns: readonly string[], counts: readonly (number | null)[]): Counts => ({
  rows,
  columns,
  counts,
});

describe('stage matrices', () => {
  const regions = ['R1', 'R2'];
  const columns = ['R1', 'R2', 'unknown', 'not_reached', 'left'];
  const given = table(['R1', 'R2', 'unknown'], columns, [6, 2, 1, 9, 1, 0, 0, 0, 4, 0, 3, 0, 0, 0, 0]);

  it('gives rows that add up to 1 with those who are lost, and leaves out who is on the way', () => {
    expect(stageMatrix(given, regions)).toEqual({
      kind: 'computed',
      regions,
      flows: [
        [6, 2],
        [0, 0],
      ],
      shares: [
        [0.6, 0.2],
        [0, 0],
      ],
      lost: [0.2, 0],
      notReached: [9, 4],
      unknownOrigin: 3,
    });
    expect(stageMatrix(table(['R1'], ['R1'], [null]), regions)).toMatchObject({ reason: 'not_finite' });
    expect(stageMatrix(table(['R1'], ['XX'], [1]), regions)).toMatchObject({ reason: 'out_of_range' });
  });

  it('gives the Gini of arrivals, those of unknown origin with them', () => {
    expect(arrivalsOf(given, regions)).toEqual({ arrivals: [9, 2], gaps: 0 });
    expect(arrivalsGini(given, regions)).toMatchObject({ kind: 'computed', gini: 7 / 22 });
    expect(arrivalsGini(table(['R1'], regions, [5, 5]), regions)).toMatchObject({ gini: 0 });
    expect(arrivalsGini(table(['R1'], regions, [5, null]), regions)).toMatchObject({ reason: 'not_finite' });
  });

  it('has every step of the demonstration cohort, each row adding up to 1', () => {
    const steps = [
      'home_region_by_school_region',
      'school_region_by_foundation_region',
      'foundation_region_by_specialty_region',
      'specialty_region_by_career_region',
    ];
    for (const step of steps) {
      const matrix = stageMatrix(tableIn(store, step), places.regions);
      if (matrix.kind !== 'computed') throw new Error(`${step}: ${matrix.reason}`);
      const sums = matrix.shares.map((line, i) => line.reduce((total, share) => total + share, matrix.lost[i] ?? 0));
      for (const [i, sum] of sums.entries()) expect(sum).toBeCloseTo(matrix.flows[i]?.some((n) => n > 0) ? 1 : 0, 12);
    }
  });
});

describe('projection', () => {
  const T1 = [
    [0.5, 0.5],
    [0.25, 0.75],
  ];
  const T2 = [
    [1, 0],
    [0.5, 0.5],
  ];
  const input = {
    transitions: [T1, T2],
    intake: [100, 60],
    start: [
      [80, 40],
      [10, 20],
      [5, 5],
    ],
    steps: 2,
  };

  it('puts the transitions below the diagonal, read from column to row', () => {
    expect(leslieMatrix([T1, T2], 2)).toEqual([
      [0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, 0],
      [0.5, 0.25, 0, 0, 0, 0],
      [0.5, 0.75, 0, 0, 0, 0],
      [0, 0, 1, 0.5, 0, 0],
      [0, 0, 0, 0.5, 0, 0],
    ]);
  });

  it('moves everybody on by one stage at each step, worked by hand', () => {
    expect(leslieProjection(input)).toEqual({
      kind: 'computed',
      stages: [
        input.start,
        [
          [100, 60],
          [50, 70],
          [20, 10],
        ],
        [
          [100, 60],
          [65, 95],
          [85, 35],
        ],
      ],
    });
  });

  it('keeps everybody where nobody is lost', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true }).map((stays) => [stays, 1 - stays]);
    const square = fc.tuple(share, share);
    fc.assert(
      fc.property(square, square, fc.tuple(fc.nat(500), fc.nat(500)), (first, second, intake) => {
        const start = [
          [0, 0],
          [0, 0],
          [0, 0],
        ];
        const outcome = leslieProjection({ transitions: [first, second], intake, start, steps: 3 });
        if (outcome.kind !== 'computed') throw new Error(outcome.reason);
        for (const stage of outcome.stages.at(-1) ?? []) {
          expect(stage.reduce((total, people) => total + people, 0)).toBeCloseTo(intake[0] + intake[1], 6);
        }
      }),
    );
  });

  it('refuses what is no projection', () => {
    expect(leslieProjection({ ...input, intake: [1] })).toMatchObject({ reason: 'lengths_differ' });
    expect(leslieProjection({ ...input, start: [[1, 1]] })).toMatchObject({ reason: 'lengths_differ' });
    expect(leslieProjection({ ...input, steps: 1.5 })).toMatchObject({ reason: 'out_of_range' });
    expect(leslieProjection({ ...input, intake: [-1, 0] })).toMatchObject({ reason: 'negative_events' });
    const over = [
      T1,
      [
        [1.2, 0],
        [0, 1],
      ],
    ];
    expect(leslieProjection({ ...input, transitions: over })).toMatchObject({ reason: 'out_of_range' });
  });
});
