import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { GET as findingsApi } from '@/app/api/v1/findings/route';
import { GET as journeyApi } from '@/app/api/v1/journeys/[shape]/route';
import { GET as jobsApi } from '@/app/api/v1/journeys/jobs/route';
import { GET as journeysApi } from '@/app/api/v1/journeys/route';
import { GET as cardApi } from '@/app/api/v1/schools/[code]/card/route';
import { GET as coldSpotsApi } from '@/app/api/v1/schools/[code]/cold-spots/route';
import { GET as reachApi } from '@/app/api/v1/schools/[code]/reach/route';
import { findingsCommand } from '@/lib/cli/findings-command';
import { fitCommand } from '@/lib/cli/fit-command';
import type { JourneyTableQuery } from '@/lib/contracts/journeys';
import type { Viewer } from '@/lib/domain/access/access';
import { toNearestFive } from '@/lib/domain/disclosure/rounding';
import type { RuleSetId } from '@/lib/domain/disclosure/rule-set';
import { JOURNEY_MODELS } from '@/lib/domain/journey-models/fitted-model';
import type { JourneyRecord } from '@/lib/domain/journeys/journey-record';
import { JOB_GROUPS, JOB_VIEWS } from '@/lib/domain/reach/job-views';
import { addCohort, addYoungPeople } from '@/lib/testing/cohort-records';
import { openPublishedDb } from '@/lib/testing/published-db';
import { splitCohorts, TWIN_SCHOOLS, twinCohorts } from '@/lib/testing/twin-cohorts';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';
import { exportColdSpots } from './cold-spot-export';
import { AccessDenied, NotFound } from './errors';
import { getFindingHistory, listFindings } from './findings';
import { getJobRepresentation } from './job-representation';
import { getJourneyDistances } from './journey-distances';
import { exportJourneyTable } from './journey-export';
import { getJourneyFit } from './journey-models';
import { getJourneyGuide, getRegionJourneys, listFoundationPlaces } from './journey-views';
import { getJourneyTable, listJourneyTables } from './journeys';
import { renderSchoolCard } from './school-card';
import { getColdSpots, getSchoolReach } from './school-reach';
import { runAs } from './viewer';

vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));
vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));

const TIMEOUT_MS = 1_800_000;
const LEEDS = { role: 'school', scope: 'university-of-leeds' } as const;
const OXFORD = { role: 'school', scope: 'university-of-oxford' } as const;
/** Who asks: each kind of user, staff of two schools, and staff who plan or load files as well. */
const READERS = {
  school: [OWN_GRANT.school],
  deanery: [OWN_GRANT.deanery],
  commissioner: [OWN_GRANT.commissioner],
  analyst: [OWN_GRANT.analyst],
  'two schools': [LEEDS, OXFORD],
  'school and deanery': [LEEDS, OWN_GRANT.deanery],
  'school and analyst': [LEEDS, OWN_GRANT.analyst],
} as const;
const NAMES = [
  'school',
  'deanery',
  'commissioner',
  'analyst',
  'two schools',
  'school and deanery',
  'school and analyst',
] as const;
const RULES = ['hesa_rounding_5', 'nhs_subnational_1_to_7'] as const;
const REGIONS = ['TR-yorkshire-and-the-humber', 'TR-thames-valley', 'TR-north-east', 'TR-south-west'];
const TWINS = process.env.STEAD_THOROUGH
  ? (['apart', 'apartTheOtherWay', 'fewerOfTheFew', 'moreOfTheFew'] as const)
  : (['apartTheOtherWay', 'moreOfTheFew'] as const);

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

/** What the endpoints of schools answer: reach, cold spots as a document and a file, and the card as it leaves. */
async function schoolAnswers(code: string): Promise<[string, string][]> {
  const context = { params: Promise.resolve({ code }) };
  const ask = (path: string) => new Request(`http://localhost/api/v1/schools/${code}/${path}`);
  const answers: [string, Response][] = [
    [`API reach ${code}`, await reachApi(ask('reach'), context)],
    [`API reach of a period ${code}`, await reachApi(ask('reach?period=2006%20to%202010'), context)],
    [`API cold spots ${code}`, await coldSpotsApi(ask('cold-spots'), context)],
    [`API cold spots file ${code}`, await coldSpotsApi(ask('cold-spots?format=csv'), context)],
    [`API card ${code}`, await cardApi(ask('card'), context)],
  ];
  return Promise.all(
    answers.map(async ([name, answer]): Promise<[string, string]> => {
      const body = Buffer.from(await answer.arrayBuffer()).toString('base64');
      return [name, `${answer.status} ${body}`];
    }),
  );
}

