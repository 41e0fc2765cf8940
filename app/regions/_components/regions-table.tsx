import { unitText } from '@/components/charts/value-format';
import { ProvenanceTag } from '@/components/figures/provenance-tag';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { DownloadLinks, type FileLinks } from '@/components/ui/download-links';
import { TextInput } from '@/components/ui/text-input';
import type { IndicatorComparison } from '@/lib/contracts/region';
import { type RegionsQuery, regionsHref } from '@/lib/contracts/regions-query';
import { RANK_METHOD } from '@/lib/domain/indicators/rank';
import { plotted } from '@/lib/domain/measure/measure';
import { comparisonTitle } from './comparison-text';
import type { ComparatorFor } from './earlier-comparators';
import { MOST_RANKED, provenancesOf, type RegionsTableRow as Row, regionsColumns } from './regions-columns';

/** Areas without a figure come last whatever the order: they have no place in it. */
function sorted(rows: readonly Row[], { sort, dir, q }: RegionsQuery): Row[] {
  const sign = dir === 'asc' ? 1 : -1;
  const numberOf = ({ figure }: Row) => (figure ? plotted(figure.measure) : null);
  const byName = (a: Row, b: Row) => a.area.name.localeCompare(b.area.name, 'en-GB');
  return rows
    .filter(({ area }) => area.name.toLowerCase().includes(q.trim().toLowerCase()))
    .toSorted((a, b) => {
      if (sort === 'name') return sign * byName(a, b);
      const [one, other] = [numberOf(a), numberOf(b)];
      if (one === null || other === null) return Number(one === null) - Number(other === null) || byName(a, b);
      return sign * (one - other) || byName(a, b);
    });
}

type RegionsTableProps = {
  query: RegionsQuery;
  comparison: IndicatorComparison;
  comparatorFor: ComparatorFor;
  files: FileLinks;
};

export function RegionsTable({ query, comparison, comparatorFor, files }: RegionsTableProps) {
  const { q, sort, dir, ...kept } = query;
  return (
    <section aria-label="All areas" className="flex flex-col gap-3">
      <form method="get" action="/regions" className="no-print flex flex-wrap items-end gap-3">
        {Object.entries({ ...kept, sort, dir }).map(([name, value]) =>
          value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        <TextInput name="q" label="Find an area" defaultValue={q} type="search" />
        <Button type="submit" variant="secondary">
          Find
        </Button>
        <DownloadLinks className="ml-auto py-2" what="all figures of every period" files={files} />
      </form>
      <DataTable
        caption={`All areas: ${comparisonTitle(comparison)}`}
        columns={regionsColumns(comparison, comparatorFor)}
        rows={sorted(comparison.rows, query)}
        rowKey={({ area }) => area.code}
        sort={{ key: sort, dir }}
        sortHref={(next) => regionsHref({ ...query, sort: next.key === 'name' ? 'name' : 'value', dir: next.dir })}
        download="beside"
        empty={`No area’s name contains “${q}”.`}
      />
      <Papers comparison={comparison} />
      {comparison.rows.length <= MOST_RANKED ? <p className="max-w-prose text-sm text-muted">{RANK_METHOD}</p> : null}
    </section>
  );
}

/** Unit, sources and kind of what stands in the table. */
function Papers({ comparison: { indicator, rows } }: { comparison: IndicatorComparison }) {
  const figures = rows.flatMap(({ figure }) => figure ?? []);
  const sources = new Set(
    figures.map(({ source, releaseId }) => `${source.name}, ${source.publisher}, release ${releaseId}`),
  );
  const kinds = provenancesOf(rows);
  const [only] = kinds;
  return (
    <p className="text-sm text-muted">
      {`${unitText(indicator.unit)}. Source: ${[...sources].join('; ')}. `}
      {only && kinds.length === 1 ? <ProvenanceTag provenance={only} /> : null}
    </p>
  );
}
