import { inTurn } from '@/app/_adapters/in-turn';
import { forPage } from '@/app/_adapters/page';
import { HeadlineList } from '@/components/figures/headline-list';
import { PageMain } from '@/components/shell/page-main';
import { DownloadLinks } from '@/components/ui/download-links';
import { figuresFiles } from '@/lib/contracts/figures-query';
import type { RegionQuery } from '@/lib/contracts/regions-query';
import { listAreas } from '@/lib/data/areas';
import { getRegionJourneys } from '@/lib/data/journey-views';
import { findNotes } from '@/lib/data/notes';
import { getPlacementStability } from '@/lib/data/placement-stability';
import { getRegionReview } from '@/lib/data/region-review';
import { requireViewer } from '@/lib/data/viewer';
import { DeprivationDomains } from './deprivation-domains';
import { figureAnchor } from './figure-anchor';
import { GradientTrend } from './gradient-trend';
import { IndicatorGroups } from './indicator-groups';
import { comparatorCodeOf, loadRegion } from './load-region';
import { NotesSection } from './notes-section';
import { OverTime } from './over-time';
import { PlacementStability } from './placement-stability';
import { Recommendations } from './recommendations';
import { RegionContext } from './region-context';
import { RegionHeader } from './region-header';
import { RegionJourneys } from './region-journeys';
import { SpecialtyPosts } from './specialty-posts';
import { SupplyGradient } from './supply-gradient';
import { UnderDoctored } from './under-doctored';

type ProfileViewProps = { code: string; query: RegionQuery };

async function readRegion(code: string, query: RegionQuery) {
  const [viewer, review, notes] = await Promise.all([
    forPage(requireViewer),
    loadRegion(code, query, () => getRegionReview(code, comparatorCodeOf(query))),
    forPage(() => findNotes(code)),
  ]);
  const { area, comparedOn } = review.profile;
  const { specialty = null, level = null, before = null } = query;
  const [stability, journeys] =
    area.type === 'training_region'
      ? await forPage(() =>
          Promise.all([getPlacementStability(code, { specialty, level, before }), getRegionJourneys(code)]),
        )
      : [null, null];
  const areas = await forPage(() => listAreas([area.type], { root: area.root, on: comparedOn }));
  return { viewer, review, notes, stability, journeys, areas };
}

/** What stands out, the figures, what might help, and the charts behind them. */
export async function ProfileView({ code, query }: ProfileViewProps) {
  const { viewer, review, notes, stability, journeys, areas } = await inTurn(() => readRegion(code, query));
  const { profile } = review;
  return (
    <>
      <RegionContext profile={profile} areas={areas} query={query} />
      <PageMain root={profile.area.root}>
        <RegionHeader
          profile={profile}
          viewer={viewer}
          query={query}
          hasNotes={notes !== null}
          lead={
            <HeadlineList
              headlines={review.headlines.map(({ text, figure, kind }) => ({
                id: `${figure.indicatorId} ${figure.breakdown}`,
                text,
                href: `#${figureAnchor(figure)}`,
                linkText: kind === 'figure' ? 'see the figure' : 'what would load it',
              }))}
            />
          }
        />
        <IndicatorGroups profile={profile} areaCount={areas.length} />
        <Recommendations assessment={review.assessment} area={profile.area} viewer={viewer} />
        <DeprivationDomains profile={profile} />
        <SupplyGradient review={review} />
        <GradientTrend profile={profile} />
        <OverTime profile={profile} />
        {stability ? <PlacementStability code={code} query={query} stability={stability} /> : null}
        {journeys ? <RegionJourneys journeys={journeys} /> : null}
        <SpecialtyPosts profile={profile} />
        <UnderDoctored code={code} rows={review.underDoctored} />
        <DownloadLinks what={`all figures of ${profile.area.name}`} files={figuresFiles({ area: code })} />
        {notes ? <NotesSection areaCode={code} notes={notes} /> : null}
      </PageMain>
    </>
  );
}
