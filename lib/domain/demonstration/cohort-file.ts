import { csvLine } from './csv-line';
import type { DemonstrationModel } from './model';
import { ENTRY_YEARS, type Person, peopleEntering } from './people';

export const COHORT_HEADER =
  'entry_year,home_lad,school_id,sex,ethnicity,imd_quintile,entry_route,foundation_area,foundation_year,specialty_area,specialty_group,career_area,career_type,count';

const codeAt = (places: readonly { readonly code: string }[], index: number | null | undefined): string | null =>
  index === null || index === undefined ? null : (places[index]?.code ?? null);

const cellOf = ({ country }: DemonstrationModel, person: Person): string => {
  const { entrant, foundation, specialty, career } = person;
  return csvLine([
    person.entryYear,
    codeAt(country.authorities, entrant.home),
    codeAt(country.schools, person.school),
    entrant.recordedSex,
    entrant.recordedEthnicity,
    entrant.recordedFifth,
    entrant.route,
    codeAt(country.foundationAreas, foundation?.area),
    foundation?.year ?? null,
    codeAt(country.regions, specialty?.region),
    specialty?.group ?? null,
    codeAt(country.regions, career?.region),
    career?.type ?? null,
  ]);
};

/** Lines of `cohort.csv`, one for each distinct cell, an entry year at a time. */
export function* cohortLines(model: DemonstrationModel): Generator<string> {
  yield COHORT_HEADER;
  for (const entryYear of ENTRY_YEARS) {
    const cells = new Map<string, number>();
    for (const person of peopleEntering(model, entryYear)) {
      const cell = cellOf(model, person);
      cells.set(cell, (cells.get(cell) ?? 0) + 1);
    }
    for (const [cell, count] of cells) yield `${cell},${count}`;
  }
}
