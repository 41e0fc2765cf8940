import { placesOf } from './compile-geography';
import type { CompiledPathway } from './compiled-pathway';
import { CAREER_KINDS, type PathwayNode } from './pathway-input';
import type { PathwayOption } from './pathway-option';

/** Years (0 = first) in which something acts, both inclusive. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly region: number;
}

/** `value`: place of its size in the draw's list. */
export interface ShiftSpan extends Span {
  readonly value: number;
  readonly node: PathwayNode;
  /** Groups first to last, inclusive; ties likewise. */
  readonly firstGroup: number;
  readonly lastGroup: number;
  readonly firstTie: number;
  readonly lastTie: number;
}

/** Ratio on leaving; foundation stands as a group behind the last. */
export type HazardSpan = Omit<ShiftSpan, 'node'>;

export interface CareerSpan extends Span {
  readonly value: number;
  readonly firstKind: number;
  readonly lastKind: number;
}

export interface CostSpan extends Span {
  readonly node: PathwayNode;
  readonly firstGroup: number;
  readonly lastGroup: number;
  readonly perEntrantPerYearGbp: number;
  readonly yearsPaid: number;
  readonly fixedPerYearGbp: number;
}

export interface RunThroughSpan extends Span {
  readonly group: number;
}

export interface LtftSpan extends Span {
  readonly firstGroup: number;
  readonly lastGroup: number;
  readonly shareAdded: number;
}

export interface CompiledOption {
  readonly shifts: readonly ShiftSpan[];
  readonly hazards: readonly HazardSpan[];
  readonly careerShifts: readonly CareerSpan[];
  readonly careerHazards: readonly CareerSpan[];
  readonly costs: readonly CostSpan[];
  readonly runThrough: readonly RunThroughSpan[];
  readonly ltft: readonly LtftSpan[];
}

export const isActive = ({ from, to }: { from: number; to: number }, year: number): boolean =>
  from <= year && year <= to;

/** Whether anything in the list starts, ends, or is met for the first time in this year. */
export const changesIn = (spans: readonly { from: number; to: number }[], year: number): boolean =>
  year === 0 || spans.some(({ from, to }) => from === year || to === year - 1);

/** Turns a checked option into indices. It has passed `checkPathwayOption`. */
export const compileOption = ({ input, groups }: CompiledPathway, option: PathwayOption): CompiledOption => {
  const placeOf = placesOf(input);
  const spanOf = (scope: { regionCode: string; fromYear: number; toYear: number }): Span => ({
    from: scope.fromYear - input.startYear,
    to: scope.toYear - input.startYear,
    region: placeOf(scope.regionCode),
  });
  const groupsOf = (group: PathwayOption['shifts'][number]['group'], isFoundation = false) => {
    if (isFoundation) return { firstGroup: 0, lastGroup: 0 };
    const index = input.programmes.findIndex((programme) => programme.group === group);
    return group === null ? { firstGroup: 0, lastGroup: groups - 1 } : { firstGroup: index, lastGroup: index };
  };
  const tiesOf = (tied: boolean | null) => ({ firstTie: tied === true ? 1 : 0, lastTie: tied === false ? 0 : 1 });
  const stagesOf = (group: PathwayOption['hazards'][number]['group']) => {
    if (group === 'foundation') return { firstGroup: groups, lastGroup: groups };
    return group === null ? { firstGroup: 0, lastGroup: groups } : groupsOf(group);
  };
  const kindsOf = (kind: PathwayOption['careerShifts'][number]['kind']) =>
    kind === null
      ? { firstKind: 0, lastKind: 1 }
      : { firstKind: CAREER_KINDS.indexOf(kind), lastKind: CAREER_KINDS.indexOf(kind) };
  return {
    shifts: option.shifts.map((shift, value) => ({
      ...spanOf(shift),
      ...groupsOf(shift.group, shift.node === 'foundation'),
      ...tiesOf(shift.tied),
      node: shift.node,
      value,
    })),
    hazards: option.hazards.map((change, value) => ({
      ...spanOf(change),
      ...stagesOf(change.group),
      ...tiesOf(change.tied),
      value,
    })),
    careerShifts: option.careerShifts.map((shift, value) => ({ ...spanOf(shift), ...kindsOf(shift.kind), value })),
    careerHazards: option.careerHazards.map((change, value) => ({ ...spanOf(change), ...kindsOf(change.kind), value })),
    costs: option.costs.map((cost) => ({
      ...spanOf(cost),
      ...groupsOf(cost.group, cost.node === 'foundation'),
      node: cost.node,
      perEntrantPerYearGbp: cost.perEntrantPerYearGbp * cost.coverage,
      yearsPaid: cost.yearsPaid,
      fixedPerYearGbp: cost.fixedPerYearGbp,
    })),
    runThrough: option.runThrough.map((span) => ({ ...spanOf(span), group: groupsOf(span.group).firstGroup })),
    ltft: option.ltft.map((change) => ({
      ...spanOf(change),
      ...groupsOf(change.group),
      shareAdded: change.shareAdded * change.intensity,
    })),
  };
};
