import type { DatedArea } from '@/lib/domain/geography/area';
import type { RebasePoint, RebaseRefusal, SeriesKind } from '@/lib/domain/geography/combine-parts';
import { rebaseNote } from '@/lib/domain/geography/rebase-note';
import { type RebasedPoint, rebaseSeries } from '@/lib/domain/geography/rebase-series';
import { changeDates, type Successor } from '@/lib/domain/geography/successor';
import { ALL, type Unit } from '@/lib/domain/indicators/indicator';
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

const pointKey = (row: Pick<ObservationRow, 'indicatorId' | 'areaCode' | 'breakdown' | 'periodEnd'>): string =>
  JSON.stringify([row.indicatorId, row.areaCode, row.breakdown, row.periodEnd]);

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

type Context = { successors: readonly Successor[]; names: ReadonlyMap<string, string> };

function toRow(entry: Extract<RebasedPoint, { kind: 'rebased' }>, like: ObservationRow, { names }: Context) {
  const { areaCode, value, numerator, denominator } = entry.point;
  const isWhole = entry.parts.every(({ weight }) => weight === 1);
  return {
    ...like,
    areaCode,
    areaName: names.get(areaCode) ?? areaCode,
    value,
    numerator,
    denominator,
    status: 'value',
    provenance: 'derived',
    note: rebaseNote({ ...entry, names }),
    // Parts of counts are no counts of people: no sampling interval is made from them.
    intervalMethod: isWhole ? like.intervalMethod : 'none',
  };
}

/** One series at every date of change: each vintage of areas gets the figures that it can have. */
function rebaseOne(series: readonly ObservationRow[], kind: SeriesKind, context: Context): Rebased {
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
  successors: readonly Successor[],
): Rebased {
  if (successors.length === 0) return { rows: [], notRebased: [] };
  const ended = new Set(successors.map(({ fromCode }) => fromCode));
  const context = { successors, names: new Map(areas.map(({ code, name }) => [code, name])) };
  const populations = populationsOf(rows);
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
