import 'server-only';
import { database, withPublisher } from '@/db/client';
import type { PublishedStore } from '@/lib/data/published-store';
import { type CohortRelease, cohortColumns, selectCohortRelease, selectCohortYears } from '@/lib/data/queries/cohort';
import type { Root } from '@/lib/domain/geography/area';
import type { JourneyPlaces, Periods } from '@/lib/domain/journeys/journey-places';
import { type JourneyStore, makeJourneyStoreBuilder } from '@/lib/domain/journeys/journey-store';
import { heldByPublication } from './held-by-publication';
import { journeyPlaces } from './places';
import { yearBands } from './year-bands';

/** A cohort with its true counts: for functions of the data layer that give protected or modelled results only. */
export type Cohort = { store: JourneyStore; places: JourneyPlaces; periods: Periods; release: CohortRelease };

async function build(published: PublishedStore, root: Root): Promise<Cohort | null> {
  return withPublisher(await database(), async (tx) => {
    const release = await selectCohortRelease(tx, root);
    if (!release) return null;
    const { entry, foundation } = await selectCohortYears(tx, release.id);
    const places = journeyPlaces(published, root);
    const periods = { entry: yearBands(entry), foundation: yearBands(foundation) };
    const builder = makeJourneyStoreBuilder({ places, periods, successors: published.successors });
    for await (const columns of cohortColumns(tx, release.id)) builder.addColumns(columns);
    return { store: builder.finish(), places, periods, release };
  });
}

/** The newest cohort of a country; null where none is loaded. Call it after authorising. */
export const cohortOf: (root: Root) => Promise<Cohort | null> = heldByPublication(build);
