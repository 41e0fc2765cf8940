import type { YearBand } from '@/lib/domain/journeys/journey-places';

const BAND_YEARS = 5;

/** First and last year; null where there is none. */
export type YearSpan = { readonly from: number | null; readonly to: number | null };

export const NO_YEARS: YearSpan = { from: null, to: null };

/** The span with a year in it. */
export function spanWith(span: YearSpan, year: number | null): YearSpan {
  if (year === null) return span;
  const [from, to] = [Math.min(year, span.from ?? year), Math.max(year, span.to ?? year)];
  return from === span.from && to === span.to ? span : { from, to };
}

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
