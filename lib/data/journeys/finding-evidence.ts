import type { PublishedStore } from '@/lib/data/published-store';
import { toNearestFive } from '@/lib/domain/disclosure/rounding';
import { isSmallCount, RULE_SETS, RuleSetId } from '@/lib/domain/disclosure/rule-set';
import type { Coefficient, FindingEvidence } from '@/lib/domain/findings/evidence-input';
import type { Protect } from '@/lib/domain/findings/journey-counts';
import { type JourneyEvidence, journeyEvidence } from '@/lib/domain/findings/journey-evidence';
import { countryOf, type Root } from '@/lib/domain/geography/area';
import { entrantsModel } from '@/lib/domain/journey-models/entrants-model';
import { foundationModel } from '@/lib/domain/journey-models/foundation-model';
import { entrantsInput, foundationInput, type ModelPlaces } from '@/lib/domain/journey-models/from-journeys';
import type { ReachTerm } from '@/lib/domain/journey-models/reach-design';
import { slopesByFounding } from '@/lib/domain/journey-models/slopes-by-founding';
import type { JourneyStore } from '@/lib/domain/journeys/journey-store';
import { LEAST_SCHOOLS, schoolsHeld } from '@/lib/domain/journeys/schools-held';
import { FIFTHS } from '@/lib/domain/reach/deprivation-gradient';
import { areaPoints } from './area-points';
import { type Cohort, cohortOf } from './cohort-store';
import { modelPlaces, youngPeople } from './model-places';

/** Small counts are withheld and the others rounded, whatever rule came with the cohort: the cards are for every reader. */
const protect: Protect = (people) =>
  isSmallCount(people) ? { kind: 'suppressed' } : { kind: 'value', count: toNearestFive(people) };

const RULES = RULE_SETS[RuleSetId.enum.nhs_subnational_1_to_7];

function slopes(store: JourneyStore, places: ModelPlaces) {
  const model = entrantsModel(entrantsInput(store, places));
  const against = (term: ReachTerm) => {
    const found = model.kind === 'computed' ? slopesByFounding(model, places.schools, term) : null;
    if (found?.kind !== 'computed') return null;
    const { correlation, lower, upper, pairs } = found;
    return { n: pairs.length, correlation, lower, upper };
  };
  return { deprivationSlope: against('deprivation'), distanceSlope: against('log_distance') };
}

function distanceTerms(store: JourneyStore, places: ModelPlaces) {
  const model = foundationModel(foundationInput(store, places));
  const term = (name: string): Coefficient | null =>
    model.kind === 'computed' ? (model.coefficients.find((one) => one.term === name) ?? null) : null;
  return { femaleTerm: term('log_distance:female'), nonWhiteTerm: term('log_distance:non_white') };
}

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

function ofCohort(published: PublishedStore, root: Root, { store, places, periods, release }: Cohort): JourneyEvidence {
  const country = countryOf(root);
  const young = (breakdown?: string) => youngPeople(published, country.code, breakdown);
  const name = `people aged 16 to 17 in ${country.inText}`;
  const model = modelPlaces(published, places);
  const context = {
    places,
    periods,
    schools: schoolsHeld(store),
    aged16To17: (code: string) => youngPeople(published, code),
    fifthBase: { name, people: Object.fromEntries(FIFTHS.map((fifth) => [fifth, young(`fifth-${fifth}`)])) },
    ethnicBase: { name, people: { non_white: young('non-white'), white: young('white') } },
    annualPlaces: model.annualPlaces,
    ...slopes(store, model),
    ...distanceTerms(store, model),
  };
  return journeyEvidence(store, context, { source: { data: release.title, rules: RULES }, protect });
}

const OF_FEW_SCHOOLS =
  'a cohort of fewer than three schools, which isn’t used: cards would be those schools’ own figures, which are for their staff';

/** Everything that the cards are worked out from, and the releases that it comes from. */
export async function findingEvidence(
  published: PublishedStore,
  root: Root,
): Promise<{ evidence: FindingEvidence; release: string }> {
  const cohort = await cohortOf(root);
  const isWithheld = cohort !== null && schoolsHeld(cohort.store).length < LEAST_SCHOOLS;
  return {
    release: cohort?.release.id ?? 'published figures',
    evidence: {
      isDemonstration: root === 'demonstration',
      journeysWithheld: isWithheld ? OF_FEW_SCHOOLS : null,
      ...areaPoints(published, root),
      ...(cohort && !isWithheld ? ofCohort(published, root, cohort) : NOTHING),
    },
  };
}
