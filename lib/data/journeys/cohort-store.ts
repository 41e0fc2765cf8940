import 'server-only';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { database, withPublisher } from '@/db/client';
import type { PublishedStore } from '@/lib/data/published-store';
import { type CohortRelease, cohortPages, selectCohortBatch, selectCohortRelease } from '@/lib/data/queries/cohort';
import type { Root } from '@/lib/domain/geography/area';
import type { JourneyPlaces, Periods } from '@/lib/domain/journeys/journey-places';
import {
  type JourneyStore,
  type JourneyStoreBuilder,
  makeJourneyStoreBuilder,
} from '@/lib/domain/journeys/journey-store';
import { heldByPublication } from './held-by-publication';
import { journeyPlaces } from './places';
import { NO_YEARS, spanWith, yearBands } from './year-bands';

/** A cohort with its true counts: for functions of the data layer that give protected or modelled results only. */
export type Cohort = { store: JourneyStore; places: JourneyPlaces; periods: Periods; release: CohortRelease };

/** In steps, so that other requests are answered between them. */
async function finished(builder: JourneyStoreBuilder): Promise<JourneyStore> {
  const steps = builder.finishing();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await nextTurn();
  }
}

async function build(published: PublishedStore, root: Root): Promise<Cohort | null> {
  const db = await database();
  const newest = () => withPublisher(db, (tx) => selectCohortRelease(tx, root));
  const release = await newest();
  if (!release) return null;
  const places = journeyPlaces(published, root);
  let [entry, foundation] = [NO_YEARS, NO_YEARS];
  const periods = (): Periods => ({ entry: yearBands(entry), foundation: yearBands(foundation) });
  const builder = makeJourneyStoreBuilder({ places, periods, successors: published.successors });
  // A transaction for each batch: the embedded database has one connection, and others wait for it.
  for (const page of await withPublisher(db, cohortPages)) {
    const records = await withPublisher(db, (tx) => selectCohortBatch(tx, release.id, page));
    for (const { entryYear, foundationYear } of records) {
      entry = spanWith(entry, entryYear);
      foundation = spanWith(foundation, foundationYear);
    }
    builder.addRecords(records);
    await nextTurn();
  }
  // Replaced or withdrawn meanwhile: what was read may be a part of it.
  if ((await newest())?.id !== release.id) return build(published, root);
  return { store: await finished(builder), places, periods: periods(), release };
}

/** The newest cohort of a country; null where none is loaded. Call it after authorising. */
export const cohortOf: (root: Root) => Promise<Cohort | null> = heldByPublication('cohort', build);
