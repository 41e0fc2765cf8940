import 'server-only';
import { isState } from '@/lib/domain/journeys/axis-label';
import type { JourneyFilter } from '@/lib/domain/journeys/journey-filter';
import { FIXED_VALUES } from '@/lib/domain/journeys/journey-record';
import {
  CHARACTERISTICS,
  type Characteristic,
  findShape,
  type JourneyShape,
} from '@/lib/domain/journeys/journey-shapes';
import { LEAST_PEOPLE, LEAST_SCHOOLS } from '@/lib/domain/journeys/schools-held';
import type { PublishedTable, TableSource } from './table-source';

type Period = NonNullable<JourneyFilter['period']>;
type Part = { readonly table: PublishedTable; readonly isWanted: (column: string) => boolean };

/** Tables that count every school's people, by whatever else. */
const COUNTING = ['school_by_sex', 'school_by_foundation_area'] as const;

function tableOf(from: TableSource, id: string, period: Period | undefined): PublishedTable | null {
  const shape = findShape(id);
  const outcome = shape && from.table(shape, period ? { period } : {});
  return outcome?.kind === 'table' ? outcome.table : null;
}

/** The parts that a characteristic splits people into. */
function partsBy(from: TableSource, by: Characteristic, period: Period | undefined): Part[] {
  const table = tableOf(from, `school_by_${by}`, period);
  return table ? FIXED_VALUES[by].map((value) => ({ table, isWanted: (column) => column === value })) : [];
}

/** The parts that the periods of a clock split people into. */
const partsByPeriod = (from: TableSource, { clock }: Period): Part[] =>
  from.periods
    .filter((one) => one.clock === clock)
    .flatMap((period) => {
      const table = COUNTING.map((id) => tableOf(from, id, period)).find((one) => one !== null);
      return table ? [{ table, isWanted: () => true }] : [];
    });

const peopleIn = ({ table: { columns, cells }, isWanted }: Part, row: number): number =>
  columns.reduce((people, column, at) => {
    const cell = cells[row * columns.length + at];
    return cell?.kind === 'value' && isWanted(column) ? people + cell.count : people;
  }, 0);

/** The one or two schools whose people a part is, beside fewer than ten of all others; null where there are more, or none. */
function fewSchoolsOf(part: Part): string[] | null {
  const schools = part.table.rows.map((school, row) => ({ school, people: peopleIn(part, row) }));
  const large = schools.filter(({ school, people }) => !isState(school) && people >= LEAST_PEOPLE);
  const others = schools.filter((one) => !large.includes(one)).reduce((sum, { people }) => sum + people, 0);
  const isFew = large.length > 0 && large.length < LEAST_SCHOOLS && others < LEAST_PEOPLE;
  return isFew ? large.map(({ school }) => school) : null;
}

const known = new WeakMap<TableSource, Map<string, readonly string[]>>();

/**
 * Schools behind a table as it is narrowed. A period, or a route of entry, may be that of one school: then a table by it is that
 * school's own, and so is what is left when the other parts are taken from the whole. So a split is of few schools where one of
 * its parts is. Counted from published tables.
 */
export function schoolsBehind(
  from: TableSource,
  { rows, columns }: Pick<JourneyShape, 'rows' | 'columns'>,
  filter: JourneyFilter,
): readonly string[] {
  const { period } = filter;
  const split = CHARACTERISTICS.filter((by) => filter[by] !== undefined || rows === by || columns === by);
  if (!period && split.length === 0) return from.schools;
  const key = JSON.stringify([period ?? null, split]);
  const found = known.get(from) ?? new Map<string, readonly string[]>();
  known.set(from, found);
  const parts = () => [
    ...(period ? partsByPeriod(from, period) : []),
    ...split.flatMap((by) => partsBy(from, by, period)),
  ];
  const schools =
    found.get(key) ??
    parts()
      .map(fewSchoolsOf)
      .find((few) => few !== null) ??
    from.schools;
  found.set(key, schools);
  return schools;
}
