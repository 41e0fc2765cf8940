import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { forPage } from '@/app/_adapters/page';
import { ContextBar, type ContextField } from '@/components/shell/context-bar';
import { PageMain } from '@/components/shell/page-main';
import type { IndicatorComparison } from '@/lib/contracts/region';
import {
  comparatorYear,
  FIRST_INDICATOR,
  peerCodes,
  type RegionsQuery,
  regionsHref,
} from '@/lib/contracts/regions-query';
import { findBoundaryMap } from '@/lib/data/boundaries';
import { compareAreas, getIndicator, getPopulations, listIndicators } from '@/lib/data/figures';
import type { Area } from '@/lib/domain/geography/area';
import { earlierYears } from '@/lib/domain/indicators/comparator';
import { breakdownLabel } from '@/lib/format/words';
import { comparatorCodeFor, comparatorField } from './comparator-field';
import { type ComparatorFor, earlierComparators } from './earlier-comparators';
import { indicatorOptions } from './indicator-options';
import { overviewKept } from './overview-kept';
import { overviewPeers } from './overview-peers';
import { PeersForm } from './peers-form';
import { RegionsComparison } from './regions-comparison';

export type OverviewProps = {
  query: RegionsQuery;
  areas: readonly Area[];
  /** The switch between countries. */
  countries: readonly ContextField[];
  header: ReactNode;
};

const breakdownFields = ({ breakdown, breakdowns }: IndicatorComparison): ContextField[] =>
  breakdowns.length < 2
    ? []
    : [
        {
          name: 'breakdown',
          label: 'Breakdown',
          value: breakdown,
          options: breakdowns.map((value) => ({ value, label: breakdownLabel(value) || 'All' })),
        },
      ];

/** One indicator for every area of a kind: map, bars, funnel, table. */
export async function ComparisonPage({ query, areas, countries, header }: OverviewProps) {
  const first = FIRST_INDICATOR[query.type];
  const indicators = await forPage(listIndicators);
  const chosen = indicators.find(({ id }) => id === (query.indicator ?? first.indicator));
  if (!chosen) redirect(regionsHref({ ...query, indicator: undefined, breakdown: undefined }));
  const breakdown = query.breakdown ?? (query.indicator === undefined ? first.breakdown : null);
  const year = comparatorYear(query.compare);
  const [found, populations, { figures }, peers, boundaries] = await forPage(() =>
    Promise.all([
      compareAreas({
        ...{ root: query.country, type: query.type, on: query.on },
        ...{ indicatorId: chosen.id, breakdown, comparatorCode: comparatorCodeFor(query) },
      }),
      getPopulations(),
      getIndicator(chosen.id),
      overviewPeers(areas, query.area ?? '', query),
      findBoundaryMap(areas),
    ]),
  );
  if (query.breakdown !== undefined && !found.breakdowns.includes(query.breakdown)) {
    redirect(regionsHref({ ...query, breakdown: undefined }));
  }
  if (query.view === 'boundaries' && boundaries === null) redirect(regionsHref({ ...query, view: 'tiles' }));
  const codes = new Set(areas.map(({ code }) => code));
  const ofType = figures.filter((figure) => codes.has(figure.areaCode) && figure.breakdown === found.breakdown);
  const years = earlierYears(ofType);
  if (year !== null && !years.includes(year)) redirect(regionsHref({ ...query, compare: undefined }));
  // Each area has a comparator of its own then: there is no line for all.
  const comparison = year === null ? found : { ...found, comparator: null };
  const comparatorFor: ComparatorFor = year === null ? () => found.comparator : earlierComparators(ofType, year);
  return (
    <>
      <ContextBar
        action="/regions"
        kept={{ ...overviewKept(query), ...(query.area ? { area: query.area } : {}) }}
        fields={[
          ...countries,
          { name: 'indicator', label: 'Indicator', value: chosen.id, options: indicatorOptions(indicators) },
          ...breakdownFields(found),
          comparatorField(query, areas, years),
        ]}
      />
      <PageMain root={query.country}>
        {header}
        <RegionsComparison
          query={query}
          comparison={comparison}
          populations={populations}
          comparatorFor={comparatorFor}
          peers={query.area !== undefined || peers.kind === 'chosen' ? peers : null}
          boundaries={boundaries}
          highlighted={new Set([...(query.area ? [query.area] : []), ...peerCodes(query.peers)])}
        />
        <PeersForm
          action="/regions"
          kept={{ ...query, peers: undefined }}
          areas={areas}
          own={query.area ?? ''}
          peers={peers}
          resetHref={regionsHref({ ...query, peers: '' })}
        />
      </PageMain>
    </>
  );
}
