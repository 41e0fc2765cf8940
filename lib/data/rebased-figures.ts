import type { DatedArea } from '@/lib/domain/geography/area';
import type { RebasePoint, RebaseRefusal, SeriesKind } from '@/lib/domain/geography/combine-parts';
import { rebaseNote } from '@/lib/domain/geography/rebase-note';
import { rebaseSeries } from '@/lib/domain/geography/rebase-series';
import { changeDates, type Successor } from '@/lib/domain/geography/successor';
import { ALL, type Unit } from '@/lib/domain/indicators/indicator';
import { type MembersByArea, memberFigure, pointKey, type RebaseContext, type RebasedEntry } from './member-figures';
import type { ObservationRow } from './queries/figures';

/** Why a series doesn't go on in an area that took over others. */
export type NotRebased = { areaCode: string; indicatorId: string; breakdown: string; reason: RebaseRefusal };

export type Rebased = { rows: ObservationRow[]; notRebased: NotRebased[] };

const POPULATION = 'population';
const NO_LATER_CHANGE = '9999-12-31';
const ADDS_UP = new Set(['count', 'people']);
const SCALES = new Map<string, number>([
  ['percent', 100],
  ['per_10k', 1e4],
  ['per_100k', 1e5],
] satisfies [Unit, number][]);

/** A series is one indicator in one breakdown from one release: parts of different releases aren't put together. */
const seriesKey = ({ indicatorId, breakdown, releaseId }: ObservationRow): string =>
  JSON.stringify([indicatorId, breakdown, releaseId]);

/** Residents by area, of the newest period. */
function populationsOf(rows: readonly ObservationRow[]): Map<string, number> {
  const people = new Map<string, number>();
  for (const { indicatorId, breakdown, areaCode, value } of rows) {
    const isNewest = !people.has(areaCode);
    if (indicatorId === POPULATION && breakdown === ALL && value !== null && isNewest) people.set(areaCode, value);
  }
  return people;
}

/** Residents weight a figure about all residents; those of a breakdown aren't known by area. */
function kindOf({ unit, breakdown }: ObservationRow, populations: ReadonlyMap<string, number>): SeriesKind {
  if (ADDS_UP.has(unit)) return { kind: 'count' };
  const scale = SCALES.get(unit) ?? 1;
  return { kind: 'rate', scale, populations: breakdown === ALL ? populations : new Map() };
}

/** Rounding of a published rate aside, its counts must give it: else they are another quantity's. */
const AGREES_WITHIN = 0.01;

function toPoint(row: ObservationRow, kind: SeriesKind): RebasePoint {
  const { areaCode, numerator, denominator, value } = row;
  const period = row.periodEnd;
  if (kind.kind === 'count') return { areaCode, period, value, numerator, denominator };
  const made = numerator === null || !denominator ? null : (kind.scale * numerator) / denominator;
  const agrees = made !== null && value !== null && Math.abs(made - value) <= AGREES_WITHIN * Math.abs(value);
  return { areaCode, period, value, numerator: agrees ? numerator : null, denominator };
}

/** Sums of weighted parts end in digits that no count has. */
const NOISE = 1e6;
const withoutNoise = (value: number | null): number | null =>
  value === null ? null : Math.round(value * NOISE) / NOISE;

/** People and things are whole: a part of an area has so many of them, to the nearest. */
const wholeCount = (unit: string, value: number | null): number | null =>
  value !== null && ADDS_UP.has(unit) ? Math.round(value) : value;

function toRow(entry: RebasedEntry, like: ObservationRow, context: RebaseContext) {
  const { names } = context;
  const { areaCode, numerator, denominator } = entry.point;
  const isWhole = entry.parts.every(({ weight }) => weight === 1);
  const better = isWhole ? null : memberFigure(entry, like, context);
  return {
    ...like,
    areaCode,
    areaName: names.get(areaCode) ?? areaCode,
    value: wholeCount(like.unit, better?.value ?? entry.point.value),
    numerator: wholeCount(like.unit, withoutNoise(numerator)),
    denominator: withoutNoise(denominator),
    status: 'value',
    provenance: 'derived',
    note: better?.note ?? rebaseNote({ ...entry, names }),
    // Parts of counts are no counts of people: no sampling interval is made from them.
    intervalMethod: isWhole ? like.intervalMethod : 'none',
  };
}

/** One series at every date of change: each vintage of areas gets the figures that it can have. */
function rebaseOne(series: readonly ObservationRow[], kind: SeriesKind, context: RebaseContext): Rebased {
  const [first] = series;
  if (!first) return { rows: [], notRebased: [] };
  const byPeriod = new Map(series.map((row) => [row.periodEnd, row]));
  const points = series.map((row) => toPoint(row, kind));
  const dates = changeDates(context.successors, NO_LATER_CHANGE);
  const entries = dates.flatMap((date) => rebaseSeries({ kind, points }, context.successors, date));
  return {
    rows: entries.flatMap((entry) =>
      entry.kind === 'rebased' ? [toRow(entry, byPeriod.get(entry.point.period) ?? first, context)] : [],
    ),
    notRebased: entries.flatMap((entry) =>
      entry.kind === 'refused'
        ? [
            {
              areaCode: entry.areaCode,
              indicatorId: first.indicatorId,
              breakdown: first.breakdown,
              reason: entry.reason,
            },
          ]
        : [],
    ),
  };
}

/**
 * The figures of areas that took over others, worked out from those of the areas before. What a publisher gives for the new
 * area stands; what can't be re-based is listed with the reason.
 */
export function rebasedFigures(
  rows: readonly ObservationRow[],
  areas: readonly DatedArea[],
  { successors, members }: { successors: readonly Successor[]; members: MembersByArea },
): Rebased {
  if (successors.length === 0) return { rows: [], notRebased: [] };
  const ended = new Set(successors.map(({ fromCode }) => fromCode));
  const populations = populationsOf(rows);
  const inside = new Set([...members.values()].flatMap((parts) => parts.map(({ areaCode }) => areaCode)));
  const context: RebaseContext = {
    successors,
    names: new Map(areas.map(({ code, name }) => [code, name])),
    members,
    populations,
    memberRows: new Map(rows.filter(({ areaCode }) => inside.has(areaCode)).map((row) => [pointKey(row), row])),
  };
  const series = new Map<string, ObservationRow[]>();
  for (const row of rows.filter(({ areaCode }) => ended.has(areaCode))) {
    const known = series.get(seriesKey(row));
    if (known) known.push(row);
    else series.set(seriesKey(row), [row]);
  }
  const outcomes = [...series.values()].flatMap((own) => {
    const [first] = own;
    return first ? [rebaseOne(own, kindOf(first, populations), context)] : [];
  });
  const published = new Set(rows.map(pointKey));
  const known = new Set<string>();
  return {
    rows: outcomes
      .flatMap((outcome) => outcome.rows)
      .filter((row) => {
        const key = pointKey(row);
        const isNew = !published.has(key) && !known.has(key);
        known.add(key);
        return isNew;
      }),
    notRebased: outcomes.flatMap(({ notRebased }) => notRebased),
  };
}
