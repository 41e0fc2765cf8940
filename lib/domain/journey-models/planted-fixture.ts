import type { Country } from '@/lib/domain/demonstration/country';
import type { DemonstrationModel } from '@/lib/domain/demonstration/model';
import { type Person, peopleEntering } from '@/lib/domain/demonstration/people';
import { kmBetween } from '@/lib/domain/demonstration/plane';
import type { FoundationGroup, FoundationInput } from './foundation-design';
import type { ReachPlaces, SchoolRows } from './reach-design';
import type { ReturnCell } from './return-model';

const grid = (rows: number, columns: number): number[][] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => 0));

const addTo = (matrix: number[][], i: number, j: number, amount = 1): void => {
  const row = matrix[i];
  if (row) row[j] = (row[j] ?? 0) + amount;
};

/** The people of some entry years, as recorded, in the cells that the models take. */
export interface JourneyCells {
  readonly places: ReachPlaces;
  readonly entrants: SchoolRows;
  readonly women: SchoolRows;
  readonly knownSex: SchoolRows;
  readonly nonWhite: SchoolRows;
  readonly knownEthnicity: SchoolRows;
  readonly foundation: FoundationInput;
  readonly returns: readonly ReturnCell[];
}

const placesOf = ({ authorities, schools }: Country): ReachPlaces => ({
  authorities,
  schools,
  distancesKm: schools.map((school) => authorities.map((authority) => kmBetween(authority, school))),
});

const groupOf = ({ entrant: { recordedSex, recordedEthnicity } }: Person): number | null => {
  if (recordedEthnicity === 'unknown' || (recordedSex !== 'F' && recordedSex !== 'M')) return null;
  return (recordedSex === 'F' ? 1 : 0) + (recordedEthnicity === 'non_white' ? 2 : 0);
};

const foundationOf = ({ schools, foundationAreas, regions }: Country, counts: readonly number[][]): FoundationInput => {
  const regionOf = (index: number): string => regions[index]?.code ?? '';
  return {
    schools: schools.map(({ code, region }) => ({ code, region: regionOf(region) })),
    areas: foundationAreas.map(({ code, region, annualPlaces }) => ({ code, region: regionOf(region), annualPlaces })),
    distancesKm: schools.map((school) => foundationAreas.map((area) => kmBetween(school, area))),
    capitalRegion: regions.find(({ isCapital }) => isCapital)?.code ?? null,
    groups: counts.map(
      (graduates, i): FoundationGroup => ({
        school: Math.floor(i / 4),
        isFemale: i % 2 === 1,
        isNonWhite: i % 4 > 1,
        graduates,
      }),
    ),
  };
};

const returnCell = ({ regions, authorities, foundationAreas }: Country, person: Person): ReturnCell | null => {
  const { entrant, foundation, specialty } = person;
  const home = authorities[entrant.home]?.region ?? -1;
  const group = groupOf(person);
  const isAway = foundation !== null && foundationAreas[foundation.area]?.region !== home;
  if (!isAway || specialty === null || group === null || entrant.recordedFifth === null) return null;
  return {
    homeRegion: regions[home]?.code ?? '',
    isFemale: group % 2 === 1,
    isNonWhite: group > 1,
    fifth: entrant.recordedFifth,
    returned: specialty.region === home ? 1 : 0,
    away: 1,
  };
};

/** Everyone who entered in the years given. */
export const journeyCells = (model: DemonstrationModel, entryYears: readonly number[]): JourneyCells => {
  const { country } = model;
  const [schools, authorities] = [country.schools.length, country.authorities.length];
  const [entrants, women, knownSex] = [0, 1, 2].map(() => grid(schools, authorities));
  const [nonWhite, knownEthnicity] = [0, 1].map(() => grid(schools, authorities));
  const toArea = grid(schools * 4, country.foundationAreas.length);
  const returns = new Map<string, ReturnCell>();
  for (const year of entryYears) {
    for (const person of peopleEntering(model, year)) {
      const { school, entrant, foundation } = person;
      const { home, recordedSex, recordedEthnicity } = entrant;
      const count = (matrix: number[][] | undefined, isCounted: boolean) =>
        isCounted && matrix && addTo(matrix, school, home);
      count(entrants, true);
      count(women, recordedSex === 'F');
      count(knownSex, recordedSex === 'F' || recordedSex === 'M');
      count(nonWhite, recordedEthnicity === 'non_white');
      count(knownEthnicity, recordedEthnicity !== 'unknown');
      const group = groupOf(person);
      if (foundation !== null && group !== null) addTo(toArea, school * 4 + group, foundation.area);
      const cell = returnCell(country, person);
      if (cell === null) continue;
      const key = [cell.homeRegion, cell.isFemale, cell.isNonWhite, cell.fifth].join();
      const before = returns.get(key) ?? { ...cell, returned: 0, away: 0 };
      returns.set(key, { ...cell, returned: before.returned + cell.returned, away: before.away + 1 });
    }
  }
  return {
    places: placesOf(country),
    entrants: entrants ?? [],
    women: women ?? [],
    knownSex: knownSex ?? [],
    nonWhite: nonWhite ?? [],
    knownEthnicity: knownEthnicity ?? [],
    foundation: foundationOf(country, toArea),
    returns: [...returns.values()],
  };
};
