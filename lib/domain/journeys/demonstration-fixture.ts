import type { DemonstrationModel } from '@/lib/domain/demonstration/model';
import { ENTRY_YEARS, type Person, peopleEntering } from '@/lib/domain/demonstration/people';
import type { JourneyPlaces } from './journey-places';
import { type JourneyRecord, QUINTILES } from './journey-record';

const codeAt = (places: readonly { readonly code: string }[], index: number | null | undefined): string | null =>
  index === null || index === undefined ? null : (places[index]?.code ?? null);

const toRecord = ({ country }: DemonstrationModel, person: Person): JourneyRecord => {
  const { entrant, foundation, specialty, career } = person;
  return {
    entryYear: person.entryYear,
    homeLadCode: codeAt(country.authorities, entrant.home) ?? '',
    schoolId: codeAt(country.schools, person.school) ?? '',
    sex: entrant.recordedSex,
    ethnicity: entrant.recordedEthnicity,
    imdQuintile: entrant.recordedFifth === null ? null : (QUINTILES[entrant.recordedFifth - 1] ?? null),
    entryRoute: entrant.route,
    foundationAreaCode: codeAt(country.foundationAreas, foundation?.area),
    foundationYear: foundation?.year ?? null,
    specialtyAreaCode: codeAt(country.regions, specialty?.region),
    specialtyGroup: specialty?.group ?? null,
    careerAreaCode: codeAt(country.regions, career?.region),
    careerType: career?.type ?? null,
    count: 1,
  };
};

/** The people of `cohort.csv`, one record each, without the way through a file. */
export function* cohortRecords(model: DemonstrationModel): Generator<JourneyRecord> {
  for (const entryYear of ENTRY_YEARS) {
    for (const person of peopleEntering(model, entryYear)) yield toRecord(model, person);
  }
}

/** The demonstration country's places, as the store has to know them. */
export const placesOf = ({ country }: DemonstrationModel): JourneyPlaces => {
  const { authorities, schools, foundationAreas, boards, regions } = country;
  const codes = (places: readonly { readonly code: string }[]) => places.map(({ code }) => code);
  return {
    homes: codes(authorities),
    schools: codes(schools),
    foundationAreas: codes(foundationAreas),
    boards: codes(boards),
    regions: codes(regions),
    regionOf: new Map(
      [...authorities, ...schools, ...foundationAreas].map(({ code, region }) => [code, regions[region]?.code ?? '']),
    ),
    boardOf: new Map(authorities.map(({ code, board }) => [code, boards[board]?.code ?? ''])),
    capitalRegion: regions.find(({ isCapital }) => isCapital)?.code ?? null,
    positions: new Map(
      [...authorities, ...schools, ...foundationAreas].map(({ code, latitude, longitude }) => [
        code,
        { latitude, longitude },
      ]),
    ),
  };
};
