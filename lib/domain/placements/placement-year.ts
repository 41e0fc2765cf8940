import type { StabilityWindow } from './trainee-stability';

/** A placement year, 1 August to 31 July: training years begin in the first week of August. ISO days, both included. */
export interface PlacementYear extends Pick<StabilityWindow, 'from' | 'to'> {
  readonly label: string;
}

export interface PlacementSpan {
  /** First day of the earliest placement, last day of the latest. ISO days. */
  readonly first: string;
  readonly last: string;
}

/** Fewer days in the year than this and a trainee isn't counted in it: rotations end up to six days into August. */
const LEAST_DAYS = 28;

export const isInYear = ({ days }: { readonly days: number }): boolean => days >= LEAST_DAYS;

/**
 * The years that placements cover, oldest first: over by `today`, and with placements from before them, since a move in
 * August needs the site before it. Years that placements cover in part are left out.
 */
export const placementYears = ({ first, last }: PlacementSpan, today: string): PlacementYear[] => {
  const [from, to] = [first, last].map((day) => Number(day.slice(0, 4)));
  if (from === undefined || to === undefined) return [];
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)
    .map((year) => ({ from: `${year}-08-01`, to: `${year + 1}-07-31`, label: `Aug ${year} to Jul ${year + 1}` }))
    .filter((year) => first < year.from && last >= year.to && year.to < today);
};
