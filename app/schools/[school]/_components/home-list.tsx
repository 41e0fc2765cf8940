import { AppLink } from '@/components/ui/app-link';
import { DataTable, type TableColumn } from '@/components/ui/data-table';
import { regionHref } from '@/lib/contracts/regions-query';
import type { HomeReach } from '@/lib/contracts/school-reach';
import { SchoolQuery, schoolHref } from '@/lib/contracts/school-reach-query';
import { plotted } from '@/lib/domain/measure/measure';
import { cohortYears } from '@/lib/format/journey-source-words';
import { measureText, rangeText } from '@/lib/format/measure-words';
import { formatNumber } from '@/lib/format/number';

export type Home = Extract<HomeReach, { kind: 'given' }>;
type Authority = Home['authorities'][number];

const SHOWN = 15;
const SORTS = SchoolQuery.shape.sort.unwrap();

const keyOf = ({ per10000, entrants, distanceKm }: Authority, sort: SchoolQuery['sort']): number | null => {
  if (sort === 'rate') return plotted(per10000);
  return sort === 'entrants' ? plotted(entrants) : distanceKm;
};

/** Authorities without a number come last whatever the order. */
function sorted(authorities: readonly Authority[], { sort, dir }: SchoolQuery): Authority[] {
  const sign = dir === 'asc' ? 1 : -1;
  const byName = (a: Authority, b: Authority) => a.name.localeCompare(b.name, 'en-GB');
  return authorities.toSorted((a, b) => {
    if (sort === 'name') return sign * byName(a, b);
    const [one, other] = [keyOf(a, sort), keyOf(b, sort)];
    if (one === null || other === null) return Number(one === null) - Number(other === null) || byName(a, b);
    return sign * (one - other) || byName(a, b);
  });
}

const COLUMNS: readonly TableColumn<Authority>[] = [
  {
    key: 'name',
    header: 'Home authority',
    sortable: true,
    cell: ({ code, name }) => (
      <AppLink className="link" href={regionHref(code, {})}>
        {name}
      </AppLink>
    ),
  },
  {
    key: 'rate',
    header: 'Per 10,000 aged 16 to 17',
    numeric: true,
    sortable: true,
    cell: ({ per10000 }) => measureText(per10000, 1),
  },
  { key: 'interval', header: '95% interval', numeric: true, cell: ({ per10000 }) => rangeText(per10000, 1) },
  {
    key: 'entrants',
    header: 'Entrants',
    numeric: true,
    sortable: true,
    cell: ({ entrants }) => measureText(entrants, 0),
  },
  {
    key: 'distance',
    header: 'Distance, km',
    numeric: true,
    sortable: true,
    cell: ({ distanceKm }) => (distanceKm === null ? 'Not known' : formatNumber(distanceKm, 0)),
  },
];

type HomeListProps = { code: string; home: Home; query: SchoolQuery };

/** Entrants by home authority, in the order asked for; the first ones, or all. */
export function HomeList({ code, home, query: asked }: HomeListProps) {
  // Without young people there is no rate to sort by.
  const hasRates = home.authorities.some(({ per10000 }) => per10000.kind === 'value');
  const query: SchoolQuery = { ...asked, sort: asked.sort === 'rate' && !hasRates ? 'entrants' : asked.sort };
  const rows = sorted(home.authorities, query);
  const shown = query.list === 'all' ? rows : rows.slice(0, SHOWN);
  return (
    <div id="authorities" className="flex min-w-0 scroll-mt-24 flex-col gap-3">
      <DataTable
        caption={`Home authorities, ${cohortYears(home.papers)}`}
        columns={COLUMNS}
        rows={shown}
        rowKey={(row) => row.code}
        sort={{ key: query.sort, dir: query.dir }}
        sortHref={(next) => {
          const sort = SORTS.safeParse(next.key);
          return schoolHref(code, { ...query, sort: sort.success ? sort.data : 'rate', dir: next.dir });
        }}
        empty="No authority is loaded."
      />
      {rows.length > SHOWN ? (
        <p className="text-sm">
          <AppLink
            className="link"
            keepScroll
            href={schoolHref(code, { ...query, list: query.list === 'all' ? 'first' : 'all' })}
          >
            {query.list === 'all' ? `Show the first ${SHOWN} only` : `Show all ${rows.length} authorities`}
          </AppLink>
        </p>
      ) : null}
    </div>
  );
}
