import type { FigureInput } from './figure-input';

export interface ComparatorPool<F extends FigureInput> {
  readonly comparatorCode: string;
  /** Those of the country first, then those of the larger one that it is part of. */
  readonly national: readonly F[];
  readonly peers: readonly F[];
  /** Compare with the area's own figure of an earlier year instead; `figures` are the area's own. */
  readonly comparatorYear?: string | undefined;
  readonly figures?: readonly F[];
}

/** Same indicator, breakdown and area, with a value, for a period that ended in the given year and before the figure's. */
export const earlierFigure = <F extends FigureInput>(figures: readonly F[], figure: F, year: string): F | null =>
  figures
    .filter(
      (other) =>
        other.indicatorId === figure.indicatorId &&
        other.breakdown === figure.breakdown &&
        other.areaCode === figure.areaCode &&
        other.measure.kind === 'value' &&
        other.period.end.startsWith(`${year}-`) &&
        other.period.end < figure.period.end,
    )
    .toSorted((a, b) => (a.period.end < b.period.end ? -1 : 1))
    .at(-1) ?? null;

/** Named by its period, so that every sentence that names the comparator says which period it is. */
const namedByPeriod = <F extends FigureInput>(figure: F): F => ({
  ...figure,
  areaName: `${figure.areaName}, ${figure.period.label}`,
});

/**
 * What a figure is compared with: the chosen comparator where it has the same indicator, breakdown and period; else
 * the country; else the larger one; else nothing. Never another period's figure, unless an earlier year of the same area was chosen.
 */
export const comparatorOf = <F extends FigureInput>(pool: ComparatorPool<F>, figure: F): F | null => {
  const { comparatorYear, figures = [] } = pool;
  const earlier = comparatorYear === undefined ? null : earlierFigure(figures, figure, comparatorYear);
  if (earlier) return namedByPeriod(earlier);
  const candidates = [...pool.national, ...pool.peers].filter(
    (other) =>
      other.indicatorId === figure.indicatorId &&
      other.breakdown === figure.breakdown &&
      other.period.end === figure.period.end &&
      other.areaCode !== figure.areaCode &&
      other.measure.kind === 'value',
  );
  const of = (code: string) => candidates.find(({ areaCode }) => areaCode === code);
  return of(pool.comparatorCode) ?? candidates.find((other) => pool.national.includes(other)) ?? null;
};

/** Years, newest first, in which a figure ended that a later one of the same indicator and breakdown can be compared with. */
export const earlierYears = (figures: readonly FigureInput[]): string[] => {
  const latest = new Map<string, string>();
  const withValue = figures.filter(({ measure }) => measure.kind === 'value');
  const keyOf = ({ indicatorId, breakdown }: FigureInput): string => `${indicatorId} ${breakdown}`;
  for (const figure of withValue) {
    const key = keyOf(figure);
    if ((latest.get(key) ?? '') < figure.period.end) latest.set(key, figure.period.end);
  }
  const years = withValue
    .filter((figure) => figure.period.end < (latest.get(keyOf(figure)) ?? ''))
    .map(({ period }) => period.end.slice(0, 4));
  return [...new Set(years)].sort().reverse();
};
