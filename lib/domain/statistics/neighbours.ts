import type { RefusalReason } from './outcome';

/** Positions of each area's neighbours. An island is given its nearest area by the caller: without one it has no surroundings. */
export type Neighbours = readonly (readonly number[])[];

/** Checks that neighbours are other areas, named once each. */
export const neighbourCheck = (neighbours: Neighbours, areas: number): RefusalReason | null => {
  if (neighbours.length !== areas) return 'lengths_differ';
  const isSound = neighbours.every(
    (own, i) =>
      new Set(own).size === own.length && own.every((j) => Number.isInteger(j) && j >= 0 && j < areas && j !== i),
  );
  return isSound ? null : 'out_of_range';
};
