import type { JourneyFilter } from '@/lib/domain/journeys/journey-filter';
import type { RoundedStore } from '@/lib/domain/journeys/rounded-store';
import { tableOf } from '@/lib/domain/journeys/table-of';
import type { FoundationGroup, FoundationInput, FoundationTerm } from './foundation-design';
import { foundationModel } from './foundation-model';
import { foundationPlaces, type ModelPlaces } from './from-journeys';
import type { Coefficient } from './journey-model';

/** Where the source doesn't say. */
const USUAL_BASE = 5;
const VALUES = { sex: ['F', 'M'], ethnicity: ['non_white', 'white'] } as const;

/** A table of schools by foundation area as it was let out: row by row, null for a withheld count. */
export interface RoundedGraduates {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly counts: readonly (number | null)[];
}

/** Tables of graduates narrowed to a group, and what they are rounded to. */
export interface RoundedSource {
  readonly graduates: (filter: JourneyFilter) => RoundedGraduates | null;
  readonly base: number;
}

export const GRADUATES_TABLE = 'school_by_foundation_area';

export const sourceOfRounded = (store: RoundedStore): RoundedSource => ({
  base: store.roundingBase ?? USUAL_BASE,
  graduates: (filter) => {
    const outcome = tableOf(store, GRADUATES_TABLE, filter);
    if (outcome.kind !== 'table') return null;
    const { rows, columns, known, parts, counts } = outcome.table;
    const isWithheld = (cell: number) => (parts[cell] ?? 0) > 0 && counts[cell] === null;
    return { rows, columns, counts: known.map((count, cell) => (isWithheld(cell) ? null : count)) };
  },
});

/** Graduates of each school to each area, of one group; null for a school with a withheld count. */
function graduatesOf(
  source: RoundedSource,
  { schools, areas }: Omit<FoundationInput, 'groups'>,
  filter: JourneyFilter,
): (number[] | null)[] | null {
  const table = source.graduates(filter);
  if (!table) return null;
  const { rows, columns, counts } = table;
  const at = (school: string, area: string) => rows.indexOf(school) * columns.length + columns.indexOf(area);
  return schools.map((school) => {
    const own = areas.map((area) => counts[at(school.code, area.code)]);
    return own.includes(null) ? null : own.map((count) => count ?? 0);
  });
}

/**
 * Graduates of rounded tables by school and one characteristic: the tables cross no two, so that the model is fitted once by sex
 * and once by ethnic group. Schools with a withheld count are left out. Null where the table isn't loaded.
 */
function roundedFoundationInput(
  source: RoundedSource,
  places: ModelPlaces,
  by: keyof typeof VALUES,
): FoundationInput | null {
  const input = foundationPlaces(places);
  const [of, rest] = VALUES[by].map((value) => graduatesOf(source, input, { [by]: value }));
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

const TERMS = { sex: 'log_distance:female', ethnicity: 'log_distance:non_white' } as const satisfies Record<
  keyof typeof VALUES,
  FoundationTerm
>;

/** Variance of a count that is rounded to a base: even within half a step. */
const roundingVariance = (base: number): number => (base * base) / 12;

/**
 * Distance term of a characteristic, fitted to rounded tables. Its limits allow for rounding on top of chance, as those of shares
 * do: by the standard error that the rounding of all cells alone would give it, taken as spread over them as chance is. Null where the
 * table isn't loaded or the model can't be fitted.
 */
export function roundedDistanceTerm(
  source: RoundedSource,
  places: ModelPlaces,
  by: keyof typeof VALUES,
): Pick<Coefficient, 'estimate' | 'lower' | 'upper'> | null {
  const input = roundedFoundationInput(source, places, by);
  const model = input && foundationModel(input);
  if (model?.kind !== 'computed') return null;
  const term = model.coefficients.find((one) => one.term === TERMS[by]);
  if (!term) return null;
  const { people } = model.diagnostics;
  const ofChance = people * Math.max(1, model.diagnostics.dispersion);
  const allowance = Math.sqrt((roundingVariance(source.base) * model.n) / ofChance);
  const { estimate, lower, upper } = term;
  return {
    estimate,
    lower: estimate - (estimate - lower) * (1 + allowance),
    upper: estimate + (upper - estimate) * (1 + allowance),
  };
}
