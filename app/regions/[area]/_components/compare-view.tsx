import { forPage } from '@/app/_adapters/page';
import { choosePeers } from '@/app/regions/_components/peer-choice';
import { PageMain } from '@/components/shell/page-main';
import type { RegionQuery } from '@/lib/contracts/regions-query';
import { listAreas } from '@/lib/data/areas';
import { getAreaProfile } from '@/lib/data/figures';
import { requireViewer } from '@/lib/data/viewer';
import { countriesOf } from '@/lib/domain/geography/area';
import { comparatorCodeOf, loadRegion } from './load-region';
import { RegionContext } from './region-context';
import { RegionHeader } from './region-header';
import { SimilarAreas } from './similar-areas';
import { SpineTable } from './spine-table';

type CompareViewProps = { code: string; query: RegionQuery };

/** Every indicator among all areas of the kind, and the areas that are like this one. */
export async function CompareView({ code, query }: CompareViewProps) {
  const [viewer, { profile }] = await Promise.all([
    forPage(requireViewer),
    loadRegion(code, query, async () => ({ profile: await getAreaProfile(code, comparatorCodeOf(query)) })),
  ]);
  const parent = profile.partOf.find(({ type, basis }) => type === 'nhs_region' && basis !== 'indicative');
  const [areas, region] = await forPage(() =>
    Promise.all([
      listAreas([profile.area.type], { root: profile.area.root, on: profile.comparedOn }),
      parent ? getAreaProfile(parent.code, null) : null,
    ]),
  );
  const peers = choosePeers({
    code,
    areas,
    figures: [...profile.figures, ...profile.peers],
    indicators: profile.indicators,
    peers: query.peers,
  });
  const countries = countriesOf(profile.area.root).map(({ inText }) => inText);
  return (
    <>
      <RegionContext profile={profile} areas={areas} query={query} />
      <PageMain root={profile.area.root}>
        <RegionHeader
          profile={profile}
          viewer={viewer}
          query={query}
          hasNotes={false}
          lead={`Every indicator beside ${countries.join(', ')} and the other areas of its kind, and the areas most like it.`}
        />
        <SpineTable profile={profile} areaCount={areas.length} peers={peers} region={region} query={query} />
        <SimilarAreas profile={profile} areas={areas} peers={peers} query={query} />
      </PageMain>
    </>
  );
}
