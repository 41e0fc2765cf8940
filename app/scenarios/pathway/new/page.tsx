import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { forPage } from '@/app/_adapters/page';
import { BuilderPage } from '@/app/scenarios/pathway/_components/builder-page';
import { newOffer } from '@/components/pathway/builder-state';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { LinkButton } from '@/components/ui/link-button';
import type { PathwayForm } from '@/lib/contracts/pathway-form';
import { listManagedRegions } from '@/lib/data/areas';
import { getPathwayForm } from '@/lib/data/pathway-form';
import { getPathwayScenario } from '@/lib/data/pathway-records';
import { PATHWAY_LEVERS } from '@/lib/domain/levers/catalogue/pathway-levers';
import { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';

export const metadata: Metadata = { title: 'New scenario' };

const Query = z.strictObject({
  region: z.string().max(80).optional(),
  /** Levers that start switched on, joined by commas. */
  lever: z.string().max(400).optional(),
  /** A scenario to start from. */
  from: z.uuid().optional(),
});

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** A new scenario with the levers of the address switched on. */
function startOf(form: PathwayForm, levers: readonly string[]): PathwayScenario {
  const offers =
    form.kind === 'ready'
      ? PATHWAY_LEVERS.flatMap((lever) => (levers.includes(lever.id) ? [newOffer(lever, form)] : []))
      : [];
  return PathwayScenario.parse({ country: form.area.root, offers });
}

export default async function NewPathwayPage({ searchParams }: PageProps) {
  const query = Query.safeParse(await searchParams);
  if (!query.success) redirect('/scenarios/pathway/new');
  const { region, lever = '', from } = query.data;
  const source = from === undefined ? null : await forPage(() => getPathwayScenario(from));
  const [first] = await forPage(listManagedRegions);
  const form = await forPage(() => getPathwayForm(source?.areaCode ?? region ?? first?.code ?? ''));
  const start = source
    ? { name: `${source.name}, copy`, scenario: source.inputs }
    : { name: '', scenario: startOf(form, lever.split(',')) };
  return (
    <PageMain root={form.area.root}>
      <PageHeader
        title={`Model a package for ${form.area.name}`}
        crumbs={[{ href: '/scenarios', label: 'Scenarios' }]}
        lead="From F1 to a career, over fifteen years: what an offer may gain, what it costs and what others lose."
        actions={
          <LinkButton href={`/scenarios/new?region=${form.area.code}`}>One recruitment round instead</LinkButton>
        }
      />
      <BuilderPage form={form} start={start} scenarioId={null} />
    </PageMain>
  );
}
