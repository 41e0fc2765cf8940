import { dayNumber } from '@/lib/domain/geography/day';
import { haversine, type Position } from '@/lib/domain/statistics/haversine';
import { grouped } from './grouped';
import type { DatedPlacement } from './placement';
import { type Spell, staysOf, timelineGaps, timelineOf } from './timeline';

/** What is measured: ISO days, both included, and where sites are. */
export interface StabilityWindow {
  readonly from: string;
  readonly to: string;
  /** By site code; a site without a position leaves its distances unknown. */
  readonly sitePositions: ReadonlyMap<string, Position>;
}

/** One trainee over the window. Person-level: group it before anything is shown. */
export interface TraineeStability {
  readonly traineeRef: string;
  /** Region, specialty and level that the trainee spent most days of the window in; of equals the later. */
  readonly areaCode: string;
  readonly specialty: string;
  readonly level: string;
  /** Days in placements within the window, whatever the whole-time equivalent. */
  readonly days: number;
  readonly siteMoves: number;
  readonly employerMoves: number;
  /** Of the moves of site, those between sites whose positions are known, in km as the crow flies. */
  readonly moveKm: readonly number[];
  /** Days of each stay at a site that ended in the window or was going on at its end; its time before the window counts. */
  readonly stayDays: readonly number[];
  /** Weeks of notice of placements that began in the window, where known. */
  readonly noticeWeeks: readonly number[];
  /** Days recorded twice and days between placements, over all of the trainee's lines. */
  readonly overlapDays: number;
  readonly gapDays: number;
}

interface Days {
  readonly from: number;
  readonly to: number;
}

const daysWithin = ({ startDay, endDay }: Spell, { from, to }: Days): number =>
  Math.max(0, Math.min(endDay, to) - Math.max(startDay, from) + 1);

/** The group with most days in the window; of equals the one entered last. */
const mainPlacement = (spells: readonly Spell[], window: Days): DatedPlacement | null => {
  const groups = new Map<string, { days: number; placement: DatedPlacement }>();
  for (const spell of spells) {
    const { areaCode, specialty, level } = spell.placement;
    const key = JSON.stringify([areaCode, specialty, level]);
    const days = (groups.get(key)?.days ?? 0) + daysWithin(spell, window);
    groups.delete(key);
    groups.set(key, { days, placement: spell.placement });
  }
  const most = Math.max(0, ...[...groups.values()].map(({ days }) => days));
  return most === 0 ? null : ([...groups.values()].findLast(({ days }) => days === most)?.placement ?? null);
};

const distanceKm = (from: string, to: string, positions: ReadonlyMap<string, Position>): number[] => {
  const [start, end] = [positions.get(from), positions.get(to)];
  if (!start || !end) return [];
  const distance = haversine(start, end);
  return distance.kind === 'computed' ? [distance.km] : [];
};

const movesOf = (spells: readonly Spell[], window: Days, positions: ReadonlyMap<string, Position>) => {
  const changes = spells.flatMap((spell, i) => {
    const before = spells[i - 1];
    const isIn = spell.startDay >= window.from && spell.startDay <= window.to;
    return before && isIn ? [{ before: before.placement, after: spell.placement }] : [];
  });
  const siteMoves = changes.filter(({ before, after }) => before.siteCode !== after.siteCode);
  return {
    siteMoves: siteMoves.length,
    employerMoves: changes.filter(({ before, after }) => before.employerCode !== after.employerCode).length,
    moveKm: siteMoves.flatMap(({ before, after }) => distanceKm(before.siteCode, after.siteCode, positions)),
  };
};

/** Stays as known at the end of the window: later spells are left out, one that goes on is cut there. */
const stayDaysOf = (spells: readonly Spell[], { from, to }: Days): number[] => {
  const until = spells
    .filter(({ startDay }) => startDay <= to)
    .map((spell) => ({ ...spell, endDay: Math.min(spell.endDay, to) }));
  return staysOf(until).flatMap(({ endDay, days }) => (endDay >= from ? [days] : []));
};

/**
 * How stable one trainee's placements were within a window; null where the trainee had none in it. A move counts where the
 * next placement, after a gap or not, is at another site (or employer) and begins in the window; it counts once, on the
 * day it begins. Give all lines of the trainee, those before the window too: the first move needs the site before.
 *
 * @throws RangeError for a window that isn't two ISO days in order.
 */
export const traineeStability = (
  lines: readonly DatedPlacement[],
  { from, to, sitePositions }: StabilityWindow,
): TraineeStability | null => {
  const window = { from: dayNumber(from), to: dayNumber(to) };
  if (window.to < window.from) throw new RangeError(`The window ends before it begins: ${from} to ${to}`);
  const spells = timelineOf(lines);
  const main = mainPlacement(spells, window);
  if (!main) return null;
  const begun = lines.filter(({ startDay }) => startDay >= window.from && startDay <= window.to);
  return {
    traineeRef: main.traineeRef,
    areaCode: main.areaCode,
    specialty: main.specialty,
    level: main.level,
    days: spells.reduce((sum, spell) => sum + daysWithin(spell, window), 0),
    ...movesOf(spells, window, sitePositions),
    stayDays: stayDaysOf(spells, window),
    noticeWeeks: begun.flatMap(({ noticeWeeks }) => (noticeWeeks === null ? [] : [noticeWeeks])),
    ...timelineGaps(lines, spells),
  };
};

/** Every trainee with a placement in the window, in the order in which they first appear. */
export const stabilityByTrainee = (
  placements: readonly DatedPlacement[],
  window: StabilityWindow,
): TraineeStability[] =>
  [...grouped(placements, ({ traineeRef }) => traineeRef).values()].flatMap((lines) => {
    const measured = traineeStability(lines, window);
    return measured ? [measured] : [];
  });
