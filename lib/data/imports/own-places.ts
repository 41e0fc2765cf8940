import type { QualityFlag } from '@/lib/domain/quality/quality-flag';
import type { RowBeside } from './figures-beside';

/** Breakdowns come last: neither codes nor days have a space in them. */
const keyOf = (...parts: readonly string[]): string => parts.join(' ');

/** Where a release has figures, by which a flag is told to be about it and not about what is shown beside it. */
export function createOwnPlaces() {
  const areas = new Set<string>();
  const periods = new Set<string>();
  const breakdowns = new Set<string>();
  const slices = new Set<string>();
  const totals = new Set<string>();
  const hasSlice = (period: string | null, breakdown: string | null): boolean => {
    if (period === null) return breakdown === null || breakdowns.has(breakdown);
    return breakdown === null ? periods.has(period) : slices.has(keyOf(period, breakdown));
  };
  return {
    /** `isAdded` where figures add up: only then whole and parts are compared in each period. */
    add: (
      { areaCode, periodEnd, breakdown }: Pick<RowBeside, 'areaCode' | 'periodEnd' | 'breakdown'>,
      isAdded: boolean,
    ) => {
      areas.add(areaCode);
      periods.add(periodEnd);
      breakdowns.add(breakdown);
      slices.add(keyOf(periodEnd, breakdown));
      if (isAdded) totals.add(keyOf(areaCode, periodEnd, breakdown));
    },
    isAbout: ({ check, where: { areaCode, period, breakdown } }: QualityFlag): boolean => {
      if (areas.size === 0) return false;
      if (check === 'missing_area') return hasSlice(period, breakdown);
      if (check === 'total_differs') return totals.has(keyOf(areaCode ?? '', period ?? '', breakdown ?? ''));
      return (areaCode === null || areas.has(areaCode)) && hasSlice(period, breakdown);
    },
  };
}
