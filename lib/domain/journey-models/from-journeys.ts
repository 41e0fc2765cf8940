import type { JourneyPlaces } from '@/lib/domain/journeys/journey-places';
import type { Attribute } from '@/lib/domain/journeys/journey-record';
import type { JourneyStore } from '@/lib/domain/journeys/journey-store';
import { haversine, type Position } from '@/lib/domain/statistics/haversine';
import type { EntrantsInput } from './entrants-model';
import type { FoundationInput } from './foundation-design';
import type { HomeAuthority, ReachPlaces, ReachSchool, SchoolRows } from './reach-design';
import type { ReturnCell } from './return-model';
import type { ShareInput } from './share-model';

/** What the models need of places besides where they are. */
export interface ModelPlaces {
  readonly journeys: JourneyPlaces;
  readonly authorities: readonly HomeAuthority[];
  readonly schools: readonly ReachSchool[];
  /** Null: not loaded. */
  readonly annualPlaces: (foundationArea: string) => number | null;
}

const kmBetween = (from: Position | undefined, to: Position | undefined): number | null => {
  const found = from && to ? haversine(from, to) : null;
  return found?.kind === 'computed' ? found.km : null;
};

export const reachPlaces = ({ journeys: { positions }, authorities, schools }: ModelPlaces): ReachPlaces => ({
  authorities,
  schools,
  distancesKm: schools.map((school) =>
    authorities.map((home) => kmBetween(positions.get(school.code), positions.get(home.code))),
  ),
});

/** What each code of an attribute stands for, read by cell: worked out once a code, for there are a million cells. The empty code is null. */
function cellReader<Value>({ cells }: JourneyStore, attribute: Attribute, of: (code: string | null) => Value) {
  const column = cells.columns[attribute];
  const none = of(null);
  const values = cells.codes[attribute].map((code, number) => (number === 0 ? none : of(code)));
  return (cell: number): Value => values[column[cell] ?? 0] ?? none;
}

/** Where a code stands in a list; −1 where it doesn't. */
const placeIn = (places: readonly { readonly code: string }[]) => {
  const at = new Map(places.map(({ code }, place) => [code, place]));
  return (code: string | null): number => (code === null ? -1 : (at.get(code) ?? -1));
};

/** Entrants of each school (row) from each authority, of everybody or of those with one value of an attribute. */
function entrantRows(store: JourneyStore, places: ModelPlaces, only?: readonly [Attribute, string]): SchoolRows {
  const rows = places.schools.map(() => places.authorities.map(() => 0));
  const schoolOf = cellReader(store, 'school', placeIn(places.schools));
  const homeOf = cellReader(store, 'home', placeIn(places.authorities));
  const isCounted = only ? cellReader(store, only[0], (code) => code === only[1]) : () => true;
  for (let cell = 0; cell < store.cells.cells; cell += 1) {
    const row = rows[schoolOf(cell)];
    const home = homeOf(cell);
    if (row && home >= 0 && isCounted(cell)) row[home] = (row[home] ?? 0) + (store.cells.counts[cell] ?? 0);
  }
  return rows;
}

const added = (one: SchoolRows, other: SchoolRows): SchoolRows =>
  one.map((row, j) => row.map((count, i) => count + (other[j]?.[i] ?? 0)));

export const entrantsInput = (store: JourneyStore, places: ModelPlaces): EntrantsInput => ({
  ...reachPlaces(places),
  entrants: entrantRows(store, places),
});

/** Of those whose sex, or ethnic group, is known. */
export function shareInput(store: JourneyStore, places: ModelPlaces, of: 'female' | 'non_white'): ShareInput {
  const rows = (attribute: Attribute, value: string) => entrantRows(store, places, [attribute, value]);
  const [ofGroup, rest] =
    of === 'female'
      ? [rows('sex', 'F'), rows('sex', 'M')]
      : [rows('ethnicity', 'non_white'), rows('ethnicity', 'white')];
  return { ...reachPlaces(places), ofGroup, known: added(ofGroup, rest) };
}

const isNonWhite = (ethnicity: string | null): boolean | null =>
  ethnicity === 'white' || ethnicity === 'non_white' ? ethnicity === 'non_white' : null;
