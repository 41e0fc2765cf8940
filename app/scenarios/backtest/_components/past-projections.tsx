import { PROJECTION_COLUMNS } from '@/components/tables/backtest-lists';
import { screenColumns } from '@/components/tables/list-column';
import { AppLink } from '@/components/ui/app-link';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import type { ProjectionScorecard } from '@/lib/contracts/backtest';
import { tableFiles } from '@/lib/contracts/page-tables';
import type { Root } from '@/lib/domain/geography/area';
import { projectionsSentence } from '@/lib/format/backtest-words';

type PastProjectionsProps = { scorecard: ProjectionScorecard; country: Root; names: ReadonlyMap<string, string> };

const COLUMNS = screenColumns(PROJECTION_COLUMNS, {
  title: ({ runId, title }) => (
    <AppLink className="link" href={`/scenarios/runs/${runId}`}>
      {title}
    </AppLink>
  ),
});

/** Stored runs that the reader may see, against what has been loaded since. */
export function PastProjections({ scorecard: { projections, latestYear }, country, names }: PastProjectionsProps) {
  return (
    <section aria-labelledby="past-projections" className="flex min-w-0 flex-col gap-3 border-t border-line pt-6">
      <h2 id="past-projections" className="text-xl">
        Past projections, scored
      </h2>
      {projections.length === 0 ? (
        <EmptyState title="No projected year has been loaded yet">
          {latestYear === null
            ? 'No recruitment is loaded (fill.csv). '
            : `The latest recruitment that is loaded is that of ${latestYear}. `}
          As soon as a year is loaded that a run of yours, or one that you were sent, had projected, it stands here:
          what was projected, with its interval, beside what happened.
        </EmptyState>
      ) : (
        <>
          <p className="max-w-prose">{projectionsSentence(projections)}</p>
          <p className="max-w-prose text-sm text-muted">
            Specialty posts filled in the regions that a run had an offer for. Stead doesn’t know whether the offer was
            made: look at both projections. A run takes the posts of its start year for granted.
          </p>
          <DataTable
            caption="Projections of stored runs against what happened"
            columns={COLUMNS}
            rows={projections.map((one) => ({ ...one, regionName: names.get(one.regionCode) ?? one.regionCode }))}
            rowKey={({ runId, regionCode, year }) => `${runId} ${regionCode} ${year}`}
            download={{ what: 'scored projections', files: tableFiles('past-projections', { country }) }}
          />
        </>
      )}
    </section>
  );
}
