import 'server-only';
import { database, withPublisher } from '@/db/client';
import { NotFound } from '@/lib/data/errors';
import type { PublishedStore } from '@/lib/data/published-store';
import { selectCohortRelease } from '@/lib/data/queries/cohort';
import type { RoundedDataset, RoundedRelease } from '@/lib/data/queries/rounded-tables';
import { RuleSetId } from '@/lib/domain/disclosure/rule-set';
import type { Root } from '@/lib/domain/geography/area';
import { type FitRequest, fitRequest } from '@/lib/domain/journey-models/fit-request';
import { publishingRule } from '@/lib/domain/journey-models/intervals/count-range';
import { roundedRequest } from '@/lib/domain/journey-models/intervals/rounded-request';
import type { JourneyModelName } from '@/lib/domain/journey-models/journey-model';
import { schoolsHeld, schoolsInTables } from '@/lib/domain/journeys/schools-held';
import { sourceRules } from '@/lib/domain/journeys/source-rules';
import { cohortOf } from './cohort-store';
import { fitPlaces } from './model-places';
import { type RoundedTables, roundedTablesOf } from './rounded-source';

const TABLE_OF: Readonly<Record<JourneyModelName, RoundedDataset | null>> = {
  entrants: 'home_school',
  female_share: 'home_school',
  non_white_share: 'home_school',
  foundation: 'school_foundation',
  return_home: null,
};

const NO_DATA =
  'No cohort and no rounded tables are loaded for this country: import cohort.csv or the rounded tables first.';
const NOT_IN_TABLES =
  'Not loaded. Returning home needs the home and the later places of the same people, which no rounded table joins: only a cohort (cohort.csv) does.';
const OVERLAPPING = 'The periods of the rounded table share years, so their counts can’t be added up.';

const notLoaded = (table: RoundedDataset): string =>
  `Not loaded. Of this country there is no cohort (cohort.csv) and no rounded table ${table}.csv, which this model is fitted to.`;

/** What a model is fitted to, in words: files, releases and whether counts are rounded. */
type ModelData = {
  readonly release: string;
  readonly words: string;
};

const wordsOf = (releases: readonly Pick<RoundedRelease, 'title' | 'id'>[]): string =>
  releases.map(({ title, id }) => `${title}, release ${id}`).join('; ');

/** The rule under which the files of a table were let out. */
const ruleOf = ({ store, releases }: RoundedTables, table: RoundedDataset) => {
  const ruleSets = releases[table].map(({ ruleSet }) => RuleSetId.parse(ruleSet));
  const { roundedTo } = sourceRules({
    kind: 'rounded',
    ruleSet: ruleSets[0] ?? 'none',
    roundingBase: store.roundingBase,
  });
  return publishingRule(roundedTo, ruleSets);
};

/** The newest file stands for the table: what was read of the others is in the hash of the data. */
function dataOf(rounded: RoundedTables | null, model: JourneyModelName): ModelData | string {
  if (!rounded) return NO_DATA;
  const table = TABLE_OF[model];
  if (table === null) return NOT_IN_TABLES;
  const [newest] = rounded.releases[table];
  if (!newest) return notLoaded(table);
  const { roundedTo } = ruleOf(rounded, table);
  return {
    release: newest.id,
    words: `${wordsOf(rounded.releases[table])}; counts rounded to ${roundedTo}, each fitted as any number that publishes so`,
  };
}

/** What a model would be fitted to, or in words why it can't be; reads no person. */
export async function modelData(model: JourneyModelName, root: Root): Promise<ModelData | string> {
  const cohort = await withPublisher(await database(), (tx) => selectCohortRelease(tx, root));
  if (cohort) return { release: cohort.id, words: cohort.title };
  return dataOf(await roundedTablesOf(root), model);
}

/**
 * What a model of a country is fitted to: the newest cohort, else the rounded tables, taken as ranges of counts.
 * @throws NotFound where neither carries it, in words.
 */
export async function modelRequest(
  model: JourneyModelName,
  root: Root,
  published: PublishedStore,
): Promise<ModelData & { readonly request: FitRequest }> {
  const cohort = await cohortOf(root);
  if (cohort) {
    const { store, places, release } = cohort;
    const request = fitRequest(model, store, fitPlaces(published, places));
    return { request, release: release.id, words: wordsOf([release]) };
  }
  const rounded = await roundedTablesOf(root);
  const data = dataOf(rounded, model);
  if (typeof data === 'string') throw new NotFound(data);
  const table = TABLE_OF[model];
  const request =
    rounded &&
    table &&
    roundedRequest(model, rounded.store, fitPlaces(published, rounded.places), ruleOf(rounded, table));
  if (!request) throw new NotFound(OVERLAPPING);
  return { request, ...data };
}

/** Schools with people enough in what a fit was made from; none where that isn't what is loaded now. */
export async function schoolsBehind(root: Root, release: string): Promise<readonly string[]> {
  const cohort = await cohortOf(root);
  if (cohort) return cohort.release.id === release ? schoolsHeld(cohort.store) : [];
  const rounded = await roundedTablesOf(root);
  const newest = Object.values(rounded?.releases ?? {}).flatMap(([first]) => first?.id ?? []);
  return rounded && newest.includes(release) ? schoolsInTables(rounded.store) : [];
}
