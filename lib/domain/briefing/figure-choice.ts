/** How well an indicator is covered over the areas of one type, for one period. */
export type Coverage = {
  readonly indicatorId: string;
  readonly loaded: number;
  readonly total: number;
  readonly stale: boolean;
  readonly hasIntervals: boolean;
  /** The briefing's own area has a value. */
  readonly areaLoaded: boolean;
};

export type FigureChoice = { readonly mapId: string | null; readonly barsId: string | null };

const byCoverage = (a: Coverage, b: Coverage): number => b.loaded / b.total - a.loaded / a.total;

/**
 * Which indicators the one map and the one bar chart show. Only current figures with at least two
 * areas, the briefing's own among them. The map takes the best-covered; the bars take one with
 * intervals, else the next best covered, so that the two don't repeat each other while there is a choice. Ties
 * keep the order given.
 */
export const chooseFigures = (coverage: readonly Coverage[]): FigureChoice => {
  const usable = coverage.filter((entry) => !entry.stale && entry.areaLoaded && entry.loaded >= 2).sort(byCoverage);
  const map = usable.at(0) ?? null;
  const others = usable.filter((entry) => entry !== map);
  const bars = others.find((entry) => entry.hasIntervals) ?? others.at(0) ?? map;
  return { mapId: map?.indicatorId ?? null, barsId: bars?.indicatorId ?? null };
};
