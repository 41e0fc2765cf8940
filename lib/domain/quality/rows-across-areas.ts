import type { DatedArea } from '@/lib/domain/geography/area';
import type { Indicator } from '@/lib/domain/indicators/indicator';
import { rulesOf } from './indicator-rules';
import type { QualityRow } from './quality-flag';

/** The rows of an indicator that the checks across areas need, as they come. */
export interface RowsAcrossAreas {
  readonly isAdditive: boolean;
  readonly add: (row: QualityRow) => void;
  readonly rows: () => readonly QualityRow[];
}

/**
 * All rows of figures that add up, because their totals are checked in every period; of others those of the newest period of
 * each type of area, however many periods there are.
 */
export const createRowsAcrossAreas = (
  indicator: Pick<Indicator, 'id' | 'unit' | 'decimals'>,
  areas: ReadonlyMap<string, DatedArea>,
): RowsAcrossAreas => {
  const isAdditive = rulesOf(indicator).roundingStep !== null;
  const newest = new Map<string, { period: string; rows: QualityRow[] }>();
  return {
    isAdditive,
    add: (row) => {
      const type = areas.get(row.areaCode)?.type ?? '';
      const known = newest.get(type);
      if (!known || (!isAdditive && row.period > known.period)) newest.set(type, { period: row.period, rows: [row] });
      else if (isAdditive || row.period === known.period) known.rows.push(row);
    },
    rows: () => [...newest.values()].flatMap(({ rows }) => rows),
  };
};
