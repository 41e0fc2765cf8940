import type { Bar, BarsFigure, BarsSpec } from '@/lib/contracts/briefing';
import type { Figure } from '@/lib/contracts/figure';
import { selectBars } from '@/lib/domain/briefing/bar-selection';
import { shortAreaName } from '@/lib/domain/geography/area-label';
import { plotted } from '@/lib/domain/measure/measure';
import { formatNumber } from '@/lib/format/number';
import type { AreaFigures, BriefingInput } from './briefing-input';
import { sortedBarsSvg } from './figures/sorted-bars';
import { figureName, sourceNames } from './map-section';

type BarsInput = { readonly input: BriefingInput; readonly bars: AreaFigures };

const toBar = (figure: Figure, { input, bars }: BarsInput): readonly Bar[] => {
  if (figure.measure.kind !== 'value') return [];
  const { value, interval } = figure.measure;
  return [
    {
      code: figure.areaCode,
      name: shortAreaName(figure.areaName),
      value,
      lower: interval?.lower ?? null,
      upper: interval?.upper ?? null,
      label: formatNumber(value, bars.indicator.decimals),
      selected: figure.areaCode === input.area.code,
    },
  ];
};

const benchmarkOf = ({ bars }: BarsInput): BarsSpec['benchmark'] => {
  const value = bars.benchmark === null ? null : plotted(bars.benchmark.measure);
  if (bars.benchmark === null || value === null) return null;
  return { name: bars.benchmark.areaName, value, label: formatNumber(value, bars.indicator.decimals) };
};

const AXIS_WORDS: Readonly<Record<AreaFigures['indicator']['unit'], string>> = {
  percent: 'Per cent',
  per_100k: 'Per 100,000 people',
  per_10k: 'Per 10,000 people',
  index: 'Index, the country = 1',
  year: 'Year',
  score: 'Score',
  count: 'Number',
  patients_per_fte: 'Patients per full-time equivalent',
  people: 'People',
  per_trainee_year: 'Per trainee-year',
  per_post: 'Per post',
  km: 'Kilometres',
  months: 'Months',
  weeks: 'Weeks',
};

const MAX_NAMES = 12;

/** More than a dozen names would be a column of text: then their number. */
const namesNotLoaded = ({ input, bars }: BarsInput): string[] => {
  const loaded = new Set(
    bars.figures.filter(({ measure }) => measure.kind !== 'not_loaded').map((figure) => figure.areaCode),
  );
  const names = input.places.filter((place) => !loaded.has(place.code)).map((place) => shortAreaName(place.name));
  return names.length <= MAX_NAMES ? names : [`${names.length} of ${input.places.length} areas`];
};

const altText = ({ bars }: BarsInput, spec: BarsSpec, notLoaded: readonly string[]): string => {
  const values = spec.bars.map((bar) => `${bar.name} ${bar.label}`).join('; ');
  const benchmark = spec.benchmark ? ` ${spec.benchmark.name} ${spec.benchmark.label}.` : '';
  const missing = notLoaded.length === 0 ? '' : ` Not loaded: ${notLoaded.join(', ')}.`;
  return `Bars of ${figureName(bars)}, highest first: ${values}.${benchmark}${missing}`;
};

/** Word from the area's interval against the benchmark's value, never from two overlapping intervals. */
const againstBenchmark = (bar: Bar, benchmark: NonNullable<BarsSpec['benchmark']>): string => {
  if (bar.lower !== null && bar.lower > benchmark.value) return 'above';
  if (bar.upper !== null && bar.upper < benchmark.value) return 'below';
  if (bar.lower !== null && bar.upper !== null) return 'not clearly different from';
  return bar.value === benchmark.value ? 'equal to' : bar.value > benchmark.value ? 'above' : 'below';
};

const title = ({ bars }: BarsInput, spec: BarsSpec): string => {
  const own = spec.bars.find((bar) => bar.selected);
  if (!own || !spec.benchmark) return figureName(bars);
  const what = [bars.indicator.shortName, bars.breakdownLabel].filter((part) => part !== '').join(', ');
  return `${what}: ${own.name} is ${againstBenchmark(own, spec.benchmark)} the ${spec.benchmark.name} figure`;
};

const caption = ({ bars }: BarsInput, spec: BarsSpec, omitted: number): string => {
  const whiskers = spec.bars.some((bar) => bar.lower !== null) ? ' Whiskers are 95% intervals.' : '';
  const left = omitted === 0 ? '' : ` The highest and lowest are shown; ${omitted} in between are left out.`;
  const hidden = bars.figures.filter(({ measure }) => measure.kind === 'suppressed').length;
  const suppressed = hidden === 0 ? '' : ` Suppressed: ${hidden}.`;
  return `${figureName(bars)}.${whiskers}${left}${suppressed} Source: ${sourceNames(bars)}.`;
};

/** Null where no area has a value. */
export const barsSection = (input: BriefingInput): BarsFigure | null => {
  if (input.bars === null) return null;
  const context = { input, bars: input.bars };
  const { shown, omitted } = selectBars(input.bars.figures.flatMap((figure) => toBar(figure, context)));
  if (shown.length === 0) return null;
  const spec: BarsSpec = {
    baseline: input.bars.indicator.unit === 'index' ? 1 : 0,
    axisLabel: AXIS_WORDS[input.bars.indicator.unit],
    ceiling: input.bars.indicator.unit === 'percent' ? 100 : null,
    bars: [...shown],
    benchmark: benchmarkOf(context),
  };
  const notLoaded = namesNotLoaded(context);
  const alt = altText(context, spec, notLoaded);
  return {
    title: title(context, spec),
    caption: caption(context, spec, omitted),
    alt,
    svg: sortedBarsSvg(spec, alt),
    spec,
    notLoaded,
    omitted,
  };
};
