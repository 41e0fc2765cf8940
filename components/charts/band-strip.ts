import type { Band } from '@/lib/contracts/scenario';
import { type Axis, linearAxis } from './axis';

export type BandEntry = { label: string; band: Band };
export type BandStrip = { rows: BandEntry[]; axis: Axis };

/** All strips share one axis that holds nought: no change is always in view. */
export function toBandStrip(rows: readonly BandEntry[]): BandStrip {
  const values = rows.flatMap(({ band }) => [
    band.median,
    band.lower80,
    band.upper80,
    band.lower95 ?? band.lower80,
    band.upper95 ?? band.upper80,
  ]);
  return { rows: [...rows], axis: linearAxis({ values, range: [2, 98], zero: true }) };
}
