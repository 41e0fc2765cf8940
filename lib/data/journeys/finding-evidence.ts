import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PublishedStore } from '@/lib/data/published-store';
import { type PublishedCells, publishedCounts, roundedCounts } from '@/lib/domain/findings/count-source';
import type { FindingEvidence } from '@/lib/domain/findings/evidence-input';
import { type JourneyEvidence, journeyEvidence } from '@/lib/domain/findings/journey-evidence';
import { modelEvidence, publishedTerms } from '@/lib/domain/findings/model-evidence';
import type { Root } from '@/lib/domain/geography/area';
import type { ModelPlaces } from '@/lib/domain/journey-models/from-journeys';
import { roundedDistanceTerm, sourceOfRounded } from '@/lib/domain/journey-models/from-rounded';
import type { JourneyFilter } from '@/lib/domain/journeys/journey-filter';
import type { Clock, Periods } from '@/lib/domain/journeys/journey-places';
import { findShape } from '@/lib/domain/journeys/journey-shapes';
import { LEAST_SCHOOLS, schoolsHeld, schoolsInTables } from '@/lib/domain/journeys/schools-held';
import { sourceRules } from '@/lib/domain/journeys/source-rules';
import { FIFTHS } from '@/lib/domain/reach/deprivation-gradient';
import { areaPoints } from './area-points';
import { type Cohort, cohortOf } from './cohort-store';
import { modelPlaces, youngPeople } from './model-places';
import { roundedSlopes } from './rounded-slopes';
import { type RoundedTables, roundedTablesOf } from './rounded-source';
import { type TableSource, tableSources } from './table-source';
import { youngBase } from './young-base';

const NOTHING: JourneyEvidence = {
  ownShares: [],
  jobs: null,
  trainingToCareer: null,
  entrantsByFifth: null,
  localBySchool: null,
  distanceSlope: null,
  sexBySchool: null,
  ethnicGroups: null,
  schoolToFoundation: null,
  movesByGroup: null,
  capital: null,
  careersByGroup: null,
  deprivedOverTime: null,
};

/** What journeys are set against; the same whatever they are read from. */
function settings(published: PublishedStore, root: Root, model: ModelPlaces) {
  return {
    aged16To17: (code: string) => youngPeople(published, code),
    fifthBase: youngBase(published, root, Object.fromEntries(FIFTHS.map((fifth) => [fifth, `fifth-${fifth}`]))),
    ethnicBase: youngBase(published, root, { non_white: 'non-white', white: 'white' }),
    annualPlaces: model.annualPlaces,
  };
}

/** The cards' counts are those of the published tables. */
const cellsFrom =
  ({ table }: TableSource) =>
  (id: string, filter: JourneyFilter): PublishedCells | null => {
    const shape = findShape(id);
    const outcome = shape && table(shape, filter);
    return outcome?.kind === 'table' ? outcome.table : null;
  };

const YEARS_OF: Readonly<Record<Clock, string>> = { entry: 'entrants of', foundation: 'foundation starters of' };

function yearsIn(periods: Periods, clock: Clock): string | null {
  const [first, last] = [periods[clock].at(0)?.from, periods[clock].at(-1)?.to];
  if (first === undefined || last === undefined) return null;
  return `${YEARS_OF[clock]} ${first === last ? first : `${first} to ${last}`}`;
}

/** `National cohort, release ukmed-2026; entrants of 2006 to 2025`: the years are those of all files together. */
const wordsOf = (releases: readonly { title: string; id: string }[], periods: Periods, clock: Clock): string =>
  [...releases.map(({ title, id }) => `${title}, release ${id}`), yearsIn(periods, clock)]
    .filter((part) => part !== null)
    .join('; ');

/** In steps, so that other requests are answered between them. */
async function ofCohort(
  published: PublishedStore,
  root: Root,
  { store, places, periods, release }: Cohort,
  tables: TableSource,
): Promise<JourneyEvidence> {
  const [cells, rules] = [cellsFrom(tables), sourceRules(tables.source)];
  const model = modelPlaces(published, places);
  await nextTurn();
  const terms = modelEvidence(cells, model);
  await nextTurn();
  return journeyEvidence(publishedCounts({ data: wordsOf([release], periods, 'entry'), rules }, cells), {
    places,
    periods,
    schools: schoolsHeld(store),
    ...settings(published, root, model),
    ...terms,
    ...publishedTerms(cells, model, rules.roundedTo),
  });
}

async function ofRounded(
  published: PublishedStore,
  root: Root,
  { store, places, periods, releases }: RoundedTables,
): Promise<JourneyEvidence> {
  const model = modelPlaces(published, places);
  const slopes = await roundedSlopes(published, root);
  return journeyEvidence(
    roundedCounts(store, (table) =>
      wordsOf(releases[table], periods, table === 'home_school' ? 'entry' : 'foundation'),
    ),
    {
      places,
      periods,
      schools: schoolsInTables(store),
      ...settings(published, root, model),
      ...slopes,
      femaleTerm: roundedDistanceTerm(sourceOfRounded(store), model, 'sex'),
      nonWhiteTerm: roundedDistanceTerm(sourceOfRounded(store), model, 'ethnicity'),
    },
  );
}

/** From the cohort where one is loaded, else from rounded tables: no card mixes the two. */
async function journeysOf(
  published: PublishedStore,
  root: Root,
): Promise<{ evidence: JourneyEvidence; release: string; isWithheld: boolean }> {
  const cohort = await cohortOf(root);
  const tables = (await tableSources(root)).find(({ source }) => source.kind === 'cohort');
  if (cohort && tables) {
    const isWithheld = schoolsHeld(cohort.store).length < LEAST_SCHOOLS;
    return {
      evidence: isWithheld ? NOTHING : await ofCohort(published, root, cohort, tables),
      release: cohort.release.id,
      isWithheld,
    };
  }
  const rounded = await roundedTablesOf(root);
  if (!rounded) return { evidence: NOTHING, release: 'published figures', isWithheld: false };
  const { home_school, school_foundation } = rounded.releases;
  const release = [...home_school, ...school_foundation].map(({ id }) => id).join(' ');
  const isWithheld = schoolsInTables(rounded.store).length < LEAST_SCHOOLS;
  return { evidence: isWithheld ? NOTHING : await ofRounded(published, root, rounded), release, isWithheld };
}

const OF_FEW_SCHOOLS =
  'a file of fewer than three schools, which isn’t used: cards would be those schools’ own figures, which are for their staff';

/** Everything that the cards are worked out from, and the releases that it comes from. */
export async function findingEvidence(
  published: PublishedStore,
  root: Root,
): Promise<{ evidence: FindingEvidence; release: string }> {
  const { evidence, release, isWithheld } = await journeysOf(published, root);
  return {
    release,
    evidence: {
      isDemonstration: root === 'demonstration',
      journeysWithheld: isWithheld ? OF_FEW_SCHOOLS : null,
      ...areaPoints(published, root),
      ...evidence,
    },
  };
}
