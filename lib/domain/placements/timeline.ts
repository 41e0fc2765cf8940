import type { DatedPlacement } from './placement';

/** Days at one placement, both included. The spells of a trainee follow one another and never overlap. */
export interface Spell {
  readonly startDay: number;
  readonly endDay: number;
  readonly placement: DatedPlacement;
}

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Of placements at the same time: most time first, then the one that began first; codes decide ties. */
const byImportance = (a: DatedPlacement, b: DatedPlacement): number =>
  b.wte - a.wte ||
  a.startDay - b.startDay ||
  text(a.siteCode, b.siteCode) ||
  text(a.employerCode, b.employerCode) ||
  text(a.level, b.level) ||
  text(a.specialty, b.specialty) ||
  text(a.areaCode, b.areaCode) ||
  text(a.programme, b.programme) ||
  a.endDay - b.endDay;

/**
 * One trainee's placements as a line of spells. Where placements overlap (two part-time posts, a handover day recorded
 * twice), the day belongs to the one with the larger whole-time equivalent, then to the earlier. A gap stays a gap: it
 * counts as no time. The order of the lines makes no difference.
 */
export const timelineOf = (placements: readonly DatedPlacement[]): Spell[] => {
  const ranked = placements.toSorted(byImportance);
  const cuts = [...new Set(placements.flatMap(({ startDay, endDay }) => [startDay, endDay + 1]))].sort((a, b) => a - b);
  const spells: Spell[] = [];
  cuts.forEach((startDay, i) => {
    const next = cuts[i + 1];
    const main = ranked.find((line) => line.startDay <= startDay && startDay <= line.endDay);
    if (next === undefined || !main) return;
    const last = spells.at(-1);
    const goesOn = last?.placement === main && last.endDay === startDay - 1;
    if (last && goesOn) spells[spells.length - 1] = { ...last, endDay: next - 1 };
    else spells.push({ startDay, endDay: next - 1, placement: main });
  });
  return spells;
};

/** Days on which a trainee has more than one placement, and days between two spells that have none. */
export const timelineGaps = (
  placements: readonly DatedPlacement[],
  spells: readonly Spell[],
): { readonly overlapDays: number; readonly gapDays: number } => {
  const covered = spells.reduce((days, { startDay, endDay }) => days + endDay - startDay + 1, 0);
  const recorded = placements.reduce((days, { startDay, endDay }) => days + endDay - startDay + 1, 0);
  const [first, last] = [spells.at(0), spells.at(-1)];
  const span = first && last ? last.endDay - first.startDay + 1 : 0;
  return { overlapDays: recorded - covered, gapDays: span - covered };
};

/** Time at one site without a move away from it. */
export interface Stay {
  readonly startDay: number;
  readonly endDay: number;
  /** Days in placements; gaps between them don't count. */
  readonly days: number;
}

/** Spells at the same site in a row, whatever the post, are one stay. */
export const staysOf = (spells: readonly Spell[]): Stay[] => {
  const stays: Stay[] = [];
  spells.forEach(({ startDay, endDay, placement }, i) => {
    const days = endDay - startDay + 1;
    const last = stays.at(-1);
    if (last && spells[i - 1]?.placement.siteCode === placement.siteCode) {
      stays[stays.length - 1] = { ...last, endDay, days: last.days + days };
    } else stays.push({ startDay, endDay, days });
  });
  return stays;
};
