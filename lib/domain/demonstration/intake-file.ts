import { csvLine } from './csv-line';
import { type DemonstrationModel, ENTRY_COHORTS, FIRST_ENTRY_YEAR } from './model';
import { peopleOf } from './people';

export const INTAKE_HEADER = 'entry_year,school_id,home_lad,entrants,imd_quintile,entry_route';

const YEARS_SHOWN = 5;

/**
 * Lines of `intake.csv` of one school: the last five entry years, not rounded, from the same people as the cohort.
 * Throws `RangeError` for a school that isn't in the country.
 */
export function* intakeLines(model: DemonstrationModel, schoolCode: string): Generator<string> {
  const school = model.country.schools.findIndex(({ code }) => code === schoolCode);
  if (school < 0) throw new RangeError(`No school ${schoolCode}`);
  yield INTAKE_HEADER;
  const end = FIRST_ENTRY_YEAR + ENTRY_COHORTS;
  for (let entryYear = end - YEARS_SHOWN; entryYear < end; entryYear += 1) {
    const cells = new Map<string, number>();
    for (const { entrant } of peopleOf(model, school, entryYear)) {
      const cell = csvLine([entrant.home, entrant.recordedFifth, entrant.route]);
      cells.set(cell, (cells.get(cell) ?? 0) + 1);
    }
    for (const [cell, entrants] of cells) {
      const [home = '', fifth = '', route = ''] = cell.split(',');
      const authority = model.country.authorities[Number(home)];
      yield csvLine([entryYear, schoolCode, authority?.code ?? null, entrants, fifth, route]);
    }
  }
}
