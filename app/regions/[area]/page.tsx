import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { forPage } from '@/app/_adapters/page';
import { choosePeers } from '@/app/regions/_components/peer-choice';
import { HeadlineList } from '@/components/figures/headline-list';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { LinkButton } from '@/components/ui/link-button';
import { Pill } from '@/components/ui/pill';
import { comparatorYear, RegionQuery, regionHref } from '@/lib/contracts/regions-query';
import { listAreas } from '@/lib/data/areas';
import { getAreaProfile } from '@/lib/data/figures';
import { findNotes } from '@/lib/data/notes';
import { getRegionReview } from '@/lib/data/region-review';
import { requireViewer } from '@/lib/data/viewer';
import { can } from '@/lib/domain/access/access';
import { earlierYears } from '@/lib/domain/indicators/comparator';
import { formatDate } from '@/lib/format/date';
import { AREA_TYPE_WORDS } from '@/lib/format/words';
import { DeprivationDomains } from './_components/deprivation-domains';
import { GradientTrend } from './_components/gradient-trend';
import { figureAnchor, IndicatorGroups } from './_components/indicator-groups';
import { NotesSection } from './_components/notes-section';
import { OverTime } from './_components/over-time';
import { Recommendations } from './_components/recommendations';
import { RegionContext } from './_components/region-context';
import { SimilarAreas } from './_components/similar-areas';
import { SpecialtyPosts } from './_components/specialty-posts';
import { SpineTable } from './_components/spine-table';
import { SupplyGradient } from './_components/supply-gradient';
import { UnderDoctored } from './_components/under-doctored';

type PageProps = {
  params: Promise<{ area: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What stays when another area or comparator is chosen. */
const keptOf = ({ peers, order }: RegionQuery): Record<string, string> => ({
  ...(peers ? { peers } : {}),
  ...(order === 'group' ? {} : { order }),
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const code = decodeURIComponent((await params).area);
  const areas = await listAreas(['training_region', 'nhs_region', 'icb', 'local_authority', 'england']).catch(() => []);
  return { title: areas.find((area) => area.code === code)?.name ?? 'Region' };
}

export default async function RegionPage({ params, searchParams }: PageProps) {
  const code = decodeURIComponent((await params).area);
  const parsed = RegionQuery.safeParse(await searchParams);
  if (!parsed.success) redirect(regionHref(code, {}));
  const query = parsed.data;
  const year = comparatorYear(query.compare ?? '');
  const [viewer, found, notes] = await forPage(() =>
    Promise.all([
      requireViewer(),
      getRegionReview(code, year === null ? (query.compare ?? null) : null),
      findNotes(code),
    ]),
  );
  const { area } = found.profile;
  if (area.type === 'medical_school') notFound();
  const isKnown =
    year === null ? query.compare === found.profile.comparatorCode : earlierYears(found.profile.figures).includes(year);
  if (query.compare !== undefined && !isKnown) redirect(regionHref(code, { ...query, compare: undefined }));
  const profile = year === null ? found.profile : { ...found.profile, comparatorYear: year };
  const review = { ...found, profile };
  const { headlines } = review;
  const areas = await forPage(() => listAreas([area.type]));
  const parent = profile.partOf.find(({ type, basis }) => type === 'nhs_region' && basis !== 'indicative');
  const region = parent ? await forPage(() => getAreaProfile(parent.code, null)) : null;
  const peers = choosePeers({
    code,
    areas,
    figures: [...profile.figures, ...profile.peers],
    indicators: profile.indicators,
    peers: query.peers,
  });
  return (
    <>
      <RegionContext profile={profile} areas={areas} kept={keptOf(query)} />
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
        <IndicatorGroups profile={profile} areaCount={areas.length} />
        <DeprivationDomains profile={profile} />
        <SupplyGradient review={review} />
        <GradientTrend profile={profile} />
        <SpineTable profile={profile} areaCount={areas.length} peers={peers} region={region} query={query} />
        <SimilarAreas profile={profile} areas={areas} peers={peers} query={query} />
        <SpecialtyPosts profile={profile} />
        <OverTime profile={profile} />
        <UnderDoctored rows={review.underDoctored} />
        <Recommendations assessment={review.assessment} area={area} viewer={viewer} />
        {notes ? <NotesSection areaCode={code} notes={notes} /> : null}
      </PageMain>
    </>
  );
}
