import type { Metadata } from 'next';
import { forPage } from '@/app/_adapters/page';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { screenColumns } from '@/components/tables/list-column';
import { RECEIVED_RUN_COLUMNS, SCENARIO_COLUMNS } from '@/components/tables/work-lists';
import { AppLink } from '@/components/ui/app-link';
import { Button } from '@/components/ui/button';
import { DataTable, type TableColumn } from '@/components/ui/data-table';
import { Disclosure } from '@/components/ui/disclosure';
import { LinkButton } from '@/components/ui/link-button';
import { countryHref } from '@/lib/contracts/country-query';
import { tableFiles } from '@/lib/contracts/page-tables';
import type { RunSubmission } from '@/lib/contracts/run-sharing';
import type { ScenarioSummary } from '@/lib/contracts/scenario-records';
import { listManagedRegions } from '@/lib/data/areas';
import { listReceivedRuns } from '@/lib/data/run-submissions';
import { listScenarios } from '@/lib/data/scenarios';
import { archiveScenarioAction } from './actions';

export const metadata: Metadata = { title: 'Scenarios' };

const COLUMNS: readonly TableColumn<ScenarioSummary>[] = [
  ...screenColumns(SCENARIO_COLUMNS, {
    name: ({ id, kind, name }) => (
      <AppLink className="link" href={kind === 'pathway' ? `/scenarios/pathway/${id}` : `/scenarios/${id}`}>
        {name}
      </AppLink>
    ),
  }),
  {
    key: 'archive',
    header: 'Put away',
    cell: ({ id, name, archived }) => (
      <form action={archiveScenarioAction}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="archived" value={archived ? 'no' : 'yes'} />
        <Button type="submit" variant="quiet" aria-label={`${archived ? 'Take back' : 'Put away'}: ${name}`}>
          {archived ? 'Take back' : 'Put away'}
        </Button>
      </form>
    ),
  },
];

type ScenarioTableProps = { caption: string; rows: readonly ScenarioSummary[]; shown: 'current' | 'put-away' };

function ScenarioTable({ caption, rows, shown }: ScenarioTableProps) {
  return (
    <DataTable
      caption={caption}
      columns={COLUMNS}
      rows={rows}
      rowKey={({ id }) => id}
      empty="No scenario yet."
      download={{ what: 'this list', files: tableFiles('scenarios', { shown }) }}
    />
  );
}

const RECEIVED = screenColumns(RECEIVED_RUN_COLUMNS, {
  title: ({ runId, title }) => (
    <AppLink className="link" href={`/scenarios/runs/${runId}`}>
      {title}
    </AppLink>
  ),
});

function ReceivedTable({ rows }: { rows: readonly RunSubmission[] }) {
  return (
    <DataTable
      caption="Sent to you"
      columns={RECEIVED}
      rows={rows}
      rowKey={({ id }) => id}
      empty="Nobody has sent you a run."
      download={{ what: 'the runs sent to you', files: tableFiles('received-runs', {}) }}
    />
  );
}

export default async function ScenariosPage() {
  const [regions, scenarios, received] = await forPage(() =>
    Promise.all([listManagedRegions(), listScenarios(), listReceivedRuns()]),
  );
  const putAway = scenarios.filter(({ archived }) => archived);
  return (
    <PageMain>
      <PageHeader
        title="Scenarios"
        lead={
          regions.length > 0
            ? 'What an offer of stable placements or support may gain, what it costs and what others lose: over fifteen years of the pathway, or in one recruitment round.'
            : 'Scenarios belong to the training managers of a region. Your account manages none: you see the runs that you were sent.'
        }
        actions={
          <>
            {regions.map(({ code, name }) => (
              <LinkButton key={code} href={`/scenarios/pathway/new?region=${code}`} variant="primary">
                {`New scenario, ${name}`}
              </LinkButton>
            ))}
            {regions.map(({ code, name }) => (
              <LinkButton key={code} href={`/scenarios/new?region=${code}`}>
                {regions.length === 1 ? 'One recruitment round' : `One recruitment round, ${name}`}
              </LinkButton>
            ))}
            {regions.length > 0 ? (
              <LinkButton href={countryHref('/scenarios/backtest', regions[0]?.root ?? 'england')}>Backtest</LinkButton>
            ) : null}
            {scenarios.some(({ kind }) => kind === 'pathway') ? (
              <LinkButton href="/scenarios/compare">Compare runs</LinkButton>
            ) : null}
          </>
        }
      />
      {received.length > 0 || regions.length === 0 ? <ReceivedTable rows={received} /> : null}
      {regions.length > 0 ? (
        <ScenarioTable
          caption="Scenarios of your regions"
          rows={scenarios.filter(({ archived }) => !archived)}
          shown="current"
        />
      ) : null}
      {putAway.length > 0 ? (
        <Disclosure summary={`Put away (${putAway.length})`}>
          <ScenarioTable caption="Put away" rows={putAway} shown="put-away" />
        </Disclosure>
      ) : null}
    </PageMain>
  );
}
