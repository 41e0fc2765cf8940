import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { JourneyTableQuery } from '@/lib/contracts/journeys';
import type { Viewer } from '@/lib/domain/access/access';
import { JOB_GROUPS, JOB_VIEWS } from '@/lib/domain/reach/job-views';
import { addCohort, addYoungPeople } from '@/lib/testing/cohort-records';
import { openPublishedDb } from '@/lib/testing/published-db';
import { TWIN_SCHOOLS, twinCohorts } from '@/lib/testing/twin-cohorts';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';
import { exportColdSpots } from './cold-spot-export';
import { AccessDenied, NotFound } from './errors';
import { listFindings } from './findings';
import { getJobRepresentation } from './job-representation';
import { getJourneyDistances } from './journey-distances';
import { exportJourneyTable } from './journey-export';
import { getJourneyGuide, getRegionJourneys, listFoundationPlaces } from './journey-views';
import { getJourneyTable, listJourneyTables } from './journeys';
import { renderSchoolCard } from './school-card';
import { getColdSpots, getSchoolReach } from './school-reach';
import { runAs } from './viewer';

vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));
vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));

const TIMEOUT_MS = 600_000;
const ROLES = ['school', 'deanery', 'commissioner', 'analyst'] as const;
const REGIONS = ['TR-yorkshire-and-the-humber', 'TR-thames-valley', 'TR-north-east', 'TR-south-west'];
const VIEWS = ['asTheyAre', 'oneMore', 'twoMore', 'fewerOfTheFew', 'moreOfTheFew'] as const;

type Seen = ReadonlyMap<string, string>;

/** A refusal is an answer too. */
const answerOf = (work: () => Promise<unknown>): Promise<unknown> =>
  work().catch((error: unknown) => {
    if (error instanceof NotFound || error instanceof AccessDenied) return `${error.name}: ${error.message}`;
    throw error;
  });

const textOf = (answer: unknown): string =>
  JSON.stringify(answer, (_, value) =>
    value instanceof Map ? [...value] : value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
  );

/** Every table that the service lists for this reader, whole and narrowed, as published. */
async function readTables(viewer: Viewer): Promise<Seen> {
  const seen = new Map<string, string>();
  for (const { shape, characteristics, periods } of await runAs(viewer, () => listJourneyTables())) {
    const queries: JourneyTableQuery[] = [
      {},
      ...periods.map(({ clock, label }) => ({ clock, period: label })),
      ...(characteristics.includes('sex') ? [{ sex: 'F' }, { sex: 'M' }] : []),
      ...(characteristics.includes('ethnicity') ? [{ ethnicity: 'white' }, { ethnicity: 'non_white' }] : []),
    ];
    for (const query of queries) {
      const answer = await runAs(viewer, () => answerOf(() => getJourneyTable(shape, query)));
      seen.set(`table ${shape} ${JSON.stringify(query)}`, textOf(answer));
    }
  }
  return seen;
}

const MIXES = [
  { by: 'sex' as const, shares: ['30', '70'] },
  { by: 'ethnicity' as const, shares: ['50', '50'] },
  { by: 'quintile' as const, shares: ['40', '30', '10', '10', '10'] },
];

/** Every screen, file and endpoint of journeys and reach: what this reader is answered. */
async function readScreens(viewer: Viewer): Promise<Seen> {
  const seen = new Map<string, string>();
  const note = async (name: string, work: () => Promise<unknown>) => {
    seen.set(name, textOf(await runAs(viewer, () => answerOf(work))));
  };
  for (const school of TWIN_SCHOOLS) {
    for (const period of [undefined, '2006 to 2010', '2011 to 2015']) {
      await note(`reach ${school} ${period}`, () => getSchoolReach(school, { period }));
      await note(`cold spots ${school} ${period}`, () => getColdSpots(school, { period }));
      await note(`cold spots file ${school} ${period}`, () => exportColdSpots(school, { period }, 'csv'));
    }
    for (const mix of MIXES) await note(`mix ${school} ${mix.by}`, () => getSchoolReach(school, { mix }));
  }
  for (const school of TWIN_SCHOOLS.slice(0, 2)) await note(`card ${school}`, () => renderSchoolCard(school, {}));
  for (const across of JOB_VIEWS)
    for (const group of JOB_GROUPS)
      await note(`jobs ${across} ${group}`, () => getJobRepresentation({ across, group }));
  await note('jobs of a period', () => getJobRepresentation({ period: '2006 to 2010' }));
  await note('distances', () => getJourneyDistances('england', null));
  await note('distances of a period', () => getJourneyDistances('england', { clock: 'entry', label: '2006 to 2010' }));
  for (const region of REGIONS) await note(`region ${region}`, () => getRegionJourneys(region));
  await note('guide', () => getJourneyGuide('england'));
  await note('places', () => listFoundationPlaces('england'));
  await note('findings', () => listFindings('england'));
  await note('table file', () => exportJourneyTable('home_region_by_foundation_region', {}, 'csv'));
  return seen;
}

type Reading = { readonly tables: Seen; readonly screens: Seen };
const readings = new Map<string, ReadonlyMap<string, Reading>>();

async function readAll(records: ReturnType<typeof twinCohorts>[string]): Promise<ReadonlyMap<string, Reading>> {
  const db = await openPublishedDb();
  await addYoungPeople(db);
  await addCohort(db, { records: [...records] });
  const read = new Map<string, Reading>();
  for (const role of ROLES) {
    const viewer = await addViewer(db, `${role}@example.test`, [OWN_GRANT[role]]);
    read.set(role, { tables: await readTables(viewer), screens: await readScreens(viewer) });
  }
  await db.close();
  return read;
}

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T09:00:00Z') });
  for (const [name, records] of Object.entries(twinCohorts())) readings.set(name, await readAll(records));
}, TIMEOUT_MS);

afterAll(() => vi.useRealTimers());

const readingOf = (name: string, role: string): Reading => {
  const found = readings.get(name)?.get(role);
  if (!found) throw new Error(`${name} was not read as ${role}`);
  return found;
};

const differences = (one: Seen, other: Seen): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((key) => one.get(key) !== other.get(key));

describe('cohorts that differ in true counts only', () => {
  test.each(ROLES)('give %s the same tables, of which not all are refused', (role) => {
    const { tables } = readingOf('asTheyAre', role);
    expect([...tables.values()].filter((text) => text.includes('"kind":"value"')).length).toBeGreaterThan(20);
    for (const name of VIEWS) expect([name, differences(tables, readingOf(name, role).tables)]).toEqual([name, []]);
  });

  test.each(ROLES)('give %s the same screens, files and endpoints', (role) => {
    const { screens } = readingOf('asTheyAre', role);
    expect(screens.size).toBeGreaterThan(80);
    for (const name of VIEWS) expect([name, differences(screens, readingOf(name, role).screens)]).toEqual([name, []]);
  });
});
