import { absentCell, type ChartCell } from '@/components/charts/chart-cell';
import { ChartFrame } from '@/components/charts/chart-frame';
import { ofArea } from '@/components/charts/chart-papers';
import { InteractiveChart } from '@/components/charts/interactive-chart';
import { LineSeriesChart } from '@/components/charts/line-series-chart';
import { unitText, type ValueFormat } from '@/components/charts/value-format';
import type { AreaProfile } from '@/lib/contracts/region';
import { countryOf } from '@/lib/domain/geography/area';
import { type GradientPoint, gradientOverTime } from '@/lib/domain/indicators/gradient-over-time';
import type { Indicator } from '@/lib/domain/indicators/indicator';
import { measured, NOT_LOADED } from '@/lib/domain/measure/measure';
import { inPeriod } from '@/lib/format/date';
import { formatInterval, formatNumber, formatSigned } from '@/lib/format/number';

const LEAST_POINTS = 3;

type Index = {
  id: 'slope' | 'relative';
  heading: (indicator: Indicator) => string;
  unit: (indicator: Indicator) => string;
  format: (indicator: Indicator) => ValueFormat;
  valueOf: (point: GradientPoint) => number | null;
  limitsOf: (point: GradientPoint) => GradientPoint['slopeInterval'];
  write: (value: number, indicator: Indicator) => string;
};

const RATIO_DECIMALS = 2;

const SLOPE: Index = {
  id: 'slope',
  heading: ({ shortName }) => `${shortName}, least less most deprived end`,
  unit: ({ unit }) => `slope index of inequality, ${unitText(unit)}; 0 = no gap`,
  format: ({ unit, decimals }) => ({ unit, decimals }),
  valueOf: ({ slopeIndex }) => slopeIndex,
  limitsOf: ({ slopeInterval }) => slopeInterval,
  write: (value, { decimals }) => formatSigned(value, decimals),
};

const RELATIVE: Index = {
  id: 'relative',
  heading: ({ shortName }) => `${shortName}, least ÷ most deprived end`,
  unit: () => 'relative index of inequality; 1 = no gap',
  format: () => ({ unit: 'score', decimals: RATIO_DECIMALS }),
  valueOf: ({ relativeIndex }) => relativeIndex,
  limitsOf: ({ relativeInterval }) => relativeInterval,
  write: (value) => formatNumber(value, RATIO_DECIMALS),
};

const METHOD =
  'Slope across five fifths by deprivation, read at its two ends. Each fifth counts as the same share of people: the source does not say how many each has.';
const NO_COUNTS =
  'The source gives no counts, so there is no standard error and no interval: small changes from year to year may be chance.';
const NO_CAUSE = 'An association across groups of areas or practices, not an effect of deprivation.';

/** Years with their fraction: where a period ends on the axis. */
const positionOf = (isoDay: string): number => Number(isoDay.slice(0, 4)) + (Number(isoDay.slice(5, 7)) - 1) / 12;

type Line = { name: string; points: readonly GradientPoint[] };

function linesOf(profile: AreaProfile, indicator: Indicator): Line[] {
  const country = countryOf(profile.area.root);
  const national = profile.national.filter(({ areaCode }) => areaCode === country.code);
  return [
    { name: profile.area.name, points: gradientOverTime(profile.figures, indicator) },
    { name: country.name, points: gradientOverTime(national, indicator) },
  ].filter(({ points }, at) => at === 0 || points.length > 0);
}

