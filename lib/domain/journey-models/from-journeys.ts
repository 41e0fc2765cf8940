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

/** Reads cells by attribute; the empty value is null. */
const cellReader = ({ cells: { columns, codes } }: JourneyStore) => {
  const value = (attribute: Attribute, cell: number): string | null => {
    const number = columns[attribute][cell] ?? 0;
    return number === 0 ? null : (codes[attribute][number] ?? null);
  };
  return value;
};

/** Entrants of each school (row) from each authority, of everybody or of those with one value of an attribute. */
function entrantRows(store: JourneyStore, places: ModelPlaces, only?: readonly [Attribute, string]): SchoolRows {
  const rows = places.schools.map(() => places.authorities.map(() => 0));
  const schoolAt = new Map(places.schools.map(({ code }, at) => [code, at]));
  const homeAt = new Map(places.authorities.map(({ code }, at) => [code, at]));
  const value = cellReader(store);
  for (let cell = 0; cell < store.cells.cells; cell += 1) {
    const row = rows[schoolAt.get(value('school', cell) ?? '') ?? -1];
    const home = homeAt.get(value('home', cell) ?? '');
    const isCounted = only === undefined || value(only[0], cell) === only[1];
    if (row && home !== undefined && isCounted) row[home] = (row[home] ?? 0) + (store.cells.counts[cell] ?? 0);
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
  const schoolAt = new Map(schools.map(({ code }, at) => [code, at]));
  const areaAt = new Map(areas.map(({ code }, at) => [code, at]));
  const graduates = schools.flatMap(() => Array.from({ length: GROUPS }, () => areas.map(() => 0)));
  const value = cellReader(store);
  for (let cell = 0; cell < store.cells.cells; cell += 1) {
    const at = schoolAt.get(value('school', cell) ?? '');
    const to = areaAt.get(value('foundationArea', cell) ?? '');
    const [female, nonWhite] = [isFemale(value('sex', cell)), isNonWhite(value('ethnicity', cell))];
    if (at === undefined || to === undefined || female === null || nonWhite === null) continue;
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
  const value = cellReader(store);
  const isRegion = new Set(regions);
  const regionAt = (attribute: Attribute, cell: number): string | null => {
    const code = value(attribute, cell);
    if (code === null) return null;
    return regionOf.get(code) ?? (isRegion.has(code) ? code : null);
  };
  const cells = new Map<string, ReturnCell>();
  for (let cell = 0; cell < store.cells.cells; cell += 1) {
    const [home, foundation] = [regionAt('home', cell), regionAt('foundationArea', cell)];
    const specialty = regionAt('specialtyArea', cell);
    const [female, nonWhite] = [isFemale(value('sex', cell)), isNonWhite(value('ethnicity', cell))];
    const fifth = Number(value('quintile', cell) ?? 0);
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
