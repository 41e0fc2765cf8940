import { ChartFrame } from '@/components/charts/chart-frame';
import { LEAST_FUNNEL_UNITS, toFunnel } from '@/components/charts/funnel';
import { FUNNEL_PLOT, FunnelChart } from '@/components/charts/funnel-chart';
import { comparisonWord } from '@/components/charts/theme';
import type { IndicatorComparison } from '@/lib/contracts/region';
import type { RefusalReason } from '@/lib/domain/statistics/outcome';
import { formatNumber, formatPercent } from '@/lib/format/number';
import { listInWords } from '@/lib/format/words';
import { comparisonSubjects } from './comparison-subjects';
import { comparisonTitle } from './comparison-text';

type FunnelSectionProps = { comparison: IndicatorComparison; highlighted: ReadonlySet<string> };

const WHY_REFUSED: Partial<Record<RefusalReason, string>> = {
  events_exceed_total: 'a count is above its denominator',
  negative_events: 'a count is below zero',
  no_denominator: 'a denominator is zero',
  not_finite: 'a count is missing or not a number',
  no_events: 'nothing was counted anywhere',
};

/** A count and its denominator make a funnel only where the share is drawn from them: then it has an interval. */
const entriesOf = ({ rows }: IndicatorComparison, highlighted: ReadonlySet<string>) =>
  rows.flatMap(({ area: { code, name }, figure }) =>
    figure?.measure.kind === 'value' &&
    figure.measure.interval &&
    figure.numerator !== null &&
    figure.denominator !== null
      ? [{ code, name, events: figure.numerator, total: figure.denominator, highlighted: highlighted.has(code) }]
      : [],
  );

/** Areas by size, with limits for chance; or why there is no such chart. Shares with counts only. */
export function FunnelSection({ comparison, highlighted }: FunnelSectionProps) {
  const { indicator, rows } = comparison;
  if (indicator.unit !== 'percent') return null;
  const sample = rows.find(({ figure }) => figure)?.figure;
  const funnel = toFunnel(entriesOf(comparison, highlighted), indicator.polarity, FUNNEL_PLOT);
  if (funnel.kind === 'none' || !sample) {
    const reason =
      funnel.kind === 'none' && funnel.reason !== 'too_few_units'
        ? (WHY_REFUSED[funnel.reason] ?? 'the counts are outside what the method allows')
        : `it needs counts for at least ${LEAST_FUNNEL_UNITS} areas, and ${funnel.kind === 'none' ? funnel.units : 0} of ${rows.length} have them`;
    return <p className="text-sm text-muted">{`No funnel plot: ${reason}.`}</p>;
  }
  const { units, averagePct, phi, isWidened } = funnel;
  const write = (pct: number) => formatPercent(pct, indicator.decimals);
  const outside = units.filter(({ signal }) => signal !== 'within');
  const title =
    outside.length === 0
      ? `No area lies outside the limits: ${comparisonTitle(comparison)}`
      : `${outside.length} of ${units.length} areas ${outside.length === 1 ? 'lies' : 'lie'} outside the limits: ${comparisonTitle(comparison)}`;
  const alternative = `All areas together: ${write(averagePct)}. ${
    outside.length === 0
      ? 'Every area is within the 95% limits.'
      : `Outside the 95% limits: ${listInWords(outside.map(({ name, comparison: c }) => `${name} (${comparisonWord(c)})`))}.`
  }`;
  return (
    <ChartFrame
      id="funnel"
      of={comparisonSubjects(comparison)}
      headingLevel={2}
      title={title}
      alternative={alternative}
      unit={`% up, ${indicator.denominator.toLowerCase()} across`}
      period={comparison.periodLabel ?? ''}
      source={sample.source}
      releaseId={sample.releaseId}
      provenance={sample.provenance}
      footnotes={[
        'Line: all areas together. Dashed: 95% limits. Solid: 99.8% limits. Only areas outside the limits, and those you chose, are named.',
        isWidened
          ? `Areas differ by more than chance (over-dispersion ${formatNumber(phi, 2)}; 1 is chance alone), so the limits are widened for it (additive, winsorised at 10%).`
          : `Areas differ by no more than chance (over-dispersion ${formatNumber(phi, 2)}), so the limits are not widened.`,
      ]}
      table={{
        columns: [
          { label: 'Area' },
          { label: indicator.shortName, numeric: true },
          { label: 'Count', numeric: true },
          { label: 'Of', numeric: true },
          { label: 'Against the limits' },
        ],
        rows: units.map(({ name, valuePct, events, total, signal, comparison: c }) => [
          name,
          { value: valuePct, text: write(valuePct) },
          { value: events, text: formatNumber(events) },
          { value: total, text: formatNumber(total) },
          signal === 'within' ? 'within' : `${comparisonWord(c)}, beyond ${signal === 'far' ? '99.8%' : '95%'}`,
        ]),
      }}
    >
      <FunnelChart
        funnel={funnel}
        alternative={alternative}
        decimals={indicator.decimals}
        sizeLabel={`${indicator.denominator} →`}
      />
    </ChartFrame>
  );
}
