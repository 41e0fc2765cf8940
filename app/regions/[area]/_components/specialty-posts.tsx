import { DataTable } from '@/components/ui/data-table';
import type { Figure } from '@/lib/contracts/figure';
import type { AreaProfile } from '@/lib/contracts/region';
import { plotted } from '@/lib/domain/measure/measure';
import { formatCount } from '@/lib/format/number';

const SPECIALTY_POSTS = new Set(['paediatric-posts', 'trauma-orthopaedics-posts']);

type Row = { key: string; indicatorId: string; label: string; breakdown: string };

/** Posts by specialty and level beside every region for which they are published. */
export function SpecialtyPosts({ profile }: { profile: AreaProfile }) {
  const all = [...profile.figures, ...profile.peers].filter(({ indicatorId }) => SPECIALTY_POSTS.has(indicatorId));
  const own = profile.figures.filter(({ indicatorId }) => SPECIALTY_POSTS.has(indicatorId));
  const [first] = own;
  if (!first) return null;
  const years = [...new Set(own.map(({ period }) => period.label))].toSorted();
  const names = new Map(profile.indicators.map(({ id, shortName }) => [id, shortName]));
  const rows: Row[] = [...new Map(own.map((f) => [`${f.indicatorId} ${f.breakdown}`, f])).entries()].map(
    ([key, figure]) => ({
      key,
      indicatorId: figure.indicatorId,
      label: `${names.get(figure.indicatorId) ?? figure.indicatorId}, ${figure.breakdown}`,
      breakdown: figure.breakdown,
    }),
  );
  const find = (figures: readonly Figure[], row: Row, year: string) =>
    figures.find((f) => f.indicatorId === row.indicatorId && f.breakdown === row.breakdown && f.period.label === year);
  const write = (figure: Figure | undefined) => {
    const value = figure ? plotted(figure.measure) : null;
    return value === null ? 'not loaded' : formatCount(value);
  };
  const regionsText = (row: Row, year: string) => {
    const loaded = all.filter(
      (f) => f.indicatorId === row.indicatorId && f.breakdown === row.breakdown && f.period.label === year,
    );
    const total = loaded.reduce((sum, { measure }) => sum + (plotted(measure) ?? 0), 0);
    return `${formatCount(total)} in ${loaded.length} regions`;
  };
  const last = years.at(-1) ?? '';
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
          ...years.map((year) => ({
            key: year,
            header: year,
            numeric: true,
            cell: (row: Row) => write(find(own, row, year)),
          })),
          { key: 'all', header: `All regions loaded, ${last}`, cell: (row: Row) => regionsText(row, last) },
        ]}
        rows={rows}
        rowKey={({ key }) => key}
      />
      <p className="text-sm text-muted">
        {`Posts, not doctors. Source: ${[...new Set(own.map(({ source }) => `${source.name}, ${source.publisher}`))].join('; ')}.`}
      </p>
    </section>
  );
}
