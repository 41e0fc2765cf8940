import type { CountRange } from './count-range';
import { truncatedPoisson } from './truncated-poisson';

/** People of a kind, and the rest, of a cell in one period: each published by itself. */
export interface SharePart {
  readonly cell: number;
  readonly stratum: number;
  readonly of: CountRange;
  readonly rest: CountRange;
}

export interface ShareRanges {
  /** A column each, an entry for each cell; the constants are added. */
  readonly covariates: readonly (readonly number[])[];
  readonly offsets: readonly number[];
  readonly strata: number;
  readonly parts: readonly SharePart[];
  /** Cells in which there may be people; the others say nothing. */
  readonly counted: ReadonlySet<number>;
  readonly degreesOfFreedom: number;
}

/** What the model says of one part, and what is then to be expected within its ranges. */
export const partAt = ({ covariates, offsets }: ShareRanges, part: SharePart, parameters: Float64Array) => {
  const width = covariates.length;
  let odds = parameters[0] ?? 0;
  let all = (offsets[part.cell] ?? 0) + (parameters[2 * width + 1 + part.stratum] ?? 0);
  for (let k = 0; k < width; k += 1) {
    const x = covariates[k]?.[part.cell] ?? 0;
    odds += (parameters[1 + k] ?? 0) * x;
    all += (parameters[1 + width + k] ?? 0) * x;
  }
  const [share, mean] = [1 / (1 + Math.exp(-odds)), Math.exp(all)];
  const rest = 1 / (1 + Math.exp(odds));
  return {
    share,
    rest,
    mean,
    ofKind: truncatedPoisson(mean * share, part.of.low, part.of.high),
    others: truncatedPoisson(mean * rest, part.rest.low, part.rest.high),
  };
};
type PartAt = ReturnType<typeof partAt>;

export const residualOf = ({ share, rest, ofKind, others }: PartAt): number => rest * ofKind.mean - share * others.mean;

/** Places of the parameters that a part touches, in ascending order, and its covariates there. */
export const placesOf = ({ covariates }: ShareRanges, { cell, stratum }: SharePart) => {
  const width = covariates.length;
  const x = covariates.map((column) => column[cell] ?? 0);
  return {
    ofShare: { places: [0, ...x.map((_, k) => 1 + k)], values: [1, ...x] },
    ofAll: { places: [...x.map((_, k) => 1 + width + k), 2 * width + 1 + stratum], values: [...x, 1] },
  };
};

/** How one person more moves the score: of the kind by `towards(rest)`, of the rest by `towards(-share)`. */
export const oneMoreOf = (ranges: ShareRanges, part: SharePart) => {
  const { ofShare, ofAll } = placesOf(ranges, part);
  return {
    places: [...ofShare.places, ...ofAll.places],
    towards: (by: number): readonly number[] => [...ofShare.values.map((x) => by * x), ...ofAll.values],
  };
};
