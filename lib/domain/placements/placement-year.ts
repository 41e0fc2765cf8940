import { dayNumber } from '@/lib/domain/geography/day';
import type { StabilityWindow } from './trainee-stability';

/** A placement year, 1 August to 31 July: training years begin in the first week of August. ISO days, both included. */
export interface PlacementYear extends Pick<StabilityWindow, 'from' | 'to'> {
  readonly label: string;
  /** Areas whose own placements cover the year: figures are of these. */
  readonly covering: readonly string[];
  /** Areas with placements in the year that cover a part of it: they are left out. */
  readonly inPart: readonly string[];
}

export interface PlacementSpan {
  readonly areaCode: string;
  /** First day of the area's earliest placement, last day of its latest. ISO days. */
  readonly first: string;
  readonly last: string;
}

/** Fewer days in the year than this and a trainee isn't counted in it: rotations end up to six days into August. */
const LEAST_DAYS = 28;

export const isInYear = ({ days }: { readonly days: number }): boolean => days >= LEAST_DAYS;

type Window = Pick<StabilityWindow, 'from' | 'to'>;

/**
 * Placements from before the year, since a move in August needs the site before it, and to its end. Of each area by itself: one
 * that joins a file late would have a year without moves, and one that leaves it early the moves of August over a part of a year.
 */
const covers = ({ first, last }: PlacementSpan, { from, to }: Window): boolean => first < from && last >= to;

const reaches = ({ first, last }: PlacementSpan, { from, to }: Window): boolean => {
  const start = Math.max(dayNumber(first), dayNumber(from));
  return isInYear({ days: Math.min(dayNumber(last), dayNumber(to)) - start + 1 });
};

const codesOf = (spans: readonly PlacementSpan[]): string[] => spans.map(({ areaCode }) => areaCode);

/** The years over by `today` that placements of a file cover, in one area or several together, oldest first. */
export const placementYears = (spans: readonly PlacementSpan[], today: string): PlacementYear[] => {
  const first = spans.map((span) => span.first).sort()[0];
  const last = spans
    .map((span) => span.last)
    .sort()
    .at(-1);
  if (first === undefined || last === undefined) return [];
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)
    .map((year) => ({ from: `${year}-08-01`, to: `${year + 1}-07-31`, label: `Aug ${year} to Jul ${year + 1}` }))
    .filter((year) => covers({ areaCode: '', first, last }, year) && year.to < today)
    .map((year) => {
      const covering = spans.filter((span) => covers(span, year));
      const inPart = spans.filter((span) => !covering.includes(span) && reaches(span, year));
      return { ...year, covering: codesOf(covering), inPart: codesOf(inPart) };
    });
};
