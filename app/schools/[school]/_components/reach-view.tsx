import type { BoundaryMap } from '@/lib/contracts/boundary-map';
import type { SchoolReach } from '@/lib/contracts/school-reach';
import type { SchoolQuery } from '@/lib/contracts/school-reach-query';
import { AbsentBlock } from './absent-block';
import { ColdSpots } from './cold-spots';
import { DistanceChart } from './distance-chart';
import { HomeList } from './home-list';
import { HomeMap } from './home-map';
import { SchoolWords } from './school-words';

type ReachViewProps = { reach: SchoolReach; query: SchoolQuery; boundaries: BoundaryMap | null };

/** Where entrants come from, and where few do. */
export function ReachView({ reach: { home, cold, school, region, inWords }, query, boundaries }: ReachViewProps) {
  if (home.kind === 'absent') return <AbsentBlock title="Where entrants come from" block={home} />;
  return (
    <>
      <ColdSpots code={school.code} block={cold} period={query.period} youngSource={home.youngSource} />
      <SchoolWords block={inWords} />
      <section aria-labelledby="homes-title" className="flex flex-col gap-4">
        <h2 id="homes-title" className="text-xl">
          Where entrants come from
        </h2>
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <HomeMap school={school} home={home} query={query} boundaries={boundaries} />
          <DistanceChart school={school} home={home} regionName={region?.name ?? null} />
        </div>
        <HomeList code={school.code} home={home} query={query} />
      </section>
    </>
  );
}
