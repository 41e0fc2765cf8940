import type { RoundedStore } from '@/lib/domain/journeys/rounded-store';
import { tableOf } from '@/lib/domain/journeys/table-of';
import type { FoundationGroup, FoundationInput } from './foundation-design';
import { foundationPlaces, type ModelPlaces } from './from-journeys';

const VALUES = { sex: ['F', 'M'], ethnicity: ['non_white', 'white'] } as const;

/** Graduates of each school to each area, of one group; null for a school with a withheld count. */
function graduatesOf(store: RoundedStore, { schools, areas }: Omit<FoundationInput, 'groups'>, filter: object) {
  const outcome = tableOf(store, 'school_by_foundation_area', filter);
  if (outcome.kind !== 'table') return null;
  const { rows, columns, known, parts, counts } = outcome.table;
  const at = (school: string, area: string) => rows.indexOf(school) * columns.length + columns.indexOf(area);
  return schools.map((school) => {
    const cells = areas.map((area) => at(school.code, area.code));
    const isWithheld = cells.some((cell) => (parts[cell] ?? 0) > 0 && counts[cell] === null);
    return isWithheld ? null : cells.map((cell) => known[cell] ?? 0);
  });
}

/**
 * Graduates of rounded tables by school and one characteristic: the tables cross no two, so that the model is fitted once by sex
 * and once by ethnic group. Schools with a withheld count are left out. Null where the table isn't loaded.
 */
export function roundedFoundationInput(
  store: RoundedStore,
  places: ModelPlaces,
  by: keyof typeof VALUES,
): FoundationInput | null {
  const input = foundationPlaces(places);
  const [of, rest] = VALUES[by].map((value) => graduatesOf(store, input, { [by]: value }));
  if (!of || !rest) return null;
  const group = (school: number, isOf: boolean, graduates: readonly number[]): FoundationGroup => ({
    school,
    isFemale: by === 'sex' ? isOf : null,
    isNonWhite: by === 'ethnicity' ? isOf : null,
    graduates,
  });
  const groups = input.schools.flatMap((_, school) => {
    const [ofGroup, others] = [of[school], rest[school]];
    return ofGroup && others ? [group(school, true, ofGroup), group(school, false, others)] : [];
  });
  return { ...input, groups };
}
