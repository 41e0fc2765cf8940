/**
 * Sizes that every array of the engine shares. A class of doctors is tie × home × place: `ties` = 2 (0 without a partner or
 * caring tie, 1 with); homes and places are the regions and, last, “elsewhere”. Class arrays are `[tie][home][place]`,
 * draw arrays `[tie][home][region]`, so that the inner loop walks along regions.
 */
export interface ClassGrid {
  readonly regions: number;
  /** Regions and elsewhere. */
  readonly places: number;
  /** Rows of tie × home. */
  readonly rows: number;
  /** Cells of tie × home × place. */
  readonly cells: number;
  /** `[tie × region]` its region: a look-up where a remainder would be slow. */
  readonly regionOf: Int32Array;
}

export const TIES = 2;

export const classGrid = (regions: number): ClassGrid => {
  const places = regions + 1;
  const regionOf = Int32Array.from({ length: TIES * regions }, (_, cell) => cell % regions);
  return { regions, places, rows: TIES * places, cells: TIES * places * places, regionOf };
};
