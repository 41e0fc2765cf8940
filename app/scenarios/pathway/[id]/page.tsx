import type { Metadata } from 'next';
import { forPage } from '@/app/_adapters/page';
import { BuilderPage } from '@/app/scenarios/pathway/_components/builder-page';
import { freezeAction } from '@/app/scenarios/runs/actions';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { AppLink } from '@/components/ui/app-link';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { LinkButton } from '@/components/ui/link-button';
import { getPathwayForm } from '@/lib/data/pathway-form';
import { getPathwayScenario } from '@/lib/data/pathway-records';
import { formatDateTime } from '@/lib/format/date';

export const metadata: Metadata = { title: 'Scenario' };

export default async function PathwayPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const scenario = await forPage(() => getPathwayScenario(id));
  const form = await forPage(() => getPathwayForm(scenario.areaCode));
  const isFrozen = scenario.frozenAt !== null;
  const [newest] = scenario.runs;
  return (
    <PageMain root={form.area.root}>
      <PageHeader
        title={scenario.name}
        crumbs={[{ href: '/scenarios', label: 'Scenarios' }]}
        lead={`${scenario.areaName}, ${scenario.inputs.years} years.${isFrozen ? ' Frozen: what was decided on.' : ''}`}
        actions={
          <>
            {newest ? (
              <LinkButton href={`/scenarios/runs/${newest.id}`} variant="primary">
                Newest run
              </LinkButton>
            ) : null}
            <LinkButton href={`/scenarios/pathway/new?from=${id}`}>Duplicate</LinkButton>
            <form action={freezeAction}>
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="frozen" value={isFrozen ? 'no' : 'yes'} />
              <Button type="submit" variant="secondary">
                {isFrozen ? 'Open again' : 'Freeze'}
              </Button>
            </form>
          </>
        }
      />
      {scenario.runs.length > 0 ? (
        <Disclosure summary={`Runs (${scenario.runs.length})`}>
          <ul className="flex flex-col">
            {scenario.runs.map(({ id: runId, createdAt, author }) => (
              <li key={runId}>
                <AppLink className="link inline-block py-1" href={`/scenarios/runs/${runId}`}>
                  {`Run of ${formatDateTime(createdAt)}`}
                </AppLink>
                {` by ${author ?? 'a colleague'}`}
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
      <BuilderPage
        form={form}
        start={{ name: scenario.name, scenario: scenario.inputs }}
        scenarioId={id}
        basedOn={scenario.updatedAt}
        isFrozen={isFrozen}
      />
    </PageMain>
  );
}
