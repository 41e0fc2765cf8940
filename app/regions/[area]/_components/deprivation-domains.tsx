import { absentCell } from '@/components/charts/chart-cell';
import { ChartFrame } from '@/components/charts/chart-frame';
import { ofArea } from '@/components/charts/chart-papers';
import { toDomainRows } from '@/components/charts/domain-bars';
import { DOMAIN_BARS_NOTE, DomainBarsChart } from '@/components/charts/domain-bars-chart';
import type { AreaProfile } from '@/lib/contracts/region';
import { comparatorOf } from '@/lib/domain/indicators/comparator';
import { latestRecent } from '@/lib/domain/indicators/figure-input';
import { ALL } from '@/lib/domain/indicators/indicator';
import { plotted } from '@/lib/domain/measure/measure';
import { formatNumber } from '@/lib/format/number';

const DOMAIN = /^imd-(?!score)/;
const DECIMALS = 2;

/** Deprivation by domain: low income, work, housing and surroundings are different things. No judgement. */
export function DeprivationDomains({ profile }: { profile: AreaProfile }) {
  const entries = profile.indicators
    .filter(({ id }) => DOMAIN.test(id))
    .flatMap(({ id, shortName }) => {
      const figure = latestRecent(profile.figures, { indicatorId: id, breakdown: ALL });
      if (!figure) return [];
      const peers = profile.peers.filter((f) => f.indicatorId === id && f.period.end === figure.period.end);
      return [{ label: shortName, figure, comparator: comparatorOf(profile, figure), peers }];
    });
  const [first] = entries;
  if (!first?.comparator) return null;
  const rows = toDomainRows(
    entries.map(({ label, figure, comparator, peers }) => ({
      label,
      value: plotted(figure.measure),
      benchmark: comparator && plotted(comparator.measure),
      areas: peers.flatMap(({ measure }) => (measure.kind === 'value' ? [measure.value] : [])),
    })),
  );
  const higher = rows.filter(({ word }) => word === 'higher').map(({ label }) => label.replace(/^[^:]*: /, ''));
  const comparatorName = first.comparator.areaName;
  const title =
    higher.length === 0
      ? `Deprivation is lower than in ${comparatorName} in every domain`
      : `Deprivation is higher than in ${comparatorName} in ${higher.length} of ${rows.length} domains`;
  const alternative = `${profile.area.name} against ${comparatorName}: higher in ${higher.join(', ') || 'no domain'}. Each row has its own scale: the widest gap of any area of the same kind.`;
  const write = (value: number | null) =>
    value === null ? absentCell('not_loaded', 'Not loaded') : { value, text: formatNumber(value, DECIMALS) };
  return (
    <ChartFrame
      id="domains"
      headingLevel={2}
      title={title}
      alternative={alternative}
      of={[ofArea(profile.area)]}
      unit="score; each domain has a scale of its own"
      period={first.figure.period.label}
      source={first.figure.source}
      releaseId={first.figure.releaseId}
      provenance={first.figure.provenance}
      footnotes={[
        DOMAIN_BARS_NOTE,
        'An association between deprivation and recruitment across areas says nothing about any one person, and is not a cause.',
      ]}
      table={{
        columns: [
          { label: 'Domain' },
          { label: profile.area.name, numeric: true },
          { label: comparatorName, numeric: true },
          { label: 'Reading' },
        ],
        rows: rows.map(({ label, value, benchmark, word }) => [label, write(value), write(benchmark), word]),
      }}
    >
      <DomainBarsChart
        rows={rows}
        benchmarkName={comparatorName}
        format={{ unit: 'score', decimals: DECIMALS }}
        alternative={alternative}
      />
    </ChartFrame>
  );
}
