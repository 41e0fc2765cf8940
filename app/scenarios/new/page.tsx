import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { forPage } from '@/app/_adapters/page';
import { loadFormData, startDraft } from '@/app/scenarios/_components/load-form-data';
import { ScenarioForm } from '@/app/scenarios/_components/scenario-form';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { LinkButton } from '@/components/ui/link-button';
import { RecruitmentLevel } from '@/lib/contracts/scenario';
import { listManagedRegions } from '@/lib/data/areas';
import { authorise } from '@/lib/data/viewer';

export const metadata: Metadata = { title: 'New scenario' };

const Query = z.strictObject({
  region: z.string().max(80).optional(),
  level: RecruitmentLevel.default('ST3'),
  lever: z.string().max(80).optional(),
});

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewScenarioPage({ searchParams }: PageProps) {
  const query = Query.safeParse(await searchParams);
  if (!query.success) redirect('/scenarios/new');
  const { region, level, lever = null } = query.data;
  const [first] = await forPage(listManagedRegions);
  const areaCode = region ?? first?.code ?? '';
  await forPage(() => authorise('scenario:write', areaCode));
  const data = await forPage(async () => loadFormData(await startDraft({ areaCode, level, leverId: lever })));
  return (
    <PageMain root={data.area.root}>
      <PageHeader
        title={`Model a package for ${data.area.name}`}
        crumbs={[{ href: '/scenarios', label: 'Scenarios' }]}
        lead="One recruitment round: choose the level, switch on what you would offer, and run it. You see what it may gain, what it costs and what others lose."
        actions={
          <LinkButton href={`/scenarios/pathway/new?region=${data.area.code}`}>
            Fifteen years of the pathway instead
          </LinkButton>
        }
      />
      <ScenarioForm data={data} />
    </PageMain>
  );
}
