import { forPage } from '@/app/_adapters/page';
import { PageHeader } from '@/components/shell/page-header';
import { Card } from '@/components/tremor/card';
import { AppLink } from '@/components/ui/app-link';
import { LinkButton } from '@/components/ui/link-button';
import { listManagedRegions } from '@/lib/data/areas';
import { getRegionReview, type RegionReview } from '@/lib/data/region-review';
import { listScenarios } from '@/lib/data/scenarios';
import { formatDateTime } from '@/lib/format/date';

function RegionSummary({ review: { profile, headlines, assessment } }: { review: RegionReview }) {
  const { area } = profile;
  return (
    <Card className="flex flex-col gap-4 p-6">
      <h2 className="text-xl">{area.name}</h2>
      <ul className="flex max-w-[72ch] flex-col gap-2 border-l-4 border-accent pl-4 text-lg">
        {headlines.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {assessment.measuredHere.length > 0 ? (
        <div>
          <h3 className="text-base">What could help, measured here</h3>
          <ul className="mt-1 list-disc pl-5">
            {assessment.measuredHere.map(({ recommendation }) => (
              <li key={recommendation.id}>
                <AppLink className="link" href={`/regions/${area.code}#${recommendation.id}`}>
                  {recommendation.title}
                </AppLink>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <LinkButton href={`/regions/${area.code}`} variant="primary">
          {`Review ${area.name}`}
        </LinkButton>
        <LinkButton href={`/scenarios/new?region=${area.code}`}>Model a package</LinkButton>
        <LinkButton href={`/briefings/new?area=${area.code}`}>Make a briefing</LinkButton>
      </div>
    </Card>
  );
}

export async function ManagerHome() {
  const regions = await forPage(listManagedRegions);
  const [reviews, scenarios] = await forPage(() =>
    Promise.all([Promise.all(regions.map(({ code }) => getRegionReview(code, null))), listScenarios()]),
  );
  const recent = scenarios.filter(({ archived }) => !archived).slice(0, 5);
  return (
    <>
      <PageHeader title="Your region" lead="What stands out, what might help, and what it would cost." />
      {reviews.map((review) => (
        <RegionSummary key={review.profile.area.code} review={review} />
      ))}
      <section aria-labelledby="recent" className="flex flex-col gap-3">
        <h2 id="recent" className="text-xl">
          Recent scenarios
        </h2>
        {recent.length === 0 ? (
          <p className="max-w-prose">
            None yet. Model a package to see what an offer of stable placements or support might change in one
            recruitment round.
          </p>
        ) : (
          <ul className="flex flex-col gap-2">
            {recent.map(({ id, name, level, areaName, updatedAt }) => (
              <li key={id}>
                <AppLink className="link" href={`/scenarios/${id}`}>
                  {name}
                </AppLink>
                <span className="text-sm text-muted">{` ${areaName}, ${level}, ${formatDateTime(updatedAt)}`}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
