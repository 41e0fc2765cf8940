import 'server-only';
import { database, withPublisher } from '@/db/client';
import type { PublishedStore } from '@/lib/data/published-store';
import { type IntakeRelease, type IntakeRow, selectIntakeRelease, selectIntakeRows } from '@/lib/data/queries/intake';
import type { JourneyPlaces, Periods } from '@/lib/domain/journeys/journey-places';
import type { JourneyRecord } from '@/lib/domain/journeys/journey-record';
import { type JourneyStore, makeJourneyStoreBuilder } from '@/lib/domain/journeys/journey-store';
import { roundingBaseOf } from '@/lib/domain/journeys/rounding-base';
import { heldByPublication } from './held-by-publication';
import { journeyPlaces } from './places';
import { yearBands } from './year-bands';

/** A school's own entrants, with the counts that it loaded. */
export type Intake = {
  /** Entrants only: sex and ethnic group are unknown, and nobody has reached a later stage. */
  store: JourneyStore;
  places: JourneyPlaces;
  periods: Periods;
  release: IntakeRelease;
  /** What its counts look rounded to when they came: 1 not at all; null where it has no count above 0. */
  roundingBase: number | null;
  /** Rows whose count was withheld: their people are in no table. */
  withheldRows: number;
};

const NOT_REACHED = {
  sex: 'U',
  ethnicity: 'unknown',
  foundationAreaCode: null,
  foundationYear: null,
  specialtyAreaCode: null,
  specialtyGroup: null,
  careerAreaCode: null,
  careerType: null,
} as const;

function* recordsOf(rows: readonly IntakeRow[], schoolId: string): Generator<JourneyRecord> {
  for (const { entrants, ...row } of rows) {
    // Full-person equivalents, if a file holds any, are counted as the nearest number of people.
    const count = Math.round(entrants ?? 0);
    if (count > 0) yield { ...row, ...NOT_REACHED, schoolId, count };
  }
}

async function build(published: PublishedStore, school: string): Promise<Intake | null> {
  const area = published.areaByCode.get(school);
  if (area?.type !== 'medical_school') return null;
  return withPublisher(await database(), async (tx) => {
    const release = await selectIntakeRelease(tx, area.root, school);
    if (!release) return null;
    const rows = await selectIntakeRows(tx, release.id, school);
    const years = rows.map(({ entryYear }) => entryYear);
    const places = journeyPlaces(published, area.root);
    const periods = { entry: yearBands({ from: Math.min(...years), to: Math.max(...years) }), foundation: [] };
    const builder = makeJourneyStoreBuilder({ places, periods, successors: published.successors });
    builder.addRecords(recordsOf(rows, school));
    return {
      store: builder.finish(),
      places,
      periods,
      release,
      roundingBase: roundingBaseOf(rows.map(({ entrants }) => entrants ?? 0)),
      withheldRows: rows.filter(({ entrants }) => entrants === null).length,
    };
  });
}

/**
 * The newest intake that one school loaded; null where there is none. Call it only after `school:read` on this very school has
 * been authorised: nobody else may have what is made of it, in no table, sum or export.
 */
export const intakeOf: (school: string) => Promise<Intake | null> = heldByPublication('intake', build);
