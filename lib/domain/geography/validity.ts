import { dayAfter } from './day';

/** When an area exists: ISO days, both included; null where the first or last day isn't known or hasn't come. */
export interface Validity {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** Areas that exist together: from one change to the day before the next. */
export interface AreaVintage<A extends Validity> {
  /** First day; null for what was there before any known change. */
  readonly from: string | null;
  /** Last day; null while no later change is known. */
  readonly to: string | null;
  readonly areas: readonly A[];
}

/** Whether the area exists on the day. ISO days compare as text. */
export const isValidOn = ({ validFrom, validTo }: Validity, isoDay: string): boolean =>
  (validFrom === null || validFrom <= isoDay) && (validTo === null || isoDay <= validTo);

/** The areas that exist on the day, in the order given. */
export const areasValidOn = <A extends Validity>(areas: readonly A[], isoDay: string): A[] =>
  areas.filter((area) => isValidOn(area, isoDay));

const existsFrom = (area: Validity, day: string | null): boolean =>
  day === null ? area.validFrom === null : isValidOn(area, day);

/**
 * Areas of one type in their vintages, oldest first. A vintage begins where an area begins or the day after one ends; a
 * time without any area has none.
 *
 * Give areas of one type and root. Throws RangeError for a `validTo` that is no ISO date.
 */
export const vintagesOf = <A extends Validity>(areas: readonly A[]): AreaVintage<A>[] => {
  const changes = new Set(
    areas.flatMap(({ validFrom, validTo }) => [
      ...(validFrom === null ? [] : [validFrom]),
      ...(validTo === null ? [] : [dayAfter(validTo)]),
    ]),
  );
  const starts = [null, ...[...changes].sort()];
  return starts.flatMap((from, i) => {
    const within = areas.filter((area) => existsFrom(area, from));
    const next = starts[i + 1];
    return within.length === 0 ? [] : [{ from, to: next ? dayAfter(next, -1) : null, areas: within }];
  });
};

/** The vintage that the day falls in, or null. */
export const vintageOn = <A extends Validity>(
  vintages: readonly AreaVintage<A>[],
  isoDay: string,
): AreaVintage<A> | null =>
  vintages.find(({ from, to }) => isValidOn({ validFrom: from, validTo: to }, isoDay)) ?? null;