const isFemale = (sex: string | null): boolean | null => (sex === 'F' || sex === 'M' ? sex === 'F' : null);

const GROUPS = 4;

/** Schools and areas with a region, how far apart they are, and which region is the capital. */
export function foundationPlaces({ journeys, annualPlaces, ...places }: ModelPlaces): Omit<FoundationInput, 'groups'> {
  const { regionOf, positions, foundationAreas, capitalRegion } = journeys;
  const withRegion = (code: string) => ({ code, region: regionOf.get(code) ?? '' });
  const schools = places.schools.map(({ code }) => withRegion(code)).filter(({ region }) => region !== '');
  const areas = foundationAreas.map(withRegion).filter(({ region }) => region !== '');
  return {
    schools,
    areas: areas.map((area) => ({ ...area, annualPlaces: annualPlaces(area.code) })),
    distancesKm: schools.map((school) =>
      areas.map((area) => kmBetween(positions.get(school.code), positions.get(area.code))),
    ),
    capitalRegion,
  };
}

/** Graduates whose sex and ethnic group are known, by school and group. Schools and areas without a region are left out. */
export function foundationInput(store: JourneyStore, places: ModelPlaces): FoundationInput {
  const input = foundationPlaces(places);
  const { schools, areas } = input;
  const schoolOf = cellReader(store, 'school', placeIn(schools));
  const areaOf = cellReader(store, 'foundationArea', placeIn(areas));
  const femaleOf = cellReader(store, 'sex', isFemale);
  const nonWhiteOf = cellReader(store, 'ethnicity', isNonWhite);
  const graduates = schools.flatMap(() => Array.from({ length: GROUPS }, () => areas.map(() => 0)));
  for (let cell = 0; cell < store.cells.cells; cell += 1) {
    const at = schoolOf(cell);
    const to = areaOf(cell);
    const female = femaleOf(cell);
    const nonWhite = nonWhiteOf(cell);
    if (at < 0 || to < 0 || female === null || nonWhite === null) continue;
    const row = graduates[at * GROUPS + (female ? 1 : 0) + (nonWhite ? 2 : 0)];
    if (row) row[to] = (row[to] ?? 0) + (store.cells.counts[cell] ?? 0);
  }
  return {
    ...input,
    groups: graduates.map((row, i) => ({
      school: Math.floor(i / GROUPS),
      isFemale: i % 2 === 1,
      isNonWhite: i % GROUPS > 1,
      graduates: row,
    })),
  };
}

/** People whose foundation training was outside their home region and who have a specialty post, by what is known of them. */
export function returnCells(store: JourneyStore, { journeys: { regionOf, regions } }: ModelPlaces): ReturnCell[] {
  const isRegion = new Set(regions);
  const regionOfCode = (code: string | null): string | null =>
    code === null ? null : (regionOf.get(code) ?? (isRegion.has(code) ? code : null));
  const homeOf = cellReader(store, 'home', regionOfCode);
  const foundationOf = cellReader(store, 'foundationArea', regionOfCode);
  const specialtyOf = cellReader(store, 'specialtyArea', regionOfCode);
  const femaleOf = cellReader(store, 'sex', isFemale);
  const nonWhiteOf = cellReader(store, 'ethnicity', isNonWhite);
  const fifthOf = cellReader(store, 'quintile', (code) => Number(code ?? 0));
  const cells = new Map<string, ReturnCell>();
  for (let cell = 0; cell < store.cells.cells; cell += 1) {
    const home = homeOf(cell);
    const foundation = foundationOf(cell);
    const specialty = specialtyOf(cell);
    const female = femaleOf(cell);
    const nonWhite = nonWhiteOf(cell);
    const fifth = fifthOf(cell);
    if (home === null || foundation === null || specialty === null || foundation === home) continue;
    if (female === null || nonWhite === null || fifth === 0) continue;
    const people = store.cells.counts[cell] ?? 0;
    const key = `${home} ${female} ${nonWhite} ${fifth}`;
    const group = { homeRegion: home, isFemale: female, isNonWhite: nonWhite, fifth };
    const before = cells.get(key) ?? { ...group, returned: 0, away: 0 };
    const returned = before.returned + (specialty === home ? people : 0);
    cells.set(key, { ...before, returned, away: before.away + people });
  }
  return [...cells.values()];
}
