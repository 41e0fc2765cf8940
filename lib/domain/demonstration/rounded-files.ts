import { type CohortTables, ENTRY_PERIODS, FOUNDATION_PERIODS, tableKey } from './cohort-tables';
import { csvLine } from './csv-line';
import type { DemonstrationModel } from './model';
import { roundedCells } from './rounded-tally';

export const HOME_SCHOOL_HEADER = 'period,home_lad,school_id,entrants,female,male,white,non_white';
export const SCHOOL_FOUNDATION_HEADER = 'period,school_id,foundation_area,graduates,female,male,white,non_white';

/** Lines of `home_school.csv`: every authority × school × period, rounded to 5; zeros are kept. */
export function* homeSchoolLines({ country }: DemonstrationModel, tables: CohortTables): Generator<string> {
  yield HOME_SCHOOL_HEADER;
  for (const { label, to } of ENTRY_PERIODS) {
    for (const [home, authority] of country.authorities.entries()) {
      for (const [school, { code, founded }] of country.schools.entries()) {
        // No row for a school that did not exist yet: it isn't a zero.
        if (founded > to) continue;
        const counts = roundedCells(tables.homeSchool.get(tableKey(label, home, school)));
        yield csvLine([label, authority.code, code, ...counts]);
      }
    }
  }
}

/** Lines of `school_foundation.csv`: every school with graduates × foundation area × period, rounded to 5. */
export function* schoolFoundationLines({ country }: DemonstrationModel, tables: CohortTables): Generator<string> {
  yield SCHOOL_FOUNDATION_HEADER;
  for (const { label } of FOUNDATION_PERIODS) {
    for (const [school, { code }] of country.schools.entries()) {
      const tallies = country.foundationAreas.map((_, area) =>
        tables.schoolFoundation.get(tableKey(label, school, area)),
      );
      if (tallies.every((tally) => tally === undefined)) continue;
      for (const [area, { code: areaCode }] of country.foundationAreas.entries()) {
        yield csvLine([label, code, areaCode, ...roundedCells(tallies[area])]);
      }
    }
  }
}
