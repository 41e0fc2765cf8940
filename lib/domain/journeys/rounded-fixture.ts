import { readLines } from '@/lib/domain/demonstration/cohort-fixture';
import { cohortTables } from '@/lib/domain/demonstration/cohort-tables';
import type { DemonstrationModel } from '@/lib/domain/demonstration/model';
import { homeSchoolLines, schoolFoundationLines } from '@/lib/domain/demonstration/rounded-files';
import { placesOf } from './demonstration-fixture';
import { PERIODS } from './journey-fixture';
import type { JourneyPlaces } from './journey-places';
import { type JourneyRecord, NON_WHITE_GROUPS } from './journey-record';
import type { HomeSchoolRow, RoundedCount, SchoolFoundationRow } from './rounded-rows';
import { makeRoundedStore, type RoundedStore } from './rounded-store';

const nonWhite: readonly string[] = ['non_white', ...NON_WHITE_GROUPS];

interface Rounding {
  readonly places: JourneyPlaces;
  /** What a safe haven lets out of a count. */
  readonly round: (count: number) => RoundedCount;
  readonly roundingBase: number | null;
}

/** The groups of each key: everybody, women, men, white, non-white. */
const tallied = (records: readonly JourneyRecord[], keyOf: (one: JourneyRecord) => readonly string[] | null) => {
  const cells = new Map<string, { key: readonly string[]; sums: [number, number, number, number, number] }>();
  for (const one of records) {
    const key = keyOf(one);
    if (!key) continue;
    const cell = cells.get(key.join('|')) ?? { key, sums: [0, 0, 0, 0, 0] };
    const is = [true, one.sex === 'F', one.sex === 'M', one.ethnicity === 'white', nonWhite.includes(one.ethnicity)];
    for (const [at, isIn] of is.entries()) cell.sums[at] = (cell.sums[at] ?? 0) + (isIn ? one.count : 0);
    cells.set(key.join('|'), cell);
  }
  return [...cells.values()];
};

const periodOf = (clock: 'entry' | 'foundation', year: number | null): string | null =>
  PERIODS[clock].find(({ from, to }) => year !== null && year >= from && year <= to)?.label ?? null;

/** The rows that a safe haven would make of people: each cell rounded on its own. */
export const roundedRowsOf = (
  records: readonly JourneyRecord[],
  round: Rounding['round'],
): { homeSchool: HomeSchoolRow[]; schoolFoundation: SchoolFoundationRow[] } => {
  const groups = ([, female, male, white, other]: readonly [number, number, number, number, number]) => ({
    female: round(female),
    male: round(male),
    white: round(white),
    nonWhite: round(other),
  });
  const homes = tallied(records, ({ entryYear, homeLadCode, schoolId }) => {
    const period = periodOf('entry', entryYear);
    return period === null ? null : [period, homeLadCode, schoolId];
  });
  const graduates = tallied(records, ({ foundationYear, schoolId, foundationAreaCode }) => {
    const period = periodOf('foundation', foundationYear);
    return period === null || foundationAreaCode === null ? null : [period, schoolId, foundationAreaCode];
  });
  return {
    homeSchool: homes.map(({ key: [period = '', homeLadCode = '', schoolId = ''], sums }) => ({
      period,
      homeLadCode,
      schoolId,
      entrants: round(sums[0]),
      ...groups(sums),
    })),
    schoolFoundation: graduates.map(({ key: [period = '', schoolId = '', foundationAreaCode = ''], sums }) => ({
      period,
      schoolId,
      foundationAreaCode,
      graduates: round(sums[0]),
      ...groups(sums),
    })),
  };
};

export const roundedStoreOf = (
  records: readonly JourneyRecord[],
  { places, round, roundingBase }: Rounding,
): RoundedStore => makeRoundedStore({ places, roundingBase, ...roundedRowsOf(records, round) });

/** The demonstration country's own rounded files, read back. */
export const demonstrationRoundedStore = (model: DemonstrationModel): RoundedStore => {
  const tables = cohortTables(model);
  const groupsOf = (line: Record<string, string>) => ({
    period: line.period ?? '',
    schoolId: line.school_id ?? '',
    female: Number(line.female),
    male: Number(line.male),
    white: Number(line.white),
    nonWhite: Number(line.non_white),
  });
  return makeRoundedStore({
    places: placesOf(model),
    homeSchool: readLines(homeSchoolLines(model, tables)).map((line) => ({
      ...groupsOf(line),
      homeLadCode: line.home_lad ?? '',
      entrants: Number(line.entrants),
    })),
    schoolFoundation: readLines(schoolFoundationLines(model, tables)).map((line) => ({
      ...groupsOf(line),
      foundationAreaCode: line.foundation_area ?? '',
      graduates: Number(line.graduates),
    })),
    roundingBase: 5,
  });
};
