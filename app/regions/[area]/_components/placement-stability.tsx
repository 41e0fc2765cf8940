import { ProvenanceTag } from '@/components/figures/provenance-tag';
import { AppLink } from '@/components/ui/app-link';
import { Button } from '@/components/ui/button';
import { DataTable, type TableColumn } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Select } from '@/components/ui/select';
import type { Figure } from '@/lib/contracts/figure';
import { tableFiles } from '@/lib/contracts/page-tables';
import {
  type PlacementStability as Stability,
  type StabilityRow,
  stabilityDifference,
} from '@/lib/contracts/placement-stability';
import { type RegionQuery, regionHref } from '@/lib/contracts/regions-query';
import { RULE_SET_WORDS } from '@/lib/format/count-words';
import { formatMeasure, formatSigned } from '@/lib/format/number';

type PanelProps = { code: string; query: RegionQuery; stability: Stability };

const words = (specialty: string): string => specialty.replaceAll('_', ' ');

const write = ({ indicator }: StabilityRow, figure: Figure | null): string =>
  figure ? formatMeasure(figure.measure, indicator.unit, indicator.decimals) : 'Not loaded';

/** Only where both years have a number. */
function changeText(row: StabilityRow): string {
  const difference = stabilityDifference(row);
  if (difference === null) return '–';
  return `${formatSigned(difference, row.indicator.decimals)}${row.indicator.unit === 'percent' ? ' points' : ''}`;
}

function columnsOf({ before, latest, countryName }: Stability): TableColumn<StabilityRow>[] {
  const beforeLabel = before?.label ?? 'Earlier year';
  const latestLabel = latest?.label ?? 'Latest year';
  const figureColumn = (key: string, header: string, of: (row: StabilityRow) => Figure | null) => ({
    key,
    header,
    numeric: true,
    cell: (row: StabilityRow) => write(row, of(row)),
  });
  return [
    {
      key: 'measure',
      header: 'Measure',
      cell: ({ indicator, noticeWeeks }) => (
        <AppLink className="link" href={`/data/${indicator.id}`}>
          {noticeWeeks === null ? indicator.shortName : `${indicator.shortName}: ${noticeWeeks} weeks`}
        </AppLink>
      ),
    },
    figureColumn('before', beforeLabel, ({ own }) => own.before),
    figureColumn('latest', latestLabel, ({ own }) => own.latest),
    { key: 'change', header: 'Difference', numeric: true, cell: changeText },
    figureColumn('country-before', `${countryName}, ${beforeLabel}`, ({ country }) => country.before),
    figureColumn('country-latest', `${countryName}, ${latestLabel}`, ({ country }) => country.latest),
  ];
}

/** The choice is in the address: works without script, and a link restores it. */
function ChoiceForm({ code, query, stability }: PanelProps) {
  const { specialties, levels, specialty, level, years, before } = stability;
  const offered = specialty && !specialties.includes(specialty) ? [...specialties, specialty] : specialties;
  return (
    <form method="get" action={`${regionHref(code, {})}#stability`} className="no-print flex flex-wrap items-end gap-4">
      {query.compare ? <input type="hidden" name="compare" value={query.compare} /> : null}
      {query.peers ? <input type="hidden" name="peers" value={query.peers} /> : null}
      <Select
        name="specialty"
        id="stability-specialty"
        label="Specialty"
        defaultValue={specialty ?? ''}
        options={[{ value: '', label: 'All specialties' }, ...offered.map((value) => ({ value, label: words(value) }))]}
      />
      {specialty === null ? null : (
        <Select
          name="level"
          id="stability-level"
          label="Level"
          defaultValue={level ?? ''}
          options={[{ value: '', label: 'All levels' }, ...levels.map((value) => ({ value, label: value }))]}
        />
      )}
      <Select
        name="before"
        id="stability-before"
        label="Compared with the year"
        defaultValue={before?.end ?? ''}
        options={years.slice(1).map(({ end, label }) => ({ value: end, label }))}
      />
      <Button type="submit" variant="secondary">
        Show
      </Button>
    </form>
  );
}

function Loaded(props: PanelProps) {
  const { stability, code } = props;
  const { areaName, specialty, level, rows } = stability;
  const group = specialty === null ? '' : `, ${[words(specialty), level].filter((part) => part !== null).join(' ')}`;
  const figures = rows.flatMap(({ own }) => own.latest ?? []);
  const [first] = figures;
  return (
    <>
      <ChoiceForm {...props} />
      <DataTable
        caption={`Placement stability: ${areaName}${group}`}
        columns={columnsOf(stability)}
        rows={rows}
        rowKey={({ indicator, noticeWeeks }) => `${indicator.id} ${noticeWeeks ?? ''}`}
        download={{
          what: 'this table',
          files: tableFiles('placement-stability', {
            area: code,
            specialty: specialty ?? undefined,
            level: level ?? undefined,
            before: stability.before?.end,
          }),
        }}
      />
      {first ? (
        <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
          <ProvenanceTag provenance={first.provenance} />
          {`Source: ${first.source.name}, ${first.source.publisher}; release ${first.releaseId}. Small numbers: ${RULE_SET_WORDS[first.source.ruleSet]}.`}
        </p>
      ) : null}
      <p className="max-w-prose text-sm text-muted">
        Placement years run from August to July. A difference between two years is what happened, not the effect of a
        policy: other things changed in that time too. Suppressed figures are of few trainees, or would give a small
        group away.
      </p>
    </>
  );
}

/** Moves, distances, stays and notice in the latest year and in an earlier one: before and after a change, described. */
export function PlacementStability(props: PanelProps) {
  const { stability } = props;
  return (
    <section aria-labelledby="stability" className="flex flex-col gap-3">
      <h2 id="stability" className="text-xl">
        Placement stability
      </h2>
      {stability.years.length > 0 ? (
        <Loaded {...props} />
      ) : (
        <EmptyState
          title={`No placements of ${stability.areaName} are loaded`}
          actions={
            <AppLink className="link" href="/help/files">
              Columns and templates of placements.csv and sites.csv
            </AppLink>
          }
        >
          Nobody publishes how often trainees move. An analyst loads placements.csv (one line for each placement of a
          trainee, with site, employer, dates and weeks of notice; restricted) from before August of the first year to
          be shown, and sites.csv for distances. Shown are only protected figures of groups.
        </EmptyState>
      )}
    </section>
  );
}
