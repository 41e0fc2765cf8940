import jstat from 'jstat';
import { finiteCheck, firstReason, sizeCheck } from './input-checks';
import { type Neighbours, neighbourCheck } from './neighbours';
import { computed, type Outcome, type RefusalReason, refused } from './outcome';
import { sum, sumOfProducts } from './sum';

/** Whether the value, and the mean of its neighbours' values, lie above their averages. */
export interface LocalQuadrant {
  readonly own: 'high' | 'low';
  readonly around: 'high' | 'low';
}

export interface SpatialAssociation {
  /** Above `expected` where neighbours are alike. */
  readonly moranI: number;
  /** −1 ÷ (n − 1): what no association gives. */
  readonly expected: number;
  /** Under randomisation: the same values, placed at random. */
  readonly variance: number;
  readonly z: number;
  /** One-sided, of neighbours more alike than by chance, normal approximation. */
  readonly p: number;
  /** 1 without association, below 1 where neighbours are alike. */
  readonly gearyC: number;
  /** Each area's part of Moran's I. */
  readonly localI: readonly number[];
  /** Getis and Ord's G* as a z score, neighbours and the area itself counting the same; null where all are neighbours. */
  readonly gStar: readonly (number | null)[];
  readonly quadrants: readonly LocalQuadrant[];
}

export const spatialCheck = (values: readonly number[], neighbours: Neighbours): RefusalReason | null =>
  firstReason(
    finiteCheck(values),
    sizeCheck(values, 4),
    neighbourCheck(neighbours, values.length),
    neighbours.some((own) => own.length === 0) ? 'out_of_range' : null,
    values.every((value) => value === values[0]) ? 'no_variation' : null,
  );

/** Deviations from the mean. */
export const centredValues = (values: readonly number[]): number[] => {
  const mean = sum(values) / values.length;
  return values.map((value) => value - mean);
};

/** Mean over the neighbours: weights standardised by row. */
export const lagOf = (values: readonly number[], own: readonly number[]): number =>
  sum(own.map((j) => values[j] ?? 0)) / own.length;

/** Half the sum of squared two-way weights, and the sum of squared row plus column totals, of row-standardised weights. */
const weightSums = (neighbours: Neighbours) => {
  const columns = neighbours.map(() => 0);
  const isNeighbour = neighbours.map((own) => new Set(own));
  let twoWay = 0;
  neighbours.forEach((own, i) => {
    const weight = 1 / own.length;
    for (const j of own) {
      columns[j] = (columns[j] ?? 0) + weight;
      const back = isNeighbour[j]?.has(i) ? 1 / (neighbours[j]?.length ?? 1) : 0;
      // A one-way pair is met once here and twice in the sum over all pairs.
      twoWay += back > 0 ? (weight + back) ** 2 : 2 * weight ** 2;
    }
  });
  return { s1: twoWay / 2, s2: sum(columns.map((column) => (1 + column) ** 2)) };
};

const randomisationVariance = (deviations: readonly number[], neighbours: Neighbours): number => {
  const n = deviations.length;
  const { s1, s2 } = weightSums(neighbours);
  const squares = deviations.map((one) => one ** 2);
  const kurtosis = (n * sumOfProducts(squares, squares)) / sum(squares) ** 2;
  const total = n ** 2;
  const first = n * ((n ** 2 - 3 * n + 3) * s1 - n * s2 + 3 * total);
  const second = kurtosis * ((n ** 2 - n) * s1 - 2 * n * s2 + 6 * total);
  return (first - second) / ((n - 1) * (n - 2) * (n - 3) * total) - 1 / (n - 1) ** 2;
};

const gStarOf = (values: readonly number[], neighbours: Neighbours): (number | null)[] => {
  const n = values.length;
  const mean = sum(values) / n;
  const spread = Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / n);
  return neighbours.map((own, i) => {
    const size = own.length + 1;
    if (size === n) return null;
    const total = (values[i] ?? 0) + sum(own.map((j) => values[j] ?? 0));
    return (total - mean * size) / (spread * Math.sqrt((n * size - size ** 2) / (n - 1)));
  });
};

const side = (value: number, average: number) => (value > average ? 'high' : 'low');

/**
 * Moran's I, Geary's C, local Moran and Getis–Ord G* of one value for each area. Neighbours weigh the same within a row
 * and each row adds up to 1, except for G*. A pattern in space, not a reason for it.
 *
 * Domain: four areas or more, finite values that differ, each area with a neighbour.
 * Refuses `not_finite`, `too_few_values`, `lengths_differ`, `out_of_range`, `no_variation`.
 * Source: Cliff and Ord 1981; Anselin 1995; Ord and Getis 1995.
 */
export const spatialAssociation = (values: readonly number[], neighbours: Neighbours): Outcome<SpatialAssociation> => {
  const reason = spatialCheck(values, neighbours);
  if (reason) return refused(reason);
  const n = values.length;
  const deviations = centredValues(values);
  const squares = sumOfProducts(deviations, deviations);
  const lags = neighbours.map((own) => lagOf(deviations, own));
  const moranI = sumOfProducts(deviations, lags) / squares;
  const expected = -1 / (n - 1);
  const variance = randomisationVariance(deviations, neighbours);
  const z = (moranI - expected) / Math.sqrt(variance);
  const apart = neighbours.map(
    (own, i) => sum(own.map((j) => ((values[i] ?? 0) - (values[j] ?? 0)) ** 2)) / own.length,
  );
  const meanLag = sum(lags) / n;
  return computed({
    moranI,
    expected,
    variance,
    z,
    p: jstat.normal.cdf(-z, 0, 1),
    gearyC: ((n - 1) * sum(apart)) / (2 * n * squares),
    localI: deviations.map((deviation, i) => (deviation * (lags[i] ?? 0)) / (squares / n)),
    gStar: gStarOf(values, neighbours),
    quadrants: deviations.map((deviation, i) => ({
      own: side(deviation, 0),
      around: side(lags[i] ?? 0, meanLag),
    })),
  });
};
