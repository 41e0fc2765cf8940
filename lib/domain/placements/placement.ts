import { dayNumber } from '@/lib/domain/geography/day';

/** One line of a trainee's placements. Person-level: it never leaves the data layer. */
export interface Placement {
  readonly traineeRef: string;
  readonly programme: string;
  readonly specialty: string;
  /** `F1` to `ST8`. */
  readonly level: string;
  readonly employerCode: string;
  readonly siteCode: string;
  /** The training region. */
  readonly areaCode: string;
  /** ISO days, both included. */
  readonly start: string;
  readonly end: string;
  /** Whole-time equivalent, above 0 to 1. */
  readonly wte: number;
  /** Weeks between being told of the placement and its start; null where not recorded. */
  readonly noticeWeeks: number | null;
}

/**
 * Why a line isn't used. `no_such_day`: not a day of the calendar; `ends_before_start`; `wte_out_of_range`: not above 0 and
 * at most 1; `notice_out_of_range`: negative or not a number; `duplicate`: the same in every field as an earlier line.
 */
export type PlacementFault =
  | 'no_such_day'
  | 'ends_before_start'
  | 'wte_out_of_range'
  | 'notice_out_of_range'
  | 'duplicate';

/** A usable line, its days as numbers (see `dayNumber`). */
export interface DatedPlacement extends Placement {
  readonly startDay: number;
  readonly endDay: number;
}

export interface CheckedPlacements {
  readonly placements: readonly DatedPlacement[];
  /** `row` counts from 0 in the order given. */
  readonly faults: readonly { readonly row: number; readonly fault: PlacementFault }[];
}

const dayOrNull = (isoDay: string): number | null => {
  try {
    return dayNumber(isoDay);
  } catch {
    return null;
  }
};

const faultOf = (line: Placement, startDay: number | null, endDay: number | null): PlacementFault | null => {
  if (startDay === null || endDay === null) return 'no_such_day';
  if (endDay < startDay) return 'ends_before_start';
  if (!(line.wte > 0 && line.wte <= 1)) return 'wte_out_of_range';
  return line.noticeWeeks === null || line.noticeWeeks >= 0 ? null : 'notice_out_of_range';
};

const keyOf = (line: Placement): string =>
  JSON.stringify([
    line.traineeRef,
    line.programme,
    line.specialty,
    line.level,
    line.employerCode,
    line.siteCode,
    line.areaCode,
    line.start,
    line.end,
    line.wte,
    line.noticeWeeks,
  ]);

/** Sets faulty and repeated lines apart; the rest keep their order. */
export const checkPlacements = (lines: readonly Placement[]): CheckedPlacements => {
  const seen = new Set<string>();
  const placements: DatedPlacement[] = [];
  const faults: { row: number; fault: PlacementFault }[] = [];
  lines.forEach((line, row) => {
    const [startDay, endDay] = [dayOrNull(line.start), dayOrNull(line.end)];
    const fault = seen.has(keyOf(line)) ? 'duplicate' : faultOf(line, startDay, endDay);
    seen.add(keyOf(line));
    if (fault || startDay === null || endDay === null) faults.push({ row, fault: fault ?? 'no_such_day' });
    else placements.push({ ...line, startDay, endDay });
  });
  return { placements, faults };
};
