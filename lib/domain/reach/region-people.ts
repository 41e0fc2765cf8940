import type { JobPeople } from './job-representation';
import type { ReachCell } from './published-count';

/** A published table of the people of one group, with the side on which their region stands. */
export interface RegionGrid {
  readonly side: 'rows' | 'columns';
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Row by row. */
  readonly cells: readonly ReachCell[];
}

export interface PlaceAsked {
  readonly code: string;
  readonly name: string;
  /** One region, or several added up. */
  readonly regions: readonly string[];
}

const NOT_LOADED: ReachCell = { kind: 'not_loaded' };
const isWhole = (cells: readonly ReachCell[]): boolean =>
  cells.length > 0 && cells.every(({ kind }) => kind !== 'suppressed' && kind !== 'not_loaded');

const cellsIn = ({ side, rows, columns, cells }: RegionGrid, region: string): ReachCell[] =>
  side === 'rows'
    ? columns.flatMap((_, c) =>
        rows.includes(region) ? [cells[rows.indexOf(region) * columns.length + c] ?? NOT_LOADED] : [],
      )
    : rows.flatMap((_, r) =>
        columns.includes(region) ? [cells[r * columns.length + columns.indexOf(region)] ?? NOT_LOADED] : [],
      );

/**
 * The counts that a region's people are added up from. Several tables hold the same people: the first of which no part is withheld, else
 * the first, whose sum is withheld then.
 */
const cellsOfRegion = (grids: readonly RegionGrid[], region: string): ReachCell[] => {
  const found = grids.map((grid) => cellsIn(grid, region));
  return found.find(isWhole) ?? found[0] ?? [NOT_LOADED];
};

/** Everybody who trains in each place at one stage, by group, from published counts. */
export const peopleOfPlaces = (
  places: readonly PlaceAsked[],
  {
    groups,
    unknown,
    stage,
  }: {
    /** The tables of each group that is compared. */
    readonly groups: ReadonlyMap<string, readonly RegionGrid[]>;
    /** Those of each value that isn't: people of no known group. */
    readonly unknown: readonly (readonly RegionGrid[])[];
    readonly stage: string;
  },
): JobPeople[] =>
  places.map(({ code, name, regions }) => {
    const cellsOf = (grids: readonly RegionGrid[]) => regions.flatMap((region) => cellsOfRegion(grids, region));
    return {
      job: code,
      jobName: name,
      stage,
      people: Object.fromEntries([...groups].map(([group, grids]) => [group, cellsOf(grids)])),
      unknown: unknown.length > 0 ? unknown.flatMap(cellsOf) : NOT_LOADED,
    };
  });
