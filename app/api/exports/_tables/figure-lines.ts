import type { Figure, Period } from '@/lib/contracts/figure';
import { type TableFile, type TableValue, tableOf } from '@/lib/contracts/table-file';
import { FIGURE_COLUMNS, figureRecord } from '@/lib/data/figure-export';
import { countryOf, type Root } from '@/lib/domain/geography/area';
import type { Indicator } from '@/lib/domain/indicators/indicator';

/** A cell of a table of figures: the figure, or where one would stand. */
export type FigureLine = {
  indicator: Indicator;
  area: { code: string; name: string };
  breakdown: string;
  period: Pick<Period, 'label'> | null;
  figure: Figure | null;
  /** What the table says of the cell beside the figure. */
  more?: Readonly<Record<string, TableValue>>;
};

const lineOf = ({ indicator, area, breakdown, period, figure, more }: FigureLine) => ({
  ...(figure
    ? figureRecord(figure, indicator)
    : {
        ...{ indicator: indicator.id, indicator_name: indicator.name, unit: indicator.unit },
        ...{ area_code: area.code, area_name: area.name, breakdown, period: period?.label ?? null },
        ...{ status: 'not_loaded', status_mark: 'x' },
      }),
  ...more,
});

/** A table of figures, one line per cell, with the papers of each. Gaps say that they are not loaded. */
export function figureLines(title: string, root: Root, lines: readonly FigureLine[]): TableFile {
  const extra = [...new Set(lines.flatMap(({ more }) => Object.keys(more ?? {})))];
  return tableOf(
    title,
    [...FIGURE_COLUMNS, ...extra, 'root'],
    lines.map((line) => ({ ...lineOf(line), root: countryOf(root).code })),
  );
}
