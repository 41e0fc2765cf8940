import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PublishedStore } from '@/lib/data/published-store';
import type { RoundedRelease } from '@/lib/data/queries/rounded-tables';
import { cohortCounts, roundedCounts } from '@/lib/domain/findings/count-source';
import type { FindingEvidence } from '@/lib/domain/findings/evidence-input';
import { type JourneyEvidence, journeyEvidence } from '@/lib/domain/findings/journey-evidence';
import { CARD_RULES, modelEvidence, protectForCards } from '@/lib/domain/findings/model-evidence';
import { countryOf, type Root } from '@/lib/domain/geography/area';
import type { ModelPlaces } from '@/lib/domain/journey-models/from-journeys';
import { roundedDistanceTerm } from '@/lib/domain/journey-models/from-rounded';
import { LEAST_SCHOOLS, schoolsHeld, schoolsInTables } from '@/lib/domain/journeys/schools-held';
import { FIFTHS } from '@/lib/domain/reach/deprivation-gradient';
import { areaPoints } from './area-points';
import { type Cohort, cohortOf } from './cohort-store';
import { modelPlaces, youngPeople } from './model-places';
import { type RoundedTables, roundedTablesOf } from './rounded-source';

const NOTHING: JourneyEvidence = {
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
  const country = countryOf(root);
  const young = (breakdown?: string) => youngPeople(published, country.code, breakdown);
  const name = `people aged 16 to 17 in ${country.inText}`;
  return {
    aged16To17: (code: string) => youngPeople(published, code),
    fifthBase: { name, people: Object.fromEntries(FIFTHS.map((fifth) => [fifth, young(`fifth-${fifth}`)])) },
    ethnicBase: { name, people: { non_white: young('non-white'), white: young('white') } },
    annualPlaces: model.annualPlaces,
  };
}

/** In steps, so that other requests are answered between them. */
async function ofCohort(
  published: PublishedStore,
  root: Root,
  { store, places, periods, release }: Cohort,
): Promise<JourneyEvidence> {
  const model = modelPlaces(published, places);
  await nextTurn();
  const terms = modelEvidence(store, model);
  await nextTurn();
  return journeyEvidence(cohortCounts(store, { data: release.title, rules: CARD_RULES }, protectForCards), {
    places,
    periods,
    schools: schoolsHeld(store),
    ...settings(published, root, model),
    ...terms,
  });
}

const titles = (releases: readonly RoundedRelease[]): string => releases.map(({ title }) => title).join(', ');

/** Slopes of schools aren't fitted to rounded tables: counts that round to 0 are most of those from far away. */
function ofRounded(
  published: PublishedStore,
  root: Root,
  { store, places, periods, releases }: RoundedTables,
): JourneyEvidence {
  const model = modelPlaces(published, places);
  return journeyEvidence(
    roundedCounts(store, (table) => titles(releases[table])),
    {
      places,
      periods,
      schools: schoolsInTables(store),
      ...settings(published, root, model),
      deprivationSlope: null,
      distanceSlope: null,
      femaleTerm: roundedDistanceTerm(store, model, 'sex'),
      nonWhiteTerm: roundedDistanceTerm(store, model, 'ethnicity'),
    },
  );
}

/** From the cohort where one is loaded, else from rounded tables: no card mixes the two. */
async function journeysOf(
  published: PublishedStore,
  root: Root,
): Promise<{ evidence: JourneyEvidence; release: string; isWithheld: boolean }> {
  const cohort = await cohortOf(root);
  if (cohort) {
    const isWithheld = schoolsHeld(cohort.store).length < LEAST_SCHOOLS;
    return {
      evidence: isWithheld ? NOTHING : await ofCohort(published, root, cohort),
      release: cohort.release.id,
      isWithheld,
    };
  }
  const tables = await roundedTablesOf(root);
  if (!tables) return { evidence: NOTHING, release: 'published figures', isWithheld: false };
  const { home_school, school_foundation } = tables.releases;
  const release = [...home_school, ...school_foundation].map(({ id }) => id).join(' ');
  const isWithheld = schoolsInTables(tables.store).length < LEAST_SCHOOLS;
  return { evidence: isWithheld ? NOTHING : ofRounded(published, root, tables), release, isWithheld };
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
