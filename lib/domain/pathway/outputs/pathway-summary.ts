import type { PathwayInput } from '@/lib/domain/pathway/engine/pathway-input';
import type { PathwayOption } from '@/lib/domain/pathway/engine/pathway-option';
import type { DrawChunk } from '@/lib/domain/pathway/engine/pathway-runner';
import { classCell, type RecordLayout } from '@/lib/domain/pathway/engine/run-record';
import type { Band } from '@/lib/domain/pathway/round';
import { AREA_MEASURES, type AreaMeasure, areaMeasures, postsOnScreen } from './area-measures';
import { COUNTRY_MEASURES, type CountryMeasure, countryMeasures } from './country-measures';
import { columnBands, type DrawColumns, type PairedBands } from './draw-bands';
import { type DrawTotals, drawTotals, type TotalBands, totalBands } from './draw-totals';
import { measureSetting } from './measure-setting';

export interface AreaSeries {
  /** Region code; null = the other regions together, since movements weren't fitted. */
  readonly areaCode: string | null;
  readonly isTarget: boolean;
  readonly measure: AreaMeasure;
  readonly years: readonly PairedBands[];
}

export interface CountrySeries {
  readonly measure: CountryMeasure;
  readonly years: readonly PairedBands[];
}

/** Inclusive value of one class in the year of the classes; class = tie × home (null = elsewhere). */
export interface ClassBand {
  readonly tied: boolean;
  readonly homeRegionCode: string | null;
  readonly inclusiveValue: PairedBands;
}

export interface PathwaySummary {
  readonly draws: number;
  readonly weighting: string;
  readonly startYear: number;
  readonly areas: readonly AreaSeries[];
  readonly country: readonly CountrySeries[];
  readonly classes: readonly ClassBand[];
  /** Calendar year of the classes. Missing: the last year, as in runs from before it was kept. */
  readonly classYear?: number | undefined;
  readonly totals: TotalBands;
  /** Share of draws with at least one more post filled in the target regions over the run. Never quoted alone. */
  readonly chanceOfOneExtraPost: number;
  readonly extraPostsFilled: Band;
  /** The same, draw by draw. */
  readonly extraPostsByDraw: readonly number[];
}

export interface SummaryRequest {
  readonly input: PathwayInput;
  readonly option: PathwayOption;
  readonly layout: RecordLayout;
  /** In any order; together every draw once. */
  readonly chunks: readonly DrawChunk[];
  readonly weighting: string;
  /** Calendar year in which classes are read. */
  readonly classYear: number;
  /** `screen`: of regions without an offer only the posts that they win or lose, which is what follows a slider. */
  readonly detail?: 'whole' | 'screen';
}

/** Goes through the records in the order of draws, whoever ran them, so that the result doesn't depend on that. */
export const eachDraw = (
  { chunks, layout }: Pick<SummaryRequest, 'chunks' | 'layout'>,
  use: (baseline: Float64Array, option: Float64Array, draw: number) => void,
): number => {
  const ordered = [...chunks].sort((one, other) => one.from - other.from);
  let next = 0;
  for (const { from, to, baseline, option } of ordered) {
    if (from !== next) throw new RangeError(`draw ${next} is missing or there twice`);
    for (; next < to; next += 1) {
      const at = (next - from) * layout.length;
      use(baseline.subarray(at, at + layout.length), option.subarray(at, at + layout.length), next);
    }
  }
  return next;
};

const columnsFor = (draws: number, columns: number): DrawColumns => ({
  draws,
  columns,
  baseline: new Float64Array(draws * columns),
  option: new Float64Array(draws * columns),
});

/**
 * Bands of every figure over the draws: baseline, option and their paired difference. Bands are over draws, so that means add
 * up over areas and medians need not.
 * @throws RangeError without draws, with a draw missing, or for an unknown weighting.
 */
export const summarisePathway = (request: SummaryRequest): PathwaySummary => {
  const { input, layout, weighting, classYear, detail = 'whole' } = request;
  const draws = request.chunks.reduce((sum, { from, to }) => sum + to - from, 0);
  if (draws === 0) throw new RangeError('a summary needs draws');
  const setting = measureSetting(request);
  const count = setting.areas.length;
  const area = columnsFor(draws, AREA_MEASURES.length * layout.years * count);
  const country = columnsFor(draws, COUNTRY_MEASURES.length * layout.years);
  const classes = columnsFor(draws, layout.rows);
  const totals: DrawTotals[] = [];
  eachDraw(request, (baseline, after, draw) => {
    const rowOf = (columns: DrawColumns, list: Float64Array): Float64Array =>
      list.subarray(draw * columns.columns, (draw + 1) * columns.columns);
    areaMeasures(setting, baseline, rowOf(area, area.baseline));
    areaMeasures(setting, after, rowOf(area, area.option));
    countryMeasures(setting, baseline, rowOf(country, country.baseline));
    countryMeasures(setting, after, rowOf(country, country.option));
    const first = classCell(layout, classYear - input.startYear);
    rowOf(classes, classes.baseline).set(baseline.subarray(first, first + layout.rows));
    rowOf(classes, classes.option).set(after.subarray(first, first + layout.rows));
    totals.push(drawTotals(setting, baseline, after));
  });
  const years = Array.from({ length: layout.years }, (_, year) => year);
  const ofOthers = detail === 'screen' ? postsOnScreen(request.option) : AREA_MEASURES;
  const areaBands = columnBands(area);
  const countryBands = columnBands(country);
  const classBands = columnBands(classes);
  const { bands, extraPostsFilled, chanceOfOneExtraPost } = totalBands(totals, input.switches.ceiling);
  return {
    draws,
    weighting,
    startYear: input.startYear,
    areas: setting.areas.flatMap(({ code, isTarget }, index) =>
      AREA_MEASURES.flatMap((measure, m) =>
        !isTarget && !ofOthers.includes(measure)
          ? []
          : [
              {
                areaCode: code,
                isTarget,
                measure,
                years: years.map((year) => areaBands((m * layout.years + year) * count + index)),
              },
            ],
      ),
    ),
    country: COUNTRY_MEASURES.map((measure, m) => ({
      measure,
      years: years.map((year) => countryBands(m * layout.years + year)),
    })),
    classes: Array.from({ length: layout.rows }, (_, row) => ({
      tied: row >= layout.rows / 2,
      homeRegionCode: input.regions[row % (layout.rows / 2)]?.code ?? null,
      inclusiveValue: classBands(row),
    })),
    classYear,
    totals: bands,
    chanceOfOneExtraPost,
    extraPostsFilled,
    extraPostsByDraw: totals.map(({ gainTarget }) => gainTarget),
  };
};
