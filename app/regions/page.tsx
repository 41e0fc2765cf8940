import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { forPage } from '@/app/_adapters/page';
import { PageHeader } from '@/components/shell/page-header';
import { LinkTabs } from '@/components/ui/link-tabs';
import type { ComparedType, Vintage } from '@/lib/contracts/region';
import { comparatorYear, peerCodes, RegionsQuery, regionsHref } from '@/lib/contracts/regions-query';
import { listAreas, listVintages } from '@/lib/data/areas';
import { type Area, ENGLAND, UNITED_KINGDOM } from '@/lib/domain/geography/area';
import { AssociationPage } from './_components/association-page';
import { ComparisonPage } from './_components/comparison-page';
import { RugPage } from './_components/rug-page';
import { ViewTabs } from './_components/view-tabs';
import { VintageTabs, vintageOn } from './_components/vintage-tabs';

export const metadata: Metadata = { title: 'Regions' };

const TYPE_TABS: readonly { type: ComparedType; label: string }[] = [
  { type: 'training_region', label: 'Training regions' },
  { type: 'nhs_region', label: 'NHS regions' },
  { type: 'icb', label: 'Integrated care boards' },
  { type: 'local_authority', label: 'Local authorities' },
];

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What the address asks for of areas that this type has; the rest is dropped from it. */
function known(query: RegionsQuery, areas: readonly Area[], vintage: Vintage | null): RegionsQuery {
  const codes = new Set(areas.map(({ code }) => code));
  const isComparator =
    [ENGLAND, UNITED_KINGDOM].includes(query.compare) ||
    codes.has(query.compare) ||
    comparatorYear(query.compare) !== null;
  return {
    ...query,
    on: vintage?.isShown === false ? (vintage.from ?? vintage.to ?? undefined) : undefined,
    compare: isComparator ? query.compare : ENGLAND,
    area: query.area !== undefined && codes.has(query.area) ? query.area : undefined,
    peers: peerCodes(query.peers)
      .filter((code) => codes.has(code))
      .join(','),
  };
}

export default async function RegionsPage({ searchParams }: PageProps) {
  const parsed = RegionsQuery.safeParse(await searchParams);
  if (!parsed.success) redirect('/regions');
  const [areas, vintages] = await forPage(() =>
    Promise.all([listAreas([parsed.data.type], parsed.data.on), listVintages(parsed.data.type)]),
  );
  const query = known(parsed.data, areas, vintageOn(vintages, parsed.data.on));
  if (regionsHref(query) !== regionsHref(parsed.data)) redirect(regionsHref(query));
  const { type, view, indicator } = query;
  const header = (
    <>
      <PageHeader title="Regions" lead="Published figures of every area of a kind. Choose an area for its own page." />
      <LinkTabs
        label="Kind of area"
        tabs={TYPE_TABS.map((tab) => ({
          href: regionsHref({ type: tab.type, indicator, view }),
          label: tab.label,
          current: tab.type === type,
        }))}
      />
      <VintageTabs query={query} vintages={vintages} />
      <ViewTabs query={query} />
    </>
  );
  if (view === 'rug') return <RugPage query={query} areas={areas} header={header} />;
  if (view === 'association') return <AssociationPage query={query} areas={areas} header={header} />;
  return <ComparisonPage query={query} areas={areas} header={header} />;
}
