import { memberMean } from '@/lib/domain/geography/member-mean';
import type { RebasedPoint } from '@/lib/domain/geography/rebase-series';
import type { Part, Successor } from '@/lib/domain/geography/successor';
import { ALL } from '@/lib/domain/indicators/indicator';
import type { ObservationRow } from './queries/figures';

/** What one figure is of. */
export const pointKey = (row: Pick<ObservationRow, 'indicatorId' | 'areaCode' | 'breakdown' | 'periodEnd'>): string =>
  JSON.stringify([row.indicatorId, row.areaCode, row.breakdown, row.periodEnd]);

/** Smaller areas (authorities) within each area, with the share of each that is in it. */
export type MembersByArea = ReadonlyMap<string, readonly Part[]>;

/** What re-basing reads besides the series itself. */
export type RebaseContext = {
  successors: readonly Successor[];
  names: ReadonlyMap<string, string>;
  members: MembersByArea;
  populations: ReadonlyMap<string, number>;
  /** Rows of members by indicator, area, breakdown and period. */
  memberRows: ReadonlyMap<string, ObservationRow>;
};

export type RebasedEntry = Extract<RebasedPoint, { kind: 'rebased' }>;

const ABOUT_RESIDENTS = new Set(['residents', 'denominators']);

/**
 * The same rate from the authorities of the new area, where all of them have it from the same release: better than giving
 * each part of a split board the figure of its whole. Only for rates about all residents.
 */
function fromMembers({ point, parts }: RebasedEntry, like: ObservationRow, context: RebaseContext): number | null {
  const { populations } = context;
  const members = context.members.get(point.areaCode) ?? [];
  const rows = members.flatMap(({ areaCode }) => {
    const row = context.memberRows.get(pointKey({ ...like, areaCode }));
    return row?.value != null && row.releaseId === like.releaseId ? [[areaCode, row.value] as const] : [];
  });
  const wholeResidents = parts.reduce(
    (sum, { areaCode, weight }) => sum + (weight ?? Number.NaN) * (populations.get(areaCode) ?? Number.NaN),
    0,
  );
  return memberMean({ members, values: new Map(rows), residents: populations, wholeResidents });
}

function memberNote({ point, parts, basis }: RebasedEntry, { members, names }: RebaseContext): string {
  const count = members.get(point.areaCode)?.length ?? 0;
  const before = parts.map(({ areaCode }) => names.get(areaCode) ?? areaCode).join('; ');
  return [
    `Re-based from ${before}: averaged over the ${count} local authorities of the new area, weighted by residents.`,
    ...basis,
  ].join(' ');
}

/** Value and note of a re-based rate about all residents, where its authorities give it; else null. */
export function memberFigure(
  entry: RebasedEntry,
  like: ObservationRow,
  context: RebaseContext,
): { value: number; note: string } | null {
  if (like.breakdown !== ALL || !ABOUT_RESIDENTS.has(entry.method)) return null;
  const value = fromMembers(entry, like, context);
  return value === null ? null : { value, note: memberNote(entry, context) };
}
