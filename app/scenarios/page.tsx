import type { Metadata } from 'next';
import { forPage } from '@/app/_adapters/page';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { AppLink } from '@/components/ui/app-link';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { Disclosure } from '@/components/ui/disclosure';
import { LinkButton } from '@/components/ui/link-button';
import type { ScenarioSummary } from '@/lib/contracts/scenario-records';
import { listManagedRegions } from '@/lib/data/areas';
import { listScenarios } from '@/lib/data/scenarios';
import { formatDateTime } from '@/lib/format/date';
import { archiveScenarioAction } from './actions';

export const metadata: Metadata = { title: 'Scenarios' };

function ScenarioTable({ caption, rows }: { caption: string; rows: readonly ScenarioSummary[] }) {
  return (
    <DataTable
      caption={caption}
      columns={[
        {
          key: 'name',
          header: 'Scenario',
          cell: ({ id, name }: ScenarioSummary) => (
            <AppLink className="link" href={`/scenarios/${id}`}>
              {name}
            </AppLink>
          ),
        },
        { key: 'area', header: 'Region', cell: ({ areaName }: ScenarioSummary) => areaName },
        { key: 'level', header: 'Level', cell: ({ level }: ScenarioSummary) => level },
        { key: 'updated', header: 'Last changed', cell: ({ updatedAt }: ScenarioSummary) => formatDateTime(updatedAt) },
        {
          key: 'archive',
          header: 'Put away',
          cell: ({ id, name, archived }: ScenarioSummary) => (
            <form action={archiveScenarioAction}>
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="archived" value={archived ? 'no' : 'yes'} />
              <Button type="submit" variant="quiet" aria-label={`${archived ? 'Take back' : 'Put away'}: ${name}`}>
                {archived ? 'Take back' : 'Put away'}
              </Button>
            </form>
          ),
        },
      ]}
      rows={rows}
      rowKey={({ id }) => id}
      empty="No scenario yet."
    />
  );
}

export default async function ScenariosPage() {
  const [regions, scenarios] = await forPage(() => Promise.all([listManagedRegions(), listScenarios()]));
  const putAway = scenarios.filter(({ archived }) => archived);
  return (
    <PageMain>
      <PageHeader
        title="Scenarios"
        lead={
          regions.length > 0
            ? 'One recruitment round with an offer of stable placements or support: what it gains, what it costs and what others lose.'
            : 'Scenarios belong to the training managers of a region. Your account manages none, so there is nothing to show; an administrator can change that.'
        }
        actions={regions.map(({ code, name }) => (
          <LinkButton key={code} href={`/scenarios/new?region=${code}`} variant="primary">
            {`New scenario, ${name}`}
          </LinkButton>
        ))}
      />
      {regions.length > 0 ? (
        <ScenarioTable caption="Scenarios of your regions" rows={scenarios.filter(({ archived }) => !archived)} />
      ) : null}
      {putAway.length > 0 ? (
        <Disclosure summary={`Put away (${putAway.length})`}>
          <ScenarioTable caption="Put away" rows={putAway} />
        </Disclosure>
      ) : null}
    </PageMain>
  );
}
