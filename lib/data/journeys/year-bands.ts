import type { YearBand } from '@/lib/domain/journeys/journey-places';

const BAND_YEARS = 5;

/** First and last year; null where there is none. */
export type YearSpan = { readonly from: number | null; readonly to: number | null };

/** Five years each, the last one ending with the last year. */
export function yearBands({ from, to }: YearSpan): YearBand[] {
  if (from === null || to === null) return [];
  const bands: YearBand[] = [];
  for (let end = to; end >= from; end -= BAND_YEARS) {
    const start = Math.max(from, end - BAND_YEARS + 1);
    bands.unshift({ label: start === end ? String(end) : `${start} to ${end}`, from: start, to: end });
  }
  return bands;
}
