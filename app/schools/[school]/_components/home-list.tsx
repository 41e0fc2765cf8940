import {
  HOME_AUTHORITY_COLUMNS,
  type Home,
  orderFor,
  sortedAuthorities,
} from '@/components/tables/home-authority-list';
import { screenColumns } from '@/components/tables/list-column';
import { AppLink } from '@/components/ui/app-link';
import { DataTable, type TableColumn } from '@/components/ui/data-table';
import { tableFiles } from '@/lib/contracts/page-tables';
import { regionHref } from '@/lib/contracts/regions-query';
import { SchoolQuery, schoolHref } from '@/lib/contracts/school-reach-query';
import { cohortYears } from '@/lib/format/journey-source-words';

type Authority = Home['authorities'][number];

const SHOWN = 15;
const SORTS = SchoolQuery.shape.sort.unwrap();
const SORTABLE: readonly string[] = SORTS.options;

const COLUMNS: readonly TableColumn<Authority>[] = screenColumns(HOME_AUTHORITY_COLUMNS, {
  name: ({ code, name }) => (
    <AppLink className="link" href={regionHref(code, {})}>
      {name}
    </AppLink>
  ),
}).map((column) => ({ ...column, sortable: SORTABLE.includes(column.key) }));

type HomeListProps = { code: string; home: Home; query: SchoolQuery };

/** Entrants by home authority, in the order asked for; the first ones, or all. */
export function HomeList({ code, home, query: asked }: HomeListProps) {
  const query: SchoolQuery = { ...asked, ...orderFor(home, asked) };
  const rows = sortedAuthorities(home, query);
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
        download={{
          what: `all ${rows.length} authorities`,
          files: tableFiles('home-authorities', {
            school: code,
            period: query.period,
            sort: query.sort,
            dir: query.dir,
          }),
        }}
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
