import { forPage } from '@/app/_adapters/page';
import { ContextBar } from '@/components/shell/context-bar';
import { PageMain } from '@/components/shell/page-main';
import { comparatorYear, regionsHref } from '@/lib/contracts/regions-query';
import { listIndicators } from '@/lib/data/figures';
import { countriesOf, countryOf } from '@/lib/domain/geography/area';
import { comparatorCodeFor, comparatorField } from './comparator-field';
import type { OverviewProps } from './comparison-page';
import { loadComparisons } from './load-comparisons';
import { overviewKept } from './overview-kept';
import { overviewPeers } from './overview-peers';
import { PeersForm } from './peers-form';
import { RugView } from './rug-view';

/** Every indicator of every area of a kind. */
export async function RugPage({ query: asked, areas, countries, header }: OverviewProps) {
  const query = comparatorYear(asked.compare) === null ? asked : { ...asked, compare: undefined };
  const comparatorCode = comparatorCodeFor(query);
  const named = areas.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  const selected = areas.find(({ code }) => code === query.area) ?? named[0] ?? null;
  const indicators = await forPage(listIndicators);
  const [comparisons, peers] = await forPage(() =>
    Promise.all([
      loadComparisons({ root: query.country, type: query.type, on: query.on, indicators, comparatorCode }),
      overviewPeers(areas, selected?.code ?? '', query),
    ]),
  );
  const comparatorName =
    [...countriesOf(query.country), ...areas].find(({ code }) => code === comparatorCode)?.name ??
    countryOf(query.country).name;
  return (
    <>
      <ContextBar
        action="/regions"
        kept={overviewKept(query)}
        fields={[
          ...countries,
          {
            name: 'area',
            label: 'Start from',
            value: selected?.code ?? '',
            options: named.map(({ code, name }) => ({ value: code, label: name })),
          },
          comparatorField(query, areas, []),
        ]}
      />
      <PageMain root={query.country}>
        {header}
        <RugView
          query={query}
          comparisons={comparisons}
          areas={areas}
          selected={selected}
          peers={peers}
          comparatorName={comparatorName}
        />
        <PeersForm
          action="/regions"
          kept={{ ...query, peers: undefined }}
          areas={areas}
          own={selected?.code ?? ''}
          peers={peers}
          resetHref={regionsHref({ ...query, peers: '' })}
        />
      </PageMain>
    </>
  );
}
