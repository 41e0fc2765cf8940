import 'server-only';
import { database, withPublisher } from '@/db/client';
import { type PublishedStore, publishedStore } from '@/lib/data/published-store';
import {
  type CohortRelease,
  cohortColumns,
  selectCohortRelease,
  selectCohortYears,
  type YearSpan,
} from '@/lib/data/queries/cohort';
import type { Root } from '@/lib/domain/geography/area';
import type { JourneyPlaces, Periods, YearBand } from '@/lib/domain/journeys/journey-places';
import { type JourneyStore, makeJourneyStoreBuilder } from '@/lib/domain/journeys/journey-store';
import { journeyPlaces } from './places';

/** A cohort with its true counts: for functions of the data layer that give protected or modelled results only. */
export type Cohort = { store: JourneyStore; places: JourneyPlaces; periods: Periods; release: CohortRelease };

const BAND_YEARS = 5;

/** Five years each, the last one ending with the last year. */
function bandsOf({ from, to }: YearSpan): YearBand[] {
  if (from === null || to === null) return [];
  const bands: YearBand[] = [];
  for (let end = to; end >= from; end -= BAND_YEARS) {
    const start = Math.max(from, end - BAND_YEARS + 1);
    bands.unshift({ label: start === end ? String(end) : `${start} to ${end}`, from: start, to: end });
  }
  return bands;
}

async function build(published: PublishedStore, root: Root): Promise<Cohort | null> {
  return withPublisher(await database(), async (tx) => {
    const release = await selectCohortRelease(tx, root);
    if (!release) return null;
    const { entry, foundation } = await selectCohortYears(tx, release.id);
    const places = journeyPlaces(published, root);
    const periods = { entry: bandsOf(entry), foundation: bandsOf(foundation) };
    const builder = makeJourneyStoreBuilder({ places, periods, successors: published.successors });
    for await (const columns of cohortColumns(tx, release.id)) builder.addColumns(columns);
    return { store: builder.finish(), places, periods, release };
  });
}

/** Built once for a publication, and shared by everything that reads it. */
const known = new WeakMap<PublishedStore, Map<Root, Promise<Cohort | null>>>();

/** The newest cohort of a country; null where none is loaded. Call it after authorising. */
export async function cohortOf(root: Root): Promise<Cohort | null> {
  const published = await publishedStore();
  const cohorts = known.get(published) ?? new Map<Root, Promise<Cohort | null>>();
  known.set(published, cohorts);
  const found = cohorts.get(root) ?? build(published, root);
  cohorts.set(root, found);
  return found.catch((error: unknown) => {
    cohorts.delete(root);
    throw error;
  });
}
