import type { DemonstrationModel } from '@/lib/domain/demonstration/model';
import { statedSlopes } from '@/lib/domain/findings/stated-slopes';
import { fitModel } from '@/lib/domain/journey-models/fit-model';
import { type FitRequest, fitRequest } from '@/lib/domain/journey-models/fit-request';
import type { FittedModel } from '@/lib/domain/journey-models/fitted-model';
import type { ModelPlaces } from '@/lib/domain/journey-models/from-journeys';
import type { JourneyModelName } from '@/lib/domain/journey-models/journey-model';
import { sentencesOfFit } from '@/lib/domain/journey-models/sentences-of-fit';
import { cohortRecords, placesOf } from '@/lib/domain/journeys/demonstration-fixture';
import type { JourneyRecord } from '@/lib/domain/journeys/journey-record';
import { makeJourneyStoreBuilder } from '@/lib/domain/journeys/journey-store';
import { demonstrationRoundedStore, roundedStoreOf } from '@/lib/domain/journeys/rounded-fixture';
import { roundedRequest } from './rounded-request';

export type SchoolModel = 'entrants' | 'female_share' | 'non_white_share';
export const SCHOOL_MODELS: readonly SchoolModel[] = ['entrants', 'female_share', 'non_white_share'];

/** The foundation years of the rounded files: the cohort's other graduates count for no model of foundation here. */
const FIRST_FOUNDATION_YEAR = 2012;
/** The last year of the three periods of entry that tables of a fixture have. */
const LAST_ENTRY_YEAR = 2020;
const PERIODS = {
  entry: [{ label: 'all', from: 2006, to: 2025 }],
  foundation: [{ label: 'all', from: FIRST_FOUNDATION_YEAR, to: 2026 }],
};

const modelPlacesOf = ({ country }: DemonstrationModel, places: ModelPlaces['journeys']): ModelPlaces => ({
  journeys: places,
  authorities: country.authorities.map(({ code, aged16To17, deprivationScore, nonWhitePct }) => ({
    ...{ code, aged16To17, deprivationScore, nonWhitePct },
  })),
  schools: country.schools.map(({ code, name, founded }) => ({ code, name, founded })),
  annualPlaces: (area) => country.foundationAreas.find(({ code }) => code === area)?.annualPlaces ?? null,
});

const fitted = (request: FitRequest | null): FittedModel => {
  const outcome = request && fitModel(request);
  if (outcome?.kind !== 'fitted') throw new Error(outcome?.reason ?? 'No table');
  return outcome.fitted;
};

/** Graduates of years that the rounded tables leave out have no place in foundation training. */
const inTables = (one: JourneyRecord): JourneyRecord =>
  one.foundationYear === null || one.foundationYear >= FIRST_FOUNDATION_YEAR
    ? one
    : {
        ...one,
        ...{ foundationAreaCode: null, foundationYear: null, specialtyAreaCode: null },
        ...{ specialtyGroup: null, careerAreaCode: null, careerType: null },
      };

/** Fits of the same people: as a cohort, and as tables whose counts are rounded to 5. */
export const bothSources = (model: DemonstrationModel) => {
  const journeys = placesOf(model);
  const places = modelPlacesOf(model, journeys);
  const builder = makeJourneyStoreBuilder({ places: journeys, periods: PERIODS });
  const records = [...cohortRecords(model)].map(inTables);
  builder.addRecords(records);
  const cohort = builder.finish();
  const rounded = demonstrationRoundedStore(model);
  const inPeriods = records.filter(({ entryYear }) => entryYear <= LAST_ENTRY_YEAR);
  const exactTables = () => roundedStoreOf(inPeriods, { places: journeys, round: (count) => count, roundingBase: 1 });
  const exactCohort = () => {
    const exact = makeJourneyStoreBuilder({ places: journeys, periods: PERIODS });
    exact.addRecords(inPeriods);
    return exact.finish();
  };
  return {
    ofCohort: (name: JourneyModelName) => fitted(fitRequest(name, cohort, places)),
    ofRounded: (name: JourneyModelName) =>
      fitted(roundedRequest(name, rounded, places, { roundedTo: 5, withheld: null })),
    /** Both of tables whose counts aren't rounded, in three periods of entry. */
    exactly: (name: JourneyModelName) => ({
      cohort: fitted(fitRequest(name, exactCohort(), places)),
      tables: fitted(roundedRequest(name, exactTables(), places, { roundedTo: 1, withheld: null })),
    }),
  };
};

/** As a school reads it: each slope as it may be stated. */
export const asStated = (one: FittedModel): FittedModel => ({
  ...one,
  bySchool: one.bySchool && statedSlopes(one.bySchool),
});

/** The sentence of each school, cut into its parts. */
export const clausesOf = (one: FittedModel): ReadonlyMap<string, readonly string[]> =>
  new Map(
    sentencesOfFit(asStated(one), (code) => code).map(({ school, sentence }) => [
      school,
      sentence.replace(/^[^:]*: |\.$/g, '').split('; '),
    ]),
  );

/** Slopes as they are shown, by school and term. */
export const shownSlopes = (one: FittedModel) =>
  new Map(
    (asStated(one).bySchool?.slopes ?? []).flatMap(({ term, schools }) =>
      schools.flatMap(({ school, shown }) => (shown ? [[`${school} ${term}`, shown] as const] : [])),
    ),
  );
