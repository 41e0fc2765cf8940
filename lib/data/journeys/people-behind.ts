import 'server-only';
import type { JourneyCell } from '@/lib/contracts/journeys';
import type { PeopleBehind } from '@/lib/domain/journeys/journey-audience';
import type { JourneyFilter } from '@/lib/domain/journeys/journey-filter';
import { FIXED_VALUES } from '@/lib/domain/journeys/journey-record';
import {
  CHARACTERISTICS,
  type Characteristic,
  findShape,
  type JourneyShape,
} from '@/lib/domain/journeys/journey-shapes';
import { LEAST_PEOPLE } from '@/lib/domain/journeys/schools-held';
import type { PeopleOfPart } from '@/lib/domain/journeys/schools-of-part';
import type { PublishedTable, TableSource } from './table-source';

type Period = NonNullable<JourneyFilter['period']>;

/** Tables that count every school's people, by whatever else. */
const COUNTING = ['school_by_sex', 'school_by_foundation_area', 'school_by_quintile'] as const;

function tableOf(from: TableSource, id: string, period: Period | undefined): PublishedTable | null {
  const shape = findShape(id);
  const outcome = shape && from.table(shape, period ? { period } : {});
  return outcome?.kind === 'table' ? outcome.table : null;
}

/** A withheld count holds somebody. */
const peopleIn = (cell: JourneyCell | undefined): number => {
  if (cell?.kind === 'value') return cell.count;
  return cell?.kind === 'suppressed' ? 1 : 0;
};

const peopleOf = ({ rows, columns, cells }: PublishedTable, isWanted: (column: string) => boolean): PeopleOfPart =>
  new Map(
    rows.map((school, row) => [
      school,
      columns.reduce(
        (people, column, at) => (isWanted(column) ? people + peopleIn(cells[row * columns.length + at]) : people),
        0,
      ),
    ]),
  );

const everybodyOf = (from: TableSource, period: Period | undefined): PeopleOfPart | null => {
  const table = COUNTING.map((id) => tableOf(from, id, period)).find((one) => one !== null);
  return table ? peopleOf(table, () => true) : null;
};

/** The parts that a characteristic splits people into. */
function partsBy(from: TableSource, by: Characteristic, period: Period | undefined): PeopleOfPart[] {
  const table = tableOf(from, `school_by_${by}`, period);
  return table ? FIXED_VALUES[by].map((value) => peopleOf(table, (column) => column === value)) : [];
}

/** The parts that the periods of a clock split people into. */
const partsByPeriod = (from: TableSource, { clock }: Period): PeopleOfPart[] =>
  from.periods.filter((one) => one.clock === clock).flatMap((period) => everybodyOf(from, period) ?? []);

const known = new WeakMap<TableSource, Map<string, PeopleBehind>>();

/**
 * Schools behind a table as it is narrowed. A period, or a route of entry, may be that of one school: then a table by it is that
 * school's own, and so is what is left when the other parts are taken from the whole. Counted from published tables.
 */
export function peopleBehind(
  from: TableSource,
  { rows, columns }: Pick<JourneyShape, 'rows' | 'columns'>,
  filter: JourneyFilter,
): PeopleBehind {
  const { period } = filter;
  const split = CHARACTERISTICS.filter((by) => filter[by] !== undefined || rows === by || columns === by);
  const key = JSON.stringify([period ?? null, split]);
  const found = known.get(from) ?? new Map<string, PeopleBehind>();
  known.set(from, found);
  const make = (): PeopleBehind => ({
    // Periods that share years can't be added up: then those with people enough are known, and no more.
    whole: everybodyOf(from, undefined) ?? new Map(from.schools.map((school) => [school, LEAST_PEOPLE])),
    parts: [...(period ? partsByPeriod(from, period) : []), ...split.flatMap((by) => partsBy(from, by, period))],
    regionOf: (school) => from.places.regionOf.get(school),
  });
  const behind = found.get(key) ?? make();
  found.set(key, behind);
  return behind;
}
