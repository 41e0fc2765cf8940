import { ChartFrame } from '@/components/charts/chart-frame';
import { comparisonWord } from '@/components/charts/theme';
import { XmrChart } from '@/components/charts/xmr-chart';
import type { XmrSeries } from '@/components/charts/xmr-series';
import type { Figure } from '@/lib/contracts/figure';
import type { Indicator } from '@/lib/domain/indicators/indicator';
import { formatInUnit } from '@/lib/format/number';
import { seriesPapers } from './series-papers';

type ControlChartProps = {
  indicator: Indicator;
  series: Extract<XmrSeries, { kind: 'chart' }>;
  /** The series' first and last figure: period, source and release. */
  first: Figure;
  last: Figure;
};

const NOTES = [
  'XmR chart (NHS England, Making Data Count). Line: mean. Dashed: mean ∓ 2.66 × mean moving range, without ranges beyond their own limit.',
  'Set apart: outside a limit, seven in a row on one side of the mean, seven in a row rising or falling, or two in three near a limit. It says that something changed, not what.',
];

/** A long series with its process limits: what chance alone does not explain. */
export function ControlChart({ indicator, series, first, last }: ControlChartProps) {
  const { marks, mean, lower, upper } = series;
  const write = (value: number) => formatInUnit(value, indicator.unit, indicator.decimals);
  const apart = marks.filter(({ signal }) => signal !== '');
  const [latest] = marks.slice(-1);
  const title =
    apart.length === 0
      ? `${indicator.shortName}: no period differs by more than chance`
      : `${indicator.shortName}: ${apart.length} of ${marks.length} periods ${apart.length === 1 ? 'differs' : 'differ'} by more than chance`;
  const limits = lower === null || upper === null ? 'no limits' : `limits ${write(lower)} to ${write(upper)}`;
  const alternative = `${title}. Mean ${write(mean)}, ${limits}. Latest, ${latest?.label ?? ''}: ${latest ? write(latest.value) : ''}${latest?.signal ? `, ${latest.signal}` : ', within them'}.`;
  return (
    <ChartFrame
      id={`control-${indicator.id}`}
      title={title}
      alternative={alternative}
      {...seriesPapers(indicator, first, last)}
      provenance={last.provenance === 'published' ? 'derived' : last.provenance}
      footnotes={NOTES}
      table={{
        columns: [{ label: 'Period' }, { label: indicator.shortName, numeric: true }, { label: 'Reading' }],
        rows: marks.map(({ label, value, signal, comparison }) => [
          label,
          { value, text: write(value) },
          signal === '' ? 'common cause' : `${signal}: ${comparisonWord(comparison)}`,
        ]),
      }}
    >
      <XmrChart
        series={series}
        format={{ unit: indicator.unit, decimals: indicator.decimals }}
        alternative={alternative}
      />
    </ChartFrame>
  );
}
