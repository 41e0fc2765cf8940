import type { ChartTableData } from '@/components/charts/chart-cell';
import type { FanPoint } from '@/components/charts/fan';
import type { PairedBands, PathwayModelled } from '@/lib/contracts/pathway-result';
import type { Band } from '@/lib/contracts/scenario';
import type { AreaMeasure } from '@/lib/domain/pathway/outputs/area-measures';
import type { CountryMeasure } from '@/lib/domain/pathway/outputs/country-measures';
import { formatNumber, formatSigned } from '@/lib/format/number';
import {
  AREA_WORDS,
  areaSeries,
  COUNTRY_WORDS,
  countrySeries,
  type MeasureWords,
  scaled,
} from '@/lib/format/pathway-series';

type Summary = PathwayModelled['summary'];

/** Changes year by year, option less baseline of the same draws. */
export const changePoints = (summary: Summary, years: readonly PairedBands[], scale = 1): FanPoint[] =>
  years.map(({ difference }, at) => ({ year: summary.startYear + at, band: scaled(difference, scale) }));

const interval = ({ lower80, upper80 }: Band, decimals: number): string =>
  `${formatSigned(lower80, decimals)} to ${formatSigned(upper80, decimals)}`;

const row = (year: number, { label, decimals, scale }: MeasureWords, { baseline, option, difference }: PairedBands) => {
  const cell = (value: number, signed = false) => ({
    value: value * scale,
    text: signed ? formatSigned(value * scale, decimals) : formatNumber(value * scale, decimals),
  });
  const change = scaled(difference, scale);
  return [
    `${label}, ${year}`,
    cell(baseline.median),
    cell(option.median),
    cell(difference.median, true),
    interval(change, decimals),
    change.lower95 === null || change.upper95 === null
      ? 'from 256 draws'
      : `${formatSigned(change.lower95, decimals)} to ${formatSigned(change.upper95, decimals)}`,
  ];
};

const COLUMNS = [
  { label: 'Measure and year' },
  { label: 'Without, median', numeric: true },
  { label: 'With, median', numeric: true },
  { label: 'Change, median', numeric: true },
  { label: 'Change, 80% interval', numeric: true },
  { label: 'Change, 95% interval', numeric: true },
];

/** Every year of a measure of an area. */
export const areaTable = (summary: Summary, areaCode: string | null, measure: AreaMeasure): ChartTableData => ({
  columns: COLUMNS,
  rows: areaSeries(summary, areaCode, measure).map((years, at) =>
    row(summary.startYear + at, AREA_WORDS[measure], years),
  ),
});

export const countryTable = (summary: Summary, measures: readonly CountryMeasure[]): ChartTableData => ({
  columns: COLUMNS,
  rows: measures.flatMap((measure) =>
    countrySeries(summary, measure).map((years, at) => row(summary.startYear + at, COUNTRY_WORDS[measure], years)),
  ),
});
