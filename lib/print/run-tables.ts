import type { PrintedTable } from '@/lib/contracts/run-briefing';
import type { PairedBands } from '@/lib/domain/pathway/outputs/draw-bands';
import type { Band } from '@/lib/domain/pathway/round';
import { foundationGains } from '@/lib/format/foundation-series';
import { formatNumber, formatSigned } from '@/lib/format/number';
import { AREA_WORDS, areaSeries, gainsByArea, type MeasureWords, scaled } from '@/lib/format/pathway-series';
import { fromOutsideWords } from '@/lib/format/pathway-words';
import { formatPosts } from '@/lib/format/round-words';
import { type RunBriefingInput, readFor } from './run-input';

const FROM_256 = 'from 256 draws';

const interval80 = ({ lower80, upper80 }: Band, decimals: number): string =>
  `${formatSigned(lower80, decimals)} to ${formatSigned(upper80, decimals)}`;

const interval95 = ({ lower95, upper95 }: Band, decimals: number): string =>
  lower95 === null || upper95 === null
    ? FROM_256
    : `${formatSigned(lower95, decimals)} to ${formatSigned(upper95, decimals)}`;

/** Name, without and with the option, and the paired change with both intervals. */
export const changeRow = (name: string, { decimals, scale }: MeasureWords, bands: PairedBands): string[] => {
  const change = scaled(bands.difference, scale);
  return [
    name,
    formatNumber(bands.baseline.median * scale, decimals),
    formatNumber(bands.option.median * scale, decimals),
    formatSigned(change.median, decimals),
    interval80(change, decimals),
    interval95(change, decimals),
  ];
};

export const CHANGE_HEADER = ['Without', 'With', 'Change', 'Change, 80%', 'Change, 95%'];

const GAIN_HEADER = ['Median', '80% interval', '95% interval'];
const gainRow = ({ label, change }: { readonly label: string; readonly change: Band }): string[] => [
  label,
  formatSigned(change.median),
  interval80(change, 1),
  interval95(change, 1),
];

/** Foundation posts, where an offer is for F1. */
export function foundationTable({ result }: RunBriefingInput): PrintedTable | null {
  const gains = foundationGains(result);
  if (!gains) return null;
  return {
    title: `Foundation posts (F1) filled, ${gains.year}`,
    header: ['F1 posts filled in the year, change', ...GAIN_HEADER],
    rows: gains.entries.map(gainRow),
    lines: [
      `The year in which ${gains.name} changes most. Not in the specialty posts above, nor in what they are said to gain and lose.`,
    ],
  };
}

/** Gains and losses of specialty posts in the target's strongest year: where something is offered first, the others by name. */
export function gainsTable(input: RunBriefingInput): PrintedTable {
  const { result } = input;
  const gains = gainsByArea(result, readFor(input).code);
  const { lostByOtherRegions, fromOutside } = result.summary.totals;
  return {
    title: `Who gains and who loses, ${gains.year}`,
    header: ['Specialty posts filled in the year, change', ...GAIN_HEADER],
    rows: gains.entries.map(gainRow),
    lines: [
      `Over all years ${formatPosts(lostByOtherRegions.median)} posts are lost by other regions and ${fromOutsideWords(fromOutside)}, at the median. In every draw gains and losses add up; medians need not.`,
      'Regions are in the order of their names: the intervals don’t rank them. A region that loses here loses applicants in the model. It says nothing about how good its training is.',
    ],
  };
}

/** Posts of the region in every year. */
export function yearsTable(input: RunBriefingInput): PrintedTable {
  const { summary } = input.result;
  const { code, name } = readFor(input);
  return {
    title: `Specialty posts filled in ${name}, year by year`,
    header: ['Year', ...CHANGE_HEADER],
    rows: areaSeries(summary, code, 'postsFilled').map((bands, at) =>
      changeRow(String(summary.startYear + at), AREA_WORDS.postsFilled, bands),
    ),
    lines: [],
  };
}

const LAST_YEAR = ['postsFilled', 'ccts', 'ftePer100kNeed'] as const;

const shortChange = (bands: PairedBands | undefined, { decimals, scale }: MeasureWords): string => {
  if (!bands) return 'Not given';
  const change = scaled(bands.difference, scale);
  return `${formatSigned(change.median, decimals)} (${interval80(change, decimals)})`;
};

/** Every region in the last year: gains beside losses, by name. */
export function regionsTable({ result: { summary, regions } }: RunBriefingInput): PrintedTable {
  const codes = [...new Set(summary.areas.map(({ areaCode }) => areaCode))];
  const nameOf = (code: string | null) => regions.find((one) => one.code === code)?.name ?? 'Other regions together';
  const rows = codes.map((code) => [
    nameOf(code),
    ...LAST_YEAR.map((measure) => shortChange(areaSeries(summary, code, measure).at(-1), AREA_WORDS[measure])),
  ]);
  const last = summary.startYear + Math.max(0, ...summary.areas.map(({ years }) => years.length - 1));
  return {
    title: `Every region, change in ${last}`,
    header: ['Region', 'Specialty posts filled', 'CCTs', 'FTE per 100,000 need-weighted'],
    rows: rows.toSorted(([one = ''], [other = '']) => one.localeCompare(other, 'en-GB')),
    lines: ['Median and 80% interval of the paired change. By name: the intervals don’t rank them.'],
  };
}
