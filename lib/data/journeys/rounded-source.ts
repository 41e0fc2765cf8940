import 'server-only';
import { database, type Executor, withPublisher } from '@/db/client';
import type { PublishedStore } from '@/lib/data/published-store';
import {
  type RoundedDataset,
  type RoundedRelease,
  type RoundedRows,
  selectReleasesOf,
  selectRoundedRows,
} from '@/lib/data/queries/rounded-tables';
import { RuleSetId } from '@/lib/domain/disclosure/rule-set';
import type { Root } from '@/lib/domain/geography/area';
import type { JourneyPlaces, Periods } from '@/lib/domain/journeys/journey-places';
import { roundedPeriods, toGridRow } from '@/lib/domain/journeys/rounded-rows';
import { makeRoundedStore, type RoundedStore } from '@/lib/domain/journeys/rounded-store';
import { statedBase } from '@/lib/import/count-rules';
import { heldByPublication } from './held-by-publication';
import { journeyPlaces } from './places';

/** Rounded tables of a country, protected before they came here: everybody who may read figures may read them. */
export type RoundedTables = {
  store: RoundedStore;
  places: JourneyPlaces;
  periods: Periods;
  /** Newest first; empty where a table isn't loaded. */
  releases: Record<RoundedDataset, RoundedRelease[]>;
};

type Loaded<Row> = { rows: Row[]; releases: RoundedRelease[]; base: number | null };

const keyOf = (row: RoundedRows[RoundedDataset]): string => {
  const { period, row: from, column } = toGridRow(row);
  return `${period} ${from} ${column}`;
};

/** The rows of every published file; where several have the same, that of the newest. */
async function load<Dataset extends RoundedDataset>(
  tx: Executor,
  root: Root,
  dataset: Dataset,
): Promise<Loaded<RoundedRows[Dataset]> | null> {
  const loaded: Loaded<RoundedRows[Dataset]> = { rows: [], releases: [], base: null };
  const known = new Set<string>();
  for (const release of await selectReleasesOf(tx, root, dataset)) {
    const rows = (await selectRoundedRows(tx, release.id, dataset)).filter((row) => !known.has(keyOf(row)));
    if (rows.length === 0) continue;
    for (const row of rows) {
      known.add(keyOf(row));
      loaded.rows.push(row);
    }
    loaded.releases.push(release);
    const ruleSet = RuleSetId.parse(release.ruleSet);
    loaded.base = Math.max(statedBase({ ruleSet, roundingBase: release.roundingBase }), loaded.base ?? 0);
  }
  return loaded.releases.length === 0 ? null : loaded;
}

const widest = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.max(one, other);

async function build(published: PublishedStore, root: Root): Promise<RoundedTables | null> {
  return withPublisher(await database(), async (tx) => {
    const homeSchool = await load(tx, root, 'home_school');
    const schoolFoundation = await load(tx, root, 'school_foundation');
    if (!homeSchool && !schoolFoundation) return null;
    const places = journeyPlaces(published, root);
    return {
      store: makeRoundedStore({
        places,
        homeSchool: homeSchool?.rows ?? null,
        schoolFoundation: schoolFoundation?.rows ?? null,
        roundingBase: widest(homeSchool?.base ?? null, schoolFoundation?.base ?? null),
        successors: published.successors,
      }),
      places,
      periods: {
        entry: roundedPeriods(homeSchool?.rows ?? []),
        foundation: roundedPeriods(schoolFoundation?.rows ?? []),
      },
      releases: { home_school: homeSchool?.releases ?? [], school_foundation: schoolFoundation?.releases ?? [] },
    };
  });
}

/** The newest rounded tables of a country; null where none is loaded. Call it after authorising. */
export const roundedTablesOf: (root: Root) => Promise<RoundedTables | null> = heldByPublication(
  'rounded tables',
  build,
);