/** Inequality across fifths of deprivation over time, for the area and its country: absolute and relative. */
export function GradientTrend({ profile }: { profile: AreaProfile }) {
  const inFifths = new Set(
    profile.figures.filter(({ breakdown }) => breakdown === 'fifth-1').map(({ indicatorId }) => indicatorId),
  );
  const series = profile.indicators
    .filter(({ id, display }) => display === 'profile' && inFifths.has(id))
    .map((indicator) => ({ indicator, lines: linesOf(profile, indicator) }))
    .filter(({ lines }) => (lines[0]?.points.length ?? 0) >= LEAST_POINTS);
  if (series.length === 0) return null;
  return (
    <section aria-labelledby="gradient-trend" className="flex flex-col gap-4">
      <h2 id="gradient-trend" className="text-xl">
        Inequality by deprivation, year by year
      </h2>
      <div className="grid gap-6 lg:grid-cols-2">
        {series.flatMap(({ indicator, lines }) =>
          [SLOPE, RELATIVE].map((index) => (
            <IndexChart
              key={`${indicator.id} ${index.id}`}
              index={index}
              indicator={indicator}
              lines={lines}
              profile={profile}
            />
          )),
        )}
      </div>
    </section>
  );
}

type IndexChartProps = { index: Index; indicator: Indicator; lines: readonly Line[]; profile: AreaProfile };

function IndexChart({ index, indicator, lines, profile }: IndexChartProps) {
  const points = lines[0]?.points ?? [];
  const [first, last] = [points.at(0), points.at(-1)];
  const papers = profile.figures.find(
    ({ indicatorId, period }) => indicatorId === indicator.id && period.end === last?.period.end,
  );
  if (!first || !last || !papers) return null;
  const write = (point: GradientPoint): string => {
    const value = index.valueOf(point);
    return value === null ? 'not defined' : index.write(value, indicator);
  };
  const hasLimits = points.every((point) => index.limitsOf(point) !== null);
  const limitsText = (limits: GradientPoint['slopeInterval']): string =>
    limits ? formatInterval(limits, index.format(indicator).decimals) : 'none: no counts';
  const title = `${index.heading(indicator)}: ${write(first)} ${inPeriod(first.period.label)}, ${write(last)} ${inPeriod(last.period.label)}`;
  const alternative = `${profile.area.name}. ${title}. ${points.length} years.`;
  const at = (line: Line, end: string) => line.points.find(({ period }) => period.end === end);
  const cell = (point: GradientPoint | undefined): ChartCell => {
    if (!point) return absentCell('not_loaded', 'Not loaded');
    const value = index.valueOf(point);
    return value === null
      ? absentCell('not_applicable', 'Not defined')
      : { value, text: index.write(value, indicator) };
  };
  return (
    <ChartFrame
      id={`gradient-${index.id}-${indicator.id}`}
      title={title}
      alternative={alternative}
      of={[ofArea(profile.area)]}
      unit={index.unit(indicator)}
      period={`${first.period.label} to ${last.period.label}`}
      source={papers.source}
      releaseId={papers.releaseId}
      provenance={profile.area.root === 'demonstration' ? 'demonstration' : 'derived'}
      footnotes={[METHOD, ...(hasLimits ? [] : [NO_COUNTS]), NO_CAUSE]}
      table={{
        columns: [
          { label: 'Period' },
          ...lines.map(({ name }) => ({ label: name, numeric: true })),
          { label: '95% interval' },
        ],
        rows: points.map((point) => [
          point.period.label,
          ...lines.map((line) => cell(at(line, point.period.end))),
          limitsText(index.limitsOf(point)),
        ]),
      }}
    >
      <InteractiveChart
        kind="line"
        label={title}
        data={points.map(({ period }) => ({
          period: period.label,
          ...Object.fromEntries(
            lines.map((line) => {
              const point = at(line, period.end);
              return [line.name, point ? index.valueOf(point) : null];
            }),
          ),
        }))}
        index="period"
        categories={lines.map(({ name }) => name)}
        format={index.format(indicator)}
      >
        <LineSeriesChart
          series={lines.map((line) => ({
            id: line.name,
            name: line.name,
            points: line.points.map((point) => {
              const value = index.valueOf(point);
              return {
                x: positionOf(point.period.end),
                label: point.period.label,
                measure: value === null ? NOT_LOADED : measured(value),
                stale: false,
              };
            }),
          }))}
          format={index.format(indicator)}
          alternative={alternative}
        />
      </InteractiveChart>
    </ChartFrame>
  );
}
