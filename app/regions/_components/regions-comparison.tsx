import { ChartFrame } from '@/components/charts/chart-frame';
import { toCompareBars } from '@/components/charts/compare-bars';
import { CompareBarsChart } from '@/components/charts/compare-bars-chart';
import type { Comparison } from '@/components/charts/theme';
import { unitText } from '@/components/charts/value-format';
import { readComparison } from '@/components/figures/read-comparison';
import { Callout } from '@/components/tremor/callout';
import { EmptyState } from '@/components/ui/empty-state';
import type { BoundaryMap } from '@/lib/contracts/boundary-map';
import type { Figure } from '@/lib/contracts/figure';
import { figuresFiles } from '@/lib/contracts/figures-query';
import type { IndicatorComparison } from '@/lib/contracts/region';
import { comparatorYear, type RegionsQuery } from '@/lib/contracts/regions-query';
import { type Measure, NOT_LOADED, plotted } from '@/lib/domain/measure/measure';
import { comparisonSubjects } from './comparison-subjects';
import { comparisonTable } from './comparison-table';
import { comparisonAlternative, comparisonTitle } from './comparison-text';
import type { ComparatorFor } from './earlier-comparators';
import { FunnelSection } from './funnel-section';
import { hasMap, IndicatorMap, MapChoice, mapCredits } from './indicator-map';
import { peerBarBand } from './peer-band';
import type { PeerChoice } from './peer-choice';
import { RegionsTable } from './regions-table';

type RegionsComparisonProps = {
  query: RegionsQuery;
  comparison: IndicatorComparison;
  populations: ReadonlyMap<string, number>;
  /** What each area's figure is compared with: the one comparator, or its own earlier figure. */
  comparatorFor: ComparatorFor;
  /** Null where no area or peers are chosen. */
  peers: PeerChoice | null;
  highlighted: ReadonlySet<string>;
  /** Null where no boundary file of these areas is loaded. */
  boundaries: BoundaryMap | null;
};

const MOST_BARS = 45;

/** Classes and bars are made from values as printed: two areas that show the same number look the same. */
const asShown = (measure: Measure, decimals: number): Measure =>
  measure.kind === 'value' ? { ...measure, value: Number(measure.value.toFixed(decimals)) } : measure;

/** Without an interval there is no comparison: the bar keeps the plain colour. */
const comparedOnly = (comparison: Comparison): Comparison | undefined =>
  comparison.direction === 'not_compared' ? undefined : comparison;

/** The bar's own line: an earlier figure of the same area. The comparator of all areas is one line through all bars. */
const ownReference = (comparator: Figure | null, figure: Figure): number | null =>
  comparator && comparator.areaCode === figure.areaCode ? plotted(comparator.measure) : null;

/** Map and ranked bars of one indicator, then the table of all areas. */
export function RegionsComparison(props: RegionsComparisonProps) {
  const { query, comparison, populations, comparatorFor, peers, highlighted, boundaries } = props;
  const { indicator, rows, comparator } = comparison;
  const loaded = rows.flatMap(({ figure }) => (figure?.measure.kind === 'value' ? [figure] : []));
  const [sample] = loaded;
  if (!sample) {
    return (
      <EmptyState title={`${indicator.shortName} is not loaded for these areas`}>
        <p>{indicator.loadHint}</p>
      </EmptyState>
    );
  }
  const format = { unit: indicator.unit, decimals: indicator.decimals };
  const alternative = comparisonAlternative(comparison);
  const areas = rows.map(({ area, figure }) => ({
    ...area,
    measure: asShown(figure?.measure ?? NOT_LOADED, indicator.decimals),
    href: `/regions/${area.code}`,
    size: populations.get(area.code) ?? null,
    stale: figure?.stale ?? false,
    comparison: figure ? comparedOnly(readComparison(figure, comparatorFor(figure), indicator)) : undefined,
    highlighted: highlighted.has(area.code),
    reference: figure ? ownReference(comparatorFor(figure), figure) : null,
  }));
  const band = peers ? peerBarBand(rows, peers, indicator.id) : null;
  const papers = {
    of: comparisonSubjects(comparison),
    period: comparison.periodLabel ?? '',
    source: sample.source,
    releaseId: sample.releaseId,
    provenance: loaded.some((figure) => query.on && figure.provenance === 'derived') ? 'derived' : sample.provenance,
    table: comparisonTable(comparison),
    headingLevel: 2 as const,
  };
  const files = figuresFiles({ indicator: indicator.id, type: query.type, on: query.on, country: query.country });
  return (
    <div className="flex flex-col gap-8">
      {sample.stale ? (
        <Callout tone="caution" title={`These figures are old: ${comparison.periodLabel}`}>
          They are over three years old. {indicator.loadHint}
        </Callout>
      ) : null}
      {hasMap(query, boundaries) ? null : <MapChoice query={query} boundaries={boundaries} />}
      <div className="grid gap-6 empty:hidden lg:grid-cols-2">
        {hasMap(query, boundaries) ? (
          <ChartFrame
            id="map"
            title={`Where: ${comparisonTitle(comparison)}`}
            alternative={alternative}
            unit={unitText(indicator.unit)}
            credits={mapCredits(query, boundaries)}
            {...papers}
          >
            <IndicatorMap
              query={query}
              areas={areas}
              boundaries={boundaries}
              format={format}
              unit={indicator.name}
              alternative={alternative}
            />
          </ChartFrame>
        ) : null}
        {loaded.length <= MOST_BARS ? (
          <ChartFrame
            id="bars"
            title={comparisonTitle(comparison)}
            alternative={alternative}
            unit={unitText(indicator.unit)}
            footnotes={[indicator.method, ...barNotes(props)]}
            files={files}
            {...papers}
          >
            <CompareBarsChart
              rows={toCompareBars({
                entries: areas,
                band,
                order: query.sort,
                benchmark:
                  comparator?.measure.kind === 'value'
                    ? { label: comparator.areaName, value: comparator.measure.value }
                    : null,
              })}
              format={format}
              alternative={alternative}
            />
          </ChartFrame>
        ) : null}
      </div>
      <FunnelSection comparison={comparison} highlighted={highlighted} />
      <RegionsTable query={query} comparison={comparison} comparatorFor={comparatorFor} files={files} />
    </div>
  );
}

/** What the bars' extra lines and band mean. */
function barNotes({ query, peers }: RegionsComparisonProps): string[] {
  const year = comparatorYear(query.compare);
  return [
    ...(year === null ? [] : [`Line on each bar: the same area’s own figure of ${year}, where there is one.`]),
    ...(peers?.kind === 'chosen' ? [`Your peers, in place of similar areas: ${peers.names}.`] : []),
  ];
}
