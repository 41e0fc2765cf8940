import type { PublishedTable, TableSource } from '@/lib/data/journeys/table-source';
import type { Movements } from '@/lib/domain/choice/movement-cells';
import { findShape } from '@/lib/domain/journeys/journey-shapes';
import type { LoadedLeavers, LoadedRegion } from '@/lib/domain/pathway-baseline/loaded-pathway';
import { haversine } from '@/lib/domain/statistics/haversine';

/** Published people of a cell; what is withheld or rounds to 0 adds nobody. */
const peopleIn = ({ columns, cells }: PublishedTable, row: number, column: number): number => {
  const cell = cells[row * columns.length + column];
  return cell?.kind === 'value' ? cell.count : 0;
};

const tableFrom = ({ table }: TableSource, id: string, period?: string): PublishedTable | null => {
  const shape = findShape(id);
  const filter = period === undefined ? {} : ({ period: { clock: 'entry', label: period } } as const);
  const outcome = shape && table(shape, filter);
  return outcome?.kind === 'table' ? outcome.table : null;
};

/** Periods are five years of entry, as files and `yearBands` write them. */
const YEARS = /^(\d{4})(?: to |[-–])(\d{4})$/;

/** The newest entry period of a source, up to a year: its students are the new doctors of the years that are modelled. */
const newestEntry = ({ periods }: TableSource, upTo: number): { label: string; years: number } | null => {
  const found = periods.flatMap(({ clock, label }) => {
    const [, from, to] = clock === 'entry' ? (YEARS.exec(label) ?? []) : [];
    return from && to && Number(to) <= upTo ? [{ label, to: Number(to), years: Number(to) - Number(from) + 1 }] : [];
  });
  return found.toSorted((a, b) => b.to - a.to)[0] ?? null;
};

/**
 * New doctors of a year by the regions of home and school, from protected tables; empty where none are loaded. `upTo`: only
 * from entry years that were over by then.
 */
export function loadedLeavers(
  sources: readonly TableSource[],
  regions: readonly string[],
  upTo = Number.POSITIVE_INFINITY,
): LoadedLeavers[] {
  const known = (code: string): string | null => (regions.includes(code) ? code : null);
  for (const source of sources) {
    const newest = newestEntry(source, upTo);
    const table = newest && tableFrom(source, 'home_region_by_school_region', newest.label);
    if (!newest || !table) continue;
    return table.rows.flatMap((home, row) =>
      table.columns.flatMap((school, column): LoadedLeavers[] => {
        const people = peopleIn(table, row, column) / newest.years;
        return people > 0
          ? [{ homeRegionCode: known(home), schoolRegionCode: known(school), peoplePerYear: people }]
          : [];
      }),
    );
  }
  return [];
}

const kmBetween = (from: LoadedRegion, to: LoadedRegion): number => {
  const distance = haversine(from, to);
  return distance.kind === 'computed' ? distance.km : 0;
};

/**
 * Moves from the foundation region to the specialty region, from protected tables; null where none are loaded. Homes aren't in that table, so that
 * distance counts from where people were.
 */
export function loadedMovements(sources: readonly TableSource[], regions: readonly LoadedRegion[]): Movements | null {
  const [table] = sources.flatMap((source) => tableFrom(source, 'foundation_region_by_specialty_region') ?? []);
  if (!table) return null;
  const rowOf = new Map(table.rows.map((code, row) => [code, row]));
  const columnOf = new Map(table.columns.map((code, column) => [code, column]));
  const people = (from: string, to: string): number => {
    const [row, column] = [rowOf.get(from), columnOf.get(to)];
    return row === undefined || column === undefined ? 0 : peopleIn(table, row, column);
  };
  return {
    distanceFrom: 'current',
    distanceKm: regions.map((from) => regions.map((to) => kmBetween(from, to))),
    rows: regions.map((from, at) => ({
      homeRegion: null,
      currentRegion: at,
      chosen: regions.map((to) => people(from.code, to.code)),
      outside: null,
    })),
  };
}
