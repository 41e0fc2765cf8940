import { figureCell } from '@/components/charts/chart-cell';
import { ChartFrame } from '@/components/charts/chart-frame';
import { InteractiveChart } from '@/components/charts/interactive-chart';
import { LineSeriesChart } from '@/components/charts/line-series-chart';
import { XMR_PLOT } from '@/components/charts/xmr-chart';
import { toXmrSeries, xmrAbsence } from '@/components/charts/xmr-series';
import type { Figure } from '@/lib/contracts/figure';
import type { AreaProfile } from '@/lib/contracts/region';
import { ALL, type Indicator } from '@/lib/domain/indicators/indicator';
import { plotted } from '@/lib/domain/measure/measure';
import { caveatText } from '@/lib/format/caveat';
import { inPeriod } from '@/lib/format/date';
import { formatMeasure } from '@/lib/format/number';
import { ControlChart } from './control-chart';
import { seriesPapers } from './series-papers';

const LEAST_POINTS = 3;

/** Years with their fraction: where a period ends on the axis. */
const positionOf = (isoDate: string): number => Number(isoDate.slice(0, 4)) + (Number(isoDate.slice(5, 7)) - 1) / 12;

type SeriesChartProps = { indicator: Indicator; figures: readonly Figure[] };

/** The series, and its control chart where it is long enough; where it isn't, how long it is. */
function SeriesCharts({ indicator, figures }: SeriesChartProps) {
  const [first, last] = [figures.at(0), figures.at(-1)];
  const control = toXmrSeries(
    figures.map(({ period, measure }) => ({ label: period.label, value: plotted(measure) })),
    indicator.polarity,
    XMR_PLOT,
  );
  return (
    <>
      <SeriesChart indicator={indicator} figures={figures} absence={xmrAbsence(control)} />
      {control.kind === 'chart' && first && last ? (
        <ControlChart indicator={indicator} series={control} first={first} last={last} />
      ) : null}
    </>
  );
}

function SeriesChart({ indicator, figures, absence }: SeriesChartProps & { absence: string | null }) {
  const [first, last] = [figures.at(0), figures.at(-1)];
  if (!first || !last) return null;
  const write = (figure: Figure) => formatMeasure(figure.measure, indicator.unit, indicator.decimals);
  const format = { unit: indicator.unit, decimals: indicator.decimals };
  const title = `${indicator.shortName}: ${write(first)} ${inPeriod(first.period.label)}, ${write(last)} ${inPeriod(last.period.label)}`;
  const alternative = `${title}. ${figures.length} figures${last.stale ? '; the last is over three years old' : ''}.`;
  const series = [
    {
      id: indicator.id,
      name: indicator.shortName,
      points: figures.map(({ period, measure, stale }) => ({
        x: positionOf(period.end),
        label: period.label,
        measure,
        stale,
      })),
    },
  ];
  return (
    <ChartFrame
      id={`series-${indicator.id}`}
      title={title}
      alternative={alternative}
      {...seriesPapers(indicator, first, last)}
      provenance={last.provenance}
      footnotes={[caveatText(indicator, last.provenance), ...(absence ? [absence] : [])]}
      table={{
        columns: [{ label: 'Period' }, { label: indicator.shortName, numeric: true }],
        rows: figures.map((figure) => [figure.period.label, figureCell(figure.measure, write(figure))]),
      }}
    >
      <InteractiveChart
        kind="line"
        label={title}
        data={figures.map(({ period, measure }) => ({ period: period.label, [indicator.shortName]: plotted(measure) }))}
        index="period"
        categories={[indicator.shortName]}
        format={format}
      >
        <LineSeriesChart series={series} format={format} alternative={alternative} />
      </InteractiveChart>
    </ChartFrame>
  );
}

/** Series of at least three periods, each in a chart of its own: series of different definitions are never joined. */
export function OverTime({ profile }: { profile: AreaProfile }) {
  const series = profile.indicators
    .filter(({ display }) => display === 'profile')
    .map((indicator) => ({
      indicator,
      figures: profile.figures
        .filter(({ indicatorId, breakdown }) => indicatorId === indicator.id && breakdown === ALL)
        .toSorted((a, b) => (a.period.end < b.period.end ? -1 : 1)),
    }))
    .filter(({ figures }) => figures.length >= LEAST_POINTS);
  if (series.length === 0) return null;
  return (
    <section aria-labelledby="over-time" className="flex flex-col gap-4">
      <h2 id="over-time" className="text-xl">
        Over time
      </h2>
      <div className="grid gap-6 lg:grid-cols-2">
        {series.map(({ indicator, figures }) => (
          <SeriesCharts key={indicator.id} indicator={indicator} figures={figures} />
        ))}
      </div>
    </section>
  );
}
