import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { forPage } from '@/app/_adapters/page';
import { ContextBar } from '@/components/shell/context-bar';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { LinkTabs } from '@/components/ui/link-tabs';
import type { ComparedType } from '@/lib/contracts/region';
import { FIRST_INDICATOR, RegionsQuery, regionsHref } from '@/lib/contracts/regions-query';
import { compareAreas, getPopulations, listIndicators } from '@/lib/data/figures';
import { ENGLAND, UNITED_KINGDOM } from '@/lib/domain/geography/area';
import { breakdownLabel } from '@/lib/format/words';
import { indicatorOptions } from './_components/indicator-options';
import { RegionsComparison } from './_components/regions-comparison';

export const metadata: Metadata = { title: 'Regions' };

const TYPE_TABS: readonly { type: ComparedType; label: string }[] = [
  { type: 'training_region', label: 'Training regions' },
  { type: 'nhs_region', label: 'NHS regions' },
  { type: 'icb', label: 'Integrated care boards' },
  { type: 'local_authority', label: 'Local authorities' },
];

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RegionsPage({ searchParams }: PageProps) {
  const parsed = RegionsQuery.safeParse(await searchParams);
  if (!parsed.success) redirect('/regions');
  const query = parsed.data;
  const first = FIRST_INDICATOR[query.type];
  const indicators = await forPage(listIndicators);
  const chosen = indicators.find(({ id }) => id === (query.indicator ?? first.indicator));
  if (!chosen) redirect(regionsHref({ ...query, indicator: undefined, breakdown: undefined }));
  const breakdown = query.breakdown ?? (query.indicator === undefined ? first.breakdown : null);
  const [comparison, populations] = await forPage(() =>
    Promise.all([
      compareAreas({ type: query.type, indicatorId: chosen.id, breakdown, comparatorCode: query.compare }),
      getPopulations(),
    ]),
  );
  if (query.breakdown !== undefined && !comparison.breakdowns.includes(query.breakdown)) {
    redirect(regionsHref({ ...query, breakdown: undefined }));
  }
  return (
    <>
      <ContextBar
        action="/regions"
        kept={{ type: query.type, view: query.view }}
        fields={[
          { name: 'indicator', label: 'Indicator', value: chosen.id, options: indicatorOptions(indicators) },
          ...(comparison.breakdowns.length > 1
            ? [
                {
                  name: 'breakdown',
                  label: 'Breakdown',
                  value: comparison.breakdown,
                  options: comparison.breakdowns.map((value) => ({ value, label: breakdownLabel(value) || 'All' })),
                },
              ]
            : []),
          {
            name: 'compare',
            label: 'Compared with',
            value: query.compare,
            options: [
              { value: ENGLAND, label: 'England' },
              { value: UNITED_KINGDOM, label: 'United Kingdom' },
            ],
          },
        ]}
      />
      <PageMain>
        <PageHeader title="Regions" lead="One indicator for every area of a kind. Choose an area for its own page." />
        <LinkTabs
          label="Kind of area"
          tabs={TYPE_TABS.map(({ type, label }) => ({
            href: regionsHref({ type, indicator: query.indicator, view: query.view }),
            label,
            current: type === query.type,
          }))}
        />
        <RegionsComparison query={query} comparison={comparison} populations={populations} />
      </PageMain>
    </>
  );
}
