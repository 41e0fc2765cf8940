import type { PeerChoice } from '@/app/regions/_components/peer-choice';
import { ComparisonKey } from '@/components/charts/rug-table';
import { byDistance, toSpineTableRows } from '@/components/charts/spine-table-rows';
import { DataTable } from '@/components/ui/data-table';
import { Disclosure } from '@/components/ui/disclosure';
import { LinkTabs } from '@/components/ui/link-tabs';
import type { AreaProfile } from '@/lib/contracts/region';
import { comparisonFiles, type RegionQuery, regionHref } from '@/lib/contracts/regions-query';
import { RANK_METHOD } from '@/lib/domain/indicators/rank';
import { TREND_METHOD } from '@/lib/domain/indicators/recent-trend';
import { spineColumns } from './spine-columns';

type SpineTableProps = {
  profile: AreaProfile;
  areaCount: number;
  peers: PeerChoice;
  /** The larger region that the area lies in, with its figures. */
  region: AreaProfile | null;
  query: RegionQuery;
};

/** Every indicator of the area among all areas of its kind. */
export function SpineTable(props: SpineTableProps) {
  const { profile, areaCount, peers, region, query } = props;
  const inOrder = toSpineTableRows({
    profile,
    areaCount,
    peersFor: peers.codesFor,
    ...(region ? { regionFigures: region.figures } : {}),
  });
  const rows = query.order === 'distance' ? byDistance(inOrder) : inOrder;
  const hasOthers = profile.peers.length > 0;
  const hasTrend = rows.some(({ trend }) => trend.kind === 'trend');
  const href = (order: RegionQuery['order']) => `${regionHref(profile.area.code, { ...query, order })}#compares`;
  return (
    <section aria-labelledby="compares" className="flex flex-col gap-3">
      <h2 id="compares" className="scroll-mt-24 text-xl">
        How it compares
      </h2>
      {hasOthers ? <p className="max-w-prose">Right is better; where nothing is judged, right is higher.</p> : null}
      <Disclosure summary="How to read the rows">
        <div className="flex max-w-prose flex-col gap-2 text-sm text-muted">
          {hasOthers ? <BarNote peers={peers} region={region} /> : null}
          <p>
            “Similar” means that the 95% interval holds the comparator’s value. Without counts there is no interval: the
            figure is only placed above or below, and not judged. {hasOthers ? RANK_METHOD : ''}{' '}
            {hasTrend ? TREND_METHOD : ''}
          </p>
        </div>
      </Disclosure>
      {hasOthers ? (
        <>
          <ComparisonKey />
          <LinkTabs
            label="Order of rows"
            tabs={[
              { href: href('group'), label: 'By group', current: query.order === 'group' },
              {
                href: href('distance'),
                label: 'Furthest from the comparator first',
                current: query.order === 'distance',
              },
            ]}
          />
        </>
      ) : null}
      <DataTable
        caption={`${profile.area.name} beside England, the UK and the other areas of its kind`}
        captionHidden
        columns={spineColumns(props)}
        rows={rows}
        rowKey={({ indicator, figure }) => `${indicator.id} ${figure.breakdown}`}
        empty="No figure is loaded for this area."
        download={{ what: 'this table', files: comparisonFiles(profile.area.code, query) }}
      />
    </section>
  );
}

function BarNote({ peers, region }: Pick<SpineTableProps, 'peers' | 'region'>) {
  return (
    <p>
      {`Each row: all areas of this kind for the same period, the middle half lighter, the comparator as a line in the middle (for a count, the middle area), this area as a mark. Fewer than eight areas are dots. Bracket below: ${
        peers.names ? `your peers (${peers.names})` : 'the five most similar areas'
      }.${region ? ` Diamond: ${region.area.name}.` : ''}`}
    </p>
  );
}
