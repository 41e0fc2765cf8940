import type { QualityFlag } from '@/lib/domain/quality/quality-flag';
import type { RowBeside } from './figures-beside';

/** Breakdowns come last: neither codes nor days have a space in them. */
const sliceOf = (period: string | null, breakdown: string | null): string => `${period} ${breakdown}`;

/** Where a release has figures, by which a flag is told to be about it and not about what is shown beside it. */
export function createOwnPlaces() {
  const areas = new Set<string>();
  const breakdowns = new Set<string>();
  const slices = new Set<string>();
  const totals = new Set<string>();
  return {
    /** `isAdded` where figures add up: only then whole and parts are compared in each period. */
    add: ({ areaCode, periodEnd, breakdown }: RowBeside, isAdded: boolean): void => {
      areas.add(areaCode);
      breakdowns.add(breakdown);
      slices.add(sliceOf(periodEnd, breakdown));
      if (isAdded) totals.add(`${areaCode} ${sliceOf(periodEnd, breakdown)}`);
    },
    isAbout: ({ check, where: { areaCode, period, breakdown } }: QualityFlag): boolean => {
      if (check === 'missing_area') return slices.has(sliceOf(period, breakdown));
      if (check === 'total_differs') return totals.has(`${areaCode} ${sliceOf(period, breakdown)}`);
      return (
        areas.size > 0 &&
        (areaCode === null || areas.has(areaCode)) &&
        (breakdown === null || breakdowns.has(breakdown)) &&
        (period === null || slices.has(sliceOf(period, breakdown)))
      );
    },
  };
}
