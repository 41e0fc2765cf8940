import { absentCell, figureCell } from '@/components/charts/chart-cell';
import { ChartFrame } from '@/components/charts/chart-frame';
import { ofArea } from '@/components/charts/chart-papers';
import { toGradient } from '@/components/charts/gradient';
import { GradientChart } from '@/components/charts/gradient-chart';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import type { RegionReview } from '@/lib/data/region-review';
import { comparatorOf } from '@/lib/domain/indicators/comparator';
import { latestRecent } from '@/lib/domain/indicators/figure-input';
import { deprivationGroupWords, GP_SUPPLY } from '@/lib/domain/indicators/gradient';
import { gradientOverTime } from '@/lib/domain/indicators/gradient-over-time';
import { type Measure, NOT_LOADED } from '@/lib/domain/measure/measure';
import { caveatText } from '@/lib/format/caveat';
import { formatMeasure, formatNumber, formatSigned } from '@/lib/format/number';

const GROUPS = ['fifth-1', 'fifths-1-2', 'fifth-2', 'fifth-3', 'fifth-4', 'fifth-5'];
const FORMAT = { unit: 'per_10k', decimals: 2 } as const;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** GP supply by practice deprivation, most deprived first. */
export function SupplyGradient({ review: { profile, gradient } }: { review: RegionReview }) {
  const indicator = profile.indicators.find(({ id }) => id === GP_SUPPLY);
  if (!indicator) return null;
  const loaded = GROUPS.flatMap(
    (breakdown) => latestRecent(profile.figures, { indicatorId: GP_SUPPLY, breakdown }) ?? [],
  );
  // A merged group stands in only where its parts are not given.
  const isSplit = loaded.some(({ breakdown }) => breakdown === 'fifth-1');
  const figures = loaded.filter(({ breakdown }) => !isSplit || !breakdown.startsWith('fifths'));
  const [first] = figures;
  if (!first) {
    return (
      <EmptyState
        title="GP supply by deprivation is not loaded for this area"
        actions={
          <LinkButton href={`/regions?type=nhs_region&indicator=${GP_SUPPLY}`}>See it for NHS regions</LinkButton>
        }
      >
        <p>{indicator.loadHint}</p>
      </EmptyState>
    );
  }
  const entries = figures.map((figure) => ({
    label: capital(deprivationGroupWords(figure.breakdown)),
    figure,
    comparator: comparatorOf(profile, figure),
  }));
  const compared = entries.some(({ comparator }) => comparator !== null);
  const comparatorName = entries.find(({ comparator }) => comparator)?.comparator?.areaName ?? 'comparator';
  const rows = toGradient(
    entries.map(({ label, figure, comparator }) => ({
      label,
      area: figure.measure,
      comparator: comparator?.measure ?? NOT_LOADED,
    })),
  );
  const alternative = gradient.kind === 'gradient' ? gradient.sentence : gradient.reason;
  const title =
    gradient.kind !== 'gradient'
      ? 'GP supply by practice deprivation'
      : gradient.absoluteDifference < 0
        ? 'Practices in the most deprived areas have fewer GPs for their patients'
        : 'Practices in the most deprived areas do not have fewer GPs for their patients';
  const indices = gradientOverTime(figures, indicator).at(-1);
  const indexNote = indices
    ? `Slope index of inequality ${formatSigned(indices.slopeIndex, FORMAT.decimals)} per 10,000 patients (least less most deprived end)${indices.relativeIndex === null ? '' : `, relative index ${formatNumber(indices.relativeIndex, FORMAT.decimals)}`}; fifths count as equal shares of patients. ${indices.slopeInterval ? '' : 'No counts, so no interval.'}`
    : null;
  const cell = (measure: Measure) => figureCell(measure, formatMeasure(measure, indicator.unit, FORMAT.decimals));
  return (
    <ChartFrame
      id="figure-gp-fte-per-10k"
      headingLevel={2}
      title={title}
      alternative={alternative}
      of={[ofArea(profile.area)]}
      unit="fully qualified GPs (FTE) per 10,000 patients"
      period={first.period.label}
      source={first.source}
      releaseId={first.releaseId}
      provenance={first.provenance}
      footnotes={[caveatText(indicator, first.provenance), ...(indexNote ? [indexNote] : [])]}
      table={{
        columns: [
          { label: 'Practices serving' },
          { label: profile.area.name, numeric: true },
          ...(compared ? [{ label: comparatorName, numeric: true }] : []),
        ],
        rows: entries.map(({ label, figure, comparator }) => [
          label,
          cell(figure.measure),
          ...(compared ? [comparator ? cell(comparator.measure) : absentCell('not_loaded', 'Not loaded')] : []),
        ]),
      }}
    >
      <GradientChart
        gradient={rows}
        areaName={profile.area.name}
        comparatorName={comparatorName}
        format={FORMAT}
        alternative={alternative}
      />
    </ChartFrame>
  );
}
