import { forPage } from '@/app/_adapters/page';
import { ContextBar } from '@/components/shell/context-bar';
import { PageMain } from '@/components/shell/page-main';
import { EmptyState } from '@/components/ui/empty-state';
import { peerCodes } from '@/lib/contracts/regions-query';
import { listIndicators } from '@/lib/data/figures';
import { listInWords } from '@/lib/format/words';
import { axisFields, chooseAxes } from './association-axes';
import { AssociationView } from './association-view';
import { comparatorCodeFor } from './comparator-field';
import type { OverviewProps } from './comparison-page';
import { loadComparisons } from './load-comparisons';
import { overviewKept } from './overview-kept';

const NO_AREA = '';

/** Two indicators against each other over the areas of a kind. */
export async function AssociationPage({ query, areas, countries, header }: OverviewProps) {
  const indicators = await forPage(listIndicators);
  const comparisons = await forPage(() =>
    loadComparisons({
      ...{ root: query.country, type: query.type, on: query.on },
      ...{ indicators, comparatorCode: comparatorCodeFor({ ...query, compare: undefined }) },
    }),
  );
  const axes = chooseAxes(comparisons, query.type, { x: query.x, y: query.y });
  const codes = peerCodes(query.peers);
  const names = areas.filter(({ code }) => codes.includes(code)).map(({ name }) => name);
  return (
    <>
      <ContextBar
        action="/regions"
        kept={overviewKept(query)}
        fields={[
          ...countries,
          ...(axes ? axisFields(comparisons, axes) : []),
          {
            name: 'area',
            label: 'Point out',
            value: query.area ?? NO_AREA,
            options: [
              { value: NO_AREA, label: 'No area' },
              ...areas.map(({ code, name }) => ({ value: code, label: name })),
            ],
          },
        ]}
      />
      <PageMain root={query.country}>
        {header}
        {axes ? (
          <AssociationView
            axes={axes}
            highlighted={new Set([...codes, ...(query.area ? [query.area] : [])])}
            peerNote={names.length > 0 ? `Named: your peers, ${listInWords(names)}.` : ''}
          />
        ) : (
          <EmptyState title="Fewer than two indicators are loaded for these areas">
            <p>Load a release to see two indicators against each other.</p>
          </EmptyState>
        )}
      </PageMain>
    </>
  );
}
