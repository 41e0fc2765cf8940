import { SettlementFrame } from '@/app/journeys/_components/settlement-frame';
import { lineOfAnswer, nextSentence } from '@/components/charts/settlement-rows';
import { RelatedLinks } from '@/components/shell/related-links';
import { countryHref } from '@/lib/contracts/country-query';
import type { RegionJourneys as Journeys } from '@/lib/contracts/journey-views';
import { journeysHref } from '@/lib/contracts/journeys-query';

/** Who trains here and where they go next; the whole of it has a page of its own. Nothing where no journeys are loaded. */
export function RegionJourneys({ journeys }: { journeys: Journeys }) {
  const { region, country, next, careers, settlementAtFoundation } = journeys;
  if (settlementAtFoundation.kind !== 'table' && next.kind !== 'table') return null;
  const sentences = [
    nextSentence(lineOfAnswer(next, 'from'), 'foundation training', 'went on to specialty training'),
    nextSentence(lineOfAnswer(careers, 'from'), 'specialty training', 'took their career post'),
  ].filter((sentence) => sentence !== null);
  return (
    <section aria-labelledby="journeys" className="flex flex-col gap-3">
      <h2 id="journeys" className="text-xl">
        Who trains here, and where they go
      </h2>
      {sentences.length > 0 ? <p className="max-w-prose">{sentences.join(' ')}</p> : null}
      <SettlementFrame journeys={journeys} />
      <RelatedLinks
        links={[
          {
            href: journeysHref({ country, view: 'region', region: region.code }),
            text: 'Where they come from and where they go, region by region',
          },
          { href: countryHref('/schools', country), text: 'Medical schools' },
          {
            href: `${countryHref('/findings', country)}#A2-2.8`,
            text: 'What was published about staying, tested again',
          },
        ]}
      />
    </section>
  );
}
