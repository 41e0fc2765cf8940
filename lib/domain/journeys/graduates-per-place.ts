import { computed, type Outcome, refused } from '@/lib/domain/statistics/outcome';
import type { Counts } from './counts';
import { tally } from './read-counts';

interface GraduatesInput {
  /** Schools, or their regions, by foundation area or region: whoever was placed anywhere counts as a graduate. */
  readonly table: Counts;
  /** Region of a row's school. */
  readonly regionOf: (code: string) => string | null;
  readonly region: string;
  /** Foundation places of the region in one year. */
  readonly annualPlaces: number;
  /** Years that the table covers. */
  readonly years: number;
}

export interface GraduatesPerPlace {
  readonly graduatesPerYear: number;
  readonly annualPlaces: number;
  /** Above 1: more graduates than places. */
  readonly ratio: number;
  /** Withheld cells of the region's schools: with any, there were more graduates. */
  readonly gaps: number;
}

/**
 * Graduates of a region's schools for each foundation place of the region. Only graduates who began foundation are counted.
 * Refuses `no_denominator` without places or years.
 */
export const graduatesPerPlace = ({
  table,
  regionOf,
  region,
  annualPlaces,
  years,
}: GraduatesInput): Outcome<GraduatesPerPlace> => {
  if (!(annualPlaces > 0 && years > 0)) return refused('no_denominator');
  const own = table.rows.flatMap((row, r) => (regionOf(row) === region ? [r] : []));
  const width = table.columns.length;
  const counts = own.flatMap((r) => table.columns.map((_, c) => table.counts[r * width + c] ?? null));
  const ofRegion: Counts = { rows: own.map((r) => table.rows[r] ?? ''), columns: table.columns, counts };
  const { coverage } = tally(ofRegion, () => true);
  const graduatesPerYear = coverage.people / years;
  return computed({ graduatesPerYear, annualPlaces, ratio: graduatesPerYear / annualPlaces, gaps: coverage.gaps });
};