/** The command that fits models to true counts, and what the screen of models then reads. */
async function readFits(viewer: Viewer): Promise<Seen> {
  const fitted = JOURNEY_MODELS.map(async (model): Promise<[string, string][]> => {
    const run = () => fitCommand.run({ words: ['fit', model], options: {}, json: true }, () => {});
    const command = textOf(await runAs(viewer, () => answerOf(run)));
    const screen = textOf(await runAs(viewer, () => answerOf(() => getJourneyFit(model, 'england'))));
    return [
      [model, command],
      [`screen ${model}`, screen],
    ];
  });
  return new Map((await Promise.all(fitted)).flat());
}

/** The hashes of a receipt are of everybody's counts; they tell that something differs, not what. */
const withoutReceipts = (seen: Seen): Seen =>
  new Map(
    [...seen].map(([name, text]) => [
      name,
      text
        .replaceAll(/"(?:id|data)":"[0-9a-f]{20}"/g, '')
        .replaceAll(/"fittedAt":"[^"]*"/g, '')
        .replaceAll(/receipt [0-9a-f]{20}/g, 'receipt'),
    ]),
  );

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
  await note('findings of earlier publications', async () => [...(await getFindingHistory('england')).earlier]);
  await note('findings command', () => findingsCommand.run({ words: ['findings'], options: {}, json: true }, () => {}));
  await note('API tables', async () => (await journeysApi(new Request('http://localhost/api/v1/journeys'))).text());
  for (const query of ['', '?sex=F', '?ethnicity=non_white', '?format=csv'])
    await note(`API table ${query}`, async () => {
      const url = `http://localhost/api/v1/journeys/home_region_by_foundation_region${query}`;
      const context = { params: Promise.resolve({ shape: 'home_region_by_foundation_region' }) };
      return (await journeyApi(new Request(url), context)).text();
    });
  for (const school of TWIN_SCHOOLS.slice(0, 3))
    for (const [name, answer] of await runAs(viewer, () => schoolAnswers(school))) seen.set(name, answer);
  await note('API findings', async () => (await findingsApi(new Request('http://localhost/api/v1/findings'))).text());
  for (const query of ['', '?across=stage&group=F'])
    await note(`API jobs ${query}`, async () =>
      (await jobsApi(new Request(`http://localhost/api/v1/journeys/jobs${query}`))).text(),
    );
  await note('table file', () => exportJourneyTable('home_region_by_foundation_region', {}, 'csv'));
  return seen;
}

type Reading = { readonly tables: Seen; readonly screens: Seen; readonly fits: Seen };
const readings = new Map<string, Reading>();

const keyOf = (rule: string, cohort: string, reader: string): string => `${rule} ${cohort} ${reader}`;

async function readAll(rule: RuleSetId, cohort: string, who: readonly (keyof typeof READERS)[]): Promise<void> {
  const db = await openPublishedDb();
  await addYoungPeople(db);
  await addCohort(db, { records: [...({ ...twinCohorts(), ...splitCohorts() }[cohort] ?? [])], ruleSet: rule });
  for (const name of who) {
    const viewer = await addViewer(db, `${name.replaceAll(' ', '-')}@example.test`, READERS[name]);
    const [tables, screens] = [await readTables(viewer), await readScreens(viewer)];
    const reading = { tables, screens, fits: await readFits(viewer) };
    readings.set(keyOf(rule, cohort, name), reading);
  }
  await db.close();
}

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T09:00:00Z') });
});
afterAll(() => vi.useRealTimers());

const readingOf = (rule: string, cohort: string, reader: string): Reading => {
  const found = readings.get(keyOf(rule, cohort, reader));
  if (!found) throw new Error(`${cohort} was not read by ${reader}`);
  return found;
};

const differences = (one: Seen, other: Seen): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((key) => one.get(key) !== other.get(key));

describe.each(RULES)('cohorts that differ in true counts only: %s', (rule) => {
  beforeAll(async () => {
    for (const cohort of ['asTheyAre', ...TWINS]) await readAll(rule, cohort, NAMES);
  }, TIMEOUT_MS);

  test.each(NAMES)('give %s the same tables, of which not all are refused', (reader) => {
    const { tables } = readingOf(rule, 'asTheyAre', reader);
    expect([...tables.values()].filter((text) => text.includes('"kind":"value"')).length).toBeGreaterThan(20);
    for (const twin of TWINS)
      expect([twin, differences(tables, readingOf(rule, twin, reader).tables)]).toEqual([twin, []]);
  });

  test.each(NAMES)('give %s the same screens, files, endpoints and commands', (reader) => {
    const { screens } = readingOf(rule, 'asTheyAre', reader);
    expect(screens.size).toBeGreaterThan(80);
    for (const twin of TWINS)
      expect([twin, differences(screens, readingOf(rule, twin, reader).screens)]).toEqual([twin, []]);
  });
});

