import { type SpecialtyPostTable, specialtyPostTable } from '@/components/tables/specialty-post-rows';
import { DataTable } from '@/components/ui/data-table';
import type { Figure } from '@/lib/contracts/figure';
import { tableFiles } from '@/lib/contracts/page-tables';
import type { AreaProfile } from '@/lib/contracts/region';
import { plotted } from '@/lib/domain/measure/measure';
import { formatCount } from '@/lib/format/number';

type Row = SpecialtyPostTable['rows'][number];

function write(figure: Figure | null | undefined): string {
  const value = figure ? plotted(figure.measure) : null;
  return value === null ? 'not loaded' : formatCount(value);
}

/** Posts by specialty and level beside every region for which they are published. */
export function SpecialtyPosts({ profile }: { profile: AreaProfile }) {
  const { years, rows } = specialtyPostTable(profile);
  if (rows.length === 0) return null;
  const sources = rows.flatMap(({ own }) =>
    own.flatMap((figure) => (figure ? `${figure.source.name}, ${figure.source.publisher}` : [])),
  );
  return (
    <section aria-labelledby="specialties" className="flex flex-col gap-3">
      <h2 id="specialties" className="text-xl">
        Posts by specialty and level
      </h2>
      <DataTable
        caption={`Training posts advertised in ${profile.area.name}, where published by specialty`}
        captionHidden
        columns={[
          { key: 'specialty', header: 'Specialty and level', cell: ({ label }: Row) => label },
          ...years.map((year, at) => ({
            key: year,
            header: year,
            numeric: true,
            cell: ({ own }: Row) => write(own[at]),
          })),
          {
            key: 'all',
            header: `All regions loaded, ${years.at(-1) ?? ''}`,
            cell: ({ all }: Row) => `${formatCount(all.posts)} in ${all.regions} regions`,
          },
        ]}
        rows={rows}
        rowKey={({ key }) => key}
        download={{ what: 'these posts', files: tableFiles('specialty-posts', { area: profile.area.code }) }}
      />
      <p className="text-sm text-muted">{`Posts, not doctors. Source: ${[...new Set(sources)].join('; ')}.`}</p>
    </section>
  );
}
