import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { forPage } from '@/app/_adapters/page';
import { HeadlineList } from '@/components/figures/headline-list';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { LinkButton } from '@/components/ui/link-button';
import { Pill } from '@/components/ui/pill';
import { listAreas } from '@/lib/data/areas';
import { findNotes } from '@/lib/data/notes';
import { getRegionReview } from '@/lib/data/region-review';
import { requireViewer } from '@/lib/data/viewer';
import { can } from '@/lib/domain/access/access';
import { formatDate } from '@/lib/format/date';
import { AREA_TYPE_WORDS } from '@/lib/format/words';
import { ComparisonTable } from './_components/comparison-table';
import { DeprivationDomains } from './_components/deprivation-domains';
import { figureAnchor, IndicatorGroups } from './_components/indicator-groups';
import { NotesSection } from './_components/notes-section';
import { OverTime } from './_components/over-time';
import { Recommendations } from './_components/recommendations';
import { RegionContext } from './_components/region-context';
import { SpecialtyPosts } from './_components/specialty-posts';
import { SupplyGradient } from './_components/supply-gradient';
import { UnderDoctored } from './_components/under-doctored';

type PageProps = {
  params: Promise<{ area: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const Query = z.strictObject({ compare: z.string().max(80).optional() });

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const code = decodeURIComponent((await params).area);
  const areas = await listAreas(['training_region', 'nhs_region', 'icb', 'local_authority', 'england']).catch(() => []);
  return { title: areas.find((area) => area.code === code)?.name ?? 'Region' };
}

export default async function RegionPage({ params, searchParams }: PageProps) {
  const code = decodeURIComponent((await params).area);
  const query = Query.safeParse(await searchParams);
  if (!query.success) redirect(`/regions/${encodeURIComponent(code)}`);
  const [viewer, review, notes] = await forPage(() =>
    Promise.all([requireViewer(), getRegionReview(code, query.data.compare ?? null), findNotes(code)]),
  );
  const { profile, headlines } = review;
  const { area } = profile;
  if (area.type === 'medical_school') notFound();
  if (query.data.compare !== undefined && query.data.compare !== profile.comparatorCode) {
    redirect(`/regions/${encodeURIComponent(code)}`);
  }
  return (
    <>
      <RegionContext profile={profile} areas={await forPage(() => listAreas([area.type]))} />
      <PageMain>
        <PageHeader
          title={area.name}
          crumbs={[{ href: '/regions', label: 'Regions' }]}
          tags={<Pill tone="outline">{AREA_TYPE_WORDS[area.type]}</Pill>}
          printLine={`Data to ${profile.dataTo ? formatDate(profile.dataTo) : 'not loaded'}. Releases: ${profile.releaseIds.join(', ')}.`}
          lead={
            <HeadlineList
              headlines={headlines.map(({ text, figure, kind }) => ({
                id: `${figure.indicatorId} ${figure.breakdown}`,
                text,
                href: `#${figureAnchor(figure)}`,
                linkText: kind === 'figure' ? 'see the figure' : 'what would load it',
              }))}
            />
          }
          actions={
            <>
              <LinkButton href="#recommendations" variant="primary">
                What could be done
              </LinkButton>
              {area.type === 'training_region' && can(viewer, 'scenario:write', code) ? (
                <LinkButton href={`/scenarios/new?region=${code}`}>Model a package</LinkButton>
              ) : null}
              {can(viewer, 'briefing:create', code) ? (
                <LinkButton href={`/briefings/new?area=${code}`}>Make a briefing</LinkButton>
              ) : null}
              {notes ? <LinkButton href="#notes">Notes</LinkButton> : null}
            </>
          }
        />
        <IndicatorGroups profile={profile} />
        <DeprivationDomains profile={profile} />
        <SupplyGradient review={review} />
        <ComparisonTable profile={profile} />
        <SpecialtyPosts profile={profile} />
        <OverTime profile={profile} />
        <UnderDoctored rows={review.underDoctored} />
        <Recommendations assessment={review.assessment} area={area} viewer={viewer} />
        {notes ? <NotesSection areaCode={code} notes={notes} /> : null}
      </PageMain>
    </>
  );
}
