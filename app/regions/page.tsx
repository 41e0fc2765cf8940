import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { countryField } from '@/app/_adapters/country-field';
import { forPage } from '@/app/_adapters/page';
import { PageHeader } from '@/components/shell/page-header';
import { LinkTabs } from '@/components/ui/link-tabs';
import { ComparedType, type Vintage } from '@/lib/contracts/region';
import { comparatorYear, peerCodes, RegionsQuery, regionsHref } from '@/lib/contracts/regions-query';
import { listAreas, listRoots, listVintages } from '@/lib/data/areas';
import { type Area, countryOf, isCountry, type Root } from '@/lib/domain/geography/area';
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
  const { country, compare = '' } = query;
  const isComparator = codes.has(compare) || isCountry(country, compare) || comparatorYear(compare) !== null;
  return {
    ...query,
    on: vintage?.isShown === false ? (vintage.from ?? vintage.to ?? undefined) : undefined,
    compare: isComparator && compare !== countryOf(country).code ? compare : undefined,
    area: query.area !== undefined && codes.has(query.area) ? query.area : undefined,
    peers: peerCodes(query.peers)
      .filter((code) => codes.has(code))
      .join(','),
  };
}

/** The kinds of area that the country has. */
const loadedTypes = async (root: Root): Promise<ReadonlySet<ComparedType>> =>
  new Set(
    (await listAreas(ComparedType.options, { root })).flatMap(({ type }) => ComparedType.safeParse(type).data ?? []),
  );

export default async function RegionsPage({ searchParams }: PageProps) {
  const parsed = RegionsQuery.safeParse(await searchParams);
  if (!parsed.success) redirect('/regions');
  const roots = await forPage(listRoots);
  const root = roots.includes(parsed.data.country) ? parsed.data.country : 'england';
  const types = await forPage(() => loadedTypes(root));
  const asked = {
    ...parsed.data,
    country: root,
    type: types.has(parsed.data.type) ? parsed.data.type : RegionsQuery.parse({}).type,
  };
  const [areas, vintages] = await forPage(() =>
    Promise.all([listAreas([asked.type], { root, on: asked.on }), listVintages(asked.type, root)]),
  );
  const query = known(asked, areas, vintageOn(vintages, asked.on));
  if (regionsHref(query) !== regionsHref(parsed.data)) redirect(regionsHref(query));
  const { type, view, indicator } = query;
  const countries = await countryField(root);
  const header = (
    <>
      <PageHeader title="Regions" lead="Published figures of every area of a kind. Choose an area for its own page." />
      <LinkTabs
        label="Kind of area"
        tabs={TYPE_TABS.filter((tab) => types.has(tab.type)).map((tab) => ({
          href: regionsHref({ country: root, type: tab.type, indicator, view }),
          label: tab.label,
          current: tab.type === type,
        }))}
      />
      <VintageTabs query={query} vintages={vintages} />
      <ViewTabs query={query} />
    </>
  );
  if (view === 'rug') return <RugPage query={query} areas={areas} countries={countries} header={header} />;
  if (view === 'association')
    return <AssociationPage query={query} areas={areas} countries={countries} header={header} />;
  return <ComparisonPage query={query} areas={areas} countries={countries} header={header} />;
}
