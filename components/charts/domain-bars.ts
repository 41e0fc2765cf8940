import { round } from './axis';

export type DomainEntry = {
  label: string;
  value: number | null;
  benchmark: number | null;
  /** Values of all areas of the same type: they set the scale of the row. */
  areas: readonly number[];
};

export type DomainRow = {
  label: string;
  value: number | null;
  benchmark: number | null;
  /** (value − benchmark) ÷ the widest gap of any area from it: −1 to +1. Null without value or spread. */
  position: number | null;
  /** The other areas on the same scale. */
  others: number[];
  word: 'higher' | 'lower' | 'the same' | 'not loaded';
};

/**
 * Domains of deprivation have scores in units of their own, some around nought, so that neither
 * differences nor ratios compare across them; the share of the widest gap does. No judgement.
 */
export const toDomainRows = (entries: readonly DomainEntry[]): DomainRow[] => entries.map(toRow);

function toRow({ label, value, benchmark, areas }: DomainEntry): DomainRow {
  if (value === null || benchmark === null) {
    return { label, value, benchmark, position: null, others: [], word: 'not loaded' };
  }
  const widest = Math.max(0, ...[value, ...areas].map((area) => Math.abs(area - benchmark)));
  const place = (area: number): number => (widest === 0 ? 0 : round((area - benchmark) / widest));
  const word = value === benchmark ? 'the same' : value > benchmark ? 'higher' : 'lower';
  return { label, value, benchmark, position: place(value), others: areas.map(place), word };
}
