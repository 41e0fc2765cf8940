import { forPage } from '@/app/_adapters/page';
import { PageHeader } from '@/components/shell/page-header';
import { AppLink } from '@/components/ui/app-link';
import { DataTable } from '@/components/ui/data-table';
import { LinkButton } from '@/components/ui/link-button';
import { tableFiles } from '@/lib/contracts/page-tables';
import { regionsHref } from '@/lib/contracts/regions-query';
import { listHomeRegions } from '@/lib/data/home-regions';
import { NOT_LOADED } from '@/lib/domain/measure/measure';
import { formatMeasure } from '@/lib/format/number';
import type { HomeProps } from './home-props';

export async function CommissionerHome({ country: root }: HomeProps) {
  const { areas, comparisons } = await forPage(() => listHomeRegions(root));
  return (
    <>
      <PageHeader
        title="Compare regions, brief, decide"
        lead="Need and fill for every training region. A figure that isn’t there is not loaded, never nought."
        actions={
          <LinkButton href={regionsHref({ country: root })} variant="primary">
            Compare regions by any indicator
          </LinkButton>
        }
      />
      <DataTable
        caption="Training regions"
        columns={[
          {
            key: 'name',
            header: 'Region',
            cell: (area: (typeof areas)[number]) => (
              <AppLink className="link" href={`/regions/${area.code}`}>
                {area.name}
              </AppLink>
            ),
          },
          ...comparisons.map(({ indicator, breakdown, periodLabel, rows }) => ({
            key: `${indicator.id} ${breakdown}`,
            header: `${indicator.shortName}${breakdown === 'all' ? '' : `, ${breakdown}`}, ${periodLabel}`,
            numeric: true,
            cell: (area: (typeof areas)[number]) =>
              formatMeasure(
                rows.find((row) => row.area.code === area.code)?.figure?.measure ?? NOT_LOADED,
                indicator.unit,
                indicator.decimals,
              ),
          })),
          {
            key: 'briefing',
            header: 'Paper',
            cell: (area: (typeof areas)[number]) => (
              <AppLink
                className="link"
                href={`/briefings/new?area=${area.code}`}
                aria-label={`Make a briefing of ${area.name}`}
              >
                Make a briefing
              </AppLink>
            ),
          },
        ]}
        rows={areas}
        rowKey={({ code }) => code}
        download={{ what: 'these figures', files: tableFiles('training-regions', { country: root }) }}
      />
    </>
  );
}
