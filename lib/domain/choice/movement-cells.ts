import type { ChoiceCells } from '@/lib/domain/journey-models/choice-newton';

/** People of one home and place, and where they went. Indices of regions; null: outside the regions. */
export interface MovementRow {
  readonly homeRegion: number | null;
  readonly currentRegion: number | null;
  /** People by region chosen. */
  readonly chosen: readonly number[];
  /** People who applied and took no post; null: not loaded. */
  readonly outside: number | null;
}

export interface Movements {
  /** km between regions, homes as rows. */
  readonly distanceKm: readonly (readonly number[])[];
  readonly rows: readonly MovementRow[];
  /**
   * From where distance counts: from home; or, where homes aren’t loaded, from where people were, which then stands in for
   * home and leaves the pull of home unfitted.
   */
  readonly distanceFrom: 'home' | 'current';
}

/** A home outside the regions is at the mean distance: it prefers no region. */
const distanceOf = ({ distanceKm, distanceFrom }: Movements, row: MovementRow, region: number): number => {
  const from = distanceFrom === 'home' ? row.homeRegion : row.currentRegion;
  const all = distanceKm.flat();
  const mean = all.reduce((total, one) => total + one, 0) / all.length;
  return from === null ? mean : (distanceKm[from]?.[region] ?? 0);
};

/** What is fitted beside a constant for each region: staying, distance, and home where homes are loaded. */
export const pullsOf = (movements: Movements, row: MovementRow, region: number): number[] => [
  row.currentRegion === region ? 1 : 0,
  distanceOf(movements, row, region) / 100,
  ...(movements.distanceFrom === 'home' ? [row.homeRegion === region ? 1 : 0] : []),
];

/** Regions that somebody chose: one that nobody did has no finite constant. */
export const chosenRegions = ({ rows, distanceKm }: Movements): number[] =>
  distanceKm.map((_, region) => region).filter((region) => rows.some(({ chosen }) => (chosen[region] ?? 0) > 0));

/** The choice between regions of those who took a post; the first region's constant is 0. */
export const movementCells = (movements: Movements, regions: readonly number[]): ChoiceCells => {
  const rows = movements.rows.filter(({ chosen }) => chosen.some((people) => people > 0));
  const covariates = rows.flatMap((row) =>
    regions.flatMap((region) => [
      ...pullsOf(movements, row, region),
      ...regions.slice(1).map((other) => (other === region ? 1 : 0)),
    ]),
  );
  const cells = rows.length * regions.length;
  return {
    rows: rows.length,
    alternatives: regions.length,
    counts: Float64Array.from(rows.flatMap(({ chosen }) => regions.map((region) => chosen[region] ?? 0))),
    offsets: new Float64Array(cells),
    covariateCount: cells > 0 ? covariates.length / cells : 0,
    covariates: Float64Array.from(covariates),
  };
};