const STAFF = ['school', 'school and deanery', 'school and analyst'] as const;
const SPLITS = ['split', 'splitTheOtherWay'] as const;

describe('two schools that differ by sex and are together the same', () => {
  // Without a rule, so that every count leaves as it is.
  beforeAll(async () => {
    for (const cohort of SPLITS) await readAll('none', cohort, [...STAFF, 'analyst']);
  }, TIMEOUT_MS);

  test.each(STAFF)(
    'are the same to staff of a third, by every table, screen, file, endpoint and command: %s',
    (reader) => {
      const [one, other] = SPLITS.map((cohort) => readingOf('none', cohort, reader));
      if (!one || !other) throw new Error('Not read');
      expect(differences(one.tables, other.tables)).toEqual([]);
      expect(differences(one.screens, other.screens)).toEqual([]);
    },
  );

  test('the command that fits models is for analysts, and gives staff no term of another school', () => {
    const fits = (reader: string) => [...readingOf('none', 'split', reader).fits.values()];
    for (const reader of ['school', 'school and deanery'])
      for (const answer of fits(reader)) expect(answer).toContain('AccessDenied');
    const terms = (reader: string) =>
      fits(reader)
        .join(' ')
        .match(/"term":"[^"]*/g) ?? [];
    expect(terms('analyst').some((term) => term.includes('university-of-oxford'))).toBe(true);
    expect(terms('school and analyst').some((term) => term.includes('university-of-leeds'))).toBe(true);
    expect(
      terms('school and analyst').filter((term) => /oxford|sheffield|liverpool|bristol|newcastle/.test(term)),
    ).toEqual([]);
  });

  test('give staff who are analysts the same fits, which differ to analysts', () => {
    const fits = (reader: string) => SPLITS.map((cohort) => withoutReceipts(readingOf('none', cohort, reader).fits));
    const [one, other] = fits('school and analyst');
    const [seen, turned] = fits('analyst');
    if (!one || !other || !seen || !turned) throw new Error('Not read');
    expect(differences(one, other)).toEqual([]);
    expect([...one.values()].some((text) => /average:|"founding":\[\{/.test(text))).toBe(false);
    expect(differences(seen, turned)).toEqual(expect.arrayContaining(['female_share', 'screen female_share']));
    expect([...seen.values()].some((text) => text.includes('average:'))).toBe(true);
  });

  test('differ to those who may see them', () => {
    const [one, other] = SPLITS.map((cohort) => readingOf('none', cohort, 'analyst'));
    if (!one || !other) throw new Error('Not read');
    expect(differences(one.tables, other.tables)).toContain('table school_by_sex {}');
    expect(differences(one.screens, other.screens)).toContain('API reach university-of-oxford');
  });
});

describe('the attack bites', () => {
  beforeAll(async () => {
    for (const cohort of ['asTheyAre', 'apart']) await readAll('none', cohort, ['school', 'commissioner']);
  }, TIMEOUT_MS);

  test.each(['school', 'commissioner'])(
    'without a rule %s can tell the cohorts apart, by tables and by screens',
    (reader) => {
      const [one, other] = [readingOf('none', 'asTheyAre', reader), readingOf('none', 'apart', reader)];
      expect(differences(one.tables, other.tables).length).toBeGreaterThan(20);
      const screens = differences(one.screens, other.screens);
      for (const screen of ['findings', 'findings command', 'distances', 'API table ', 'jobs stage F'])
        expect([screen, screens.includes(screen)]).toEqual([screen, true]);
    },
  );

  test('sums of true counts, each rounded by itself, differ although no cell does', () => {
    const people = (cohort: string, of: (record: JourneyRecord) => boolean) =>
      toNearestFive((twinCohorts()[cohort] ?? []).filter(of).reduce((sum, { count }) => sum + count, 0));
    const sums = [
      () => true,
      ({ sex }: JourneyRecord) => sex === 'F',
      ({ foundationAreaCode }: JourneyRecord) => foundationAreaCode !== null,
    ];
    for (const of of sums)
      expect(new Set(['asTheyAre', 'apart', 'apartTheOtherWay'].map((cohort) => people(cohort, of))).size).toBe(3);
  });
});
