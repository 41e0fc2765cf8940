import { ALL } from '@/lib/domain/indicators/indicator';
import { grouped } from './grouped';
import { meetsNotice, NOTICE_STEPS, type NoticeWeeks } from './notice-rule';
import type { StabilityRate } from './stability-indicators';
import { tellingRates } from './telling-rates';
import type { TraineeStability } from './trainee-stability';

/** What trainees of a region are told apart by. */
export type StabilityDimension = 'all' | 'specialty' | 'level' | 'specialty_level';

/** Trainees of one region and breakdown over a window: exact, and so not to be shown. See `protectedStability`. */
export interface StabilityGroup {
  readonly areaCode: string;
  readonly dimension: StabilityDimension;
  /** `all`, a specialty, a level, or both with a space between. */
  readonly breakdown: string;
  readonly trainees: number;
  readonly traineeYears: number;
  readonly siteMoves: number;
  readonly employerMoves: number;
  /** Trainees who kept their site throughout. */
  readonly traineesWithoutMove: number;
  /** Trainees with a move of known distance, such moves, and their distances added up. */
  readonly traineesMeasured: number;
  readonly measuredMoves: number;
  readonly moveKm: number;
  readonly stays: number;
  readonly stayDays: number;
  /** Placements with known notice, and those weeks added up. */
  readonly noticedPlacements: number;
  readonly noticeWeeks: number;
  /** Trainees with known notice, and of them those whose every placement met the step. */
  readonly traineesWithNotice: number;
  readonly traineesMeeting: Readonly<Record<NoticeWeeks, number>>;
  /** Rates that would tell of single trainees. */
  readonly telling: readonly StabilityRate[];
}

export const DAYS_PER_YEAR = 365.25;

/** The breakdown that a trainee counts in. */
export const breakdownOf = ({ specialty, level }: TraineeStability, dimension: StabilityDimension): string => {
  if (dimension === 'specialty') return specialty;
  if (dimension === 'level') return level;
  return dimension === 'specialty_level' ? `${specialty} ${level}` : ALL;
};

type Quantity = (trainee: TraineeStability) => number;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const meeting = (trainees: readonly TraineeStability[], step: NoticeWeeks): number =>
  trainees.filter(({ noticeWeeks }) => meetsNotice(noticeWeeks, step)).length;

type GroupKey = Pick<StabilityGroup, 'areaCode' | 'dimension' | 'breakdown'>;

const groupOf = (key: GroupKey, trainees: readonly TraineeStability[]): StabilityGroup => {
  const total = (quantity: Quantity): number => sum(trainees.map(quantity));
  const [twelve, eight, six] = NOTICE_STEPS;
  return {
    ...key,
    trainees: trainees.length,
    traineeYears: total(({ days }) => days) / DAYS_PER_YEAR,
    siteMoves: total(({ siteMoves }) => siteMoves),
    employerMoves: total(({ employerMoves }) => employerMoves),
    traineesWithoutMove: trainees.filter(({ siteMoves }) => siteMoves === 0).length,
    traineesMeasured: trainees.filter(({ moveKm }) => moveKm.length > 0).length,
    measuredMoves: total(({ moveKm }) => moveKm.length),
    moveKm: total(({ moveKm }) => sum(moveKm)),
    stays: total(({ stayDays }) => stayDays.length),
    stayDays: total(({ stayDays }) => sum(stayDays)),
    noticedPlacements: total(({ noticeWeeks }) => noticeWeeks.length),
    noticeWeeks: total(({ noticeWeeks }) => sum(noticeWeeks)),
    traineesWithNotice: trainees.filter(({ noticeWeeks }) => noticeWeeks.length > 0).length,
    traineesMeeting: {
      [twelve.weeks]: meeting(trainees, twelve.weeks),
      [eight.weeks]: meeting(trainees, eight.weeks),
      [six.weeks]: meeting(trainees, six.weeks),
    },
    telling: tellingRates(trainees),
  };
};

/**
 * Trainees by region and breakdown, sorted by both. Each trainee counts in one group, so that groups add up to all
 * trainees, and within one dimension no trainee is counted twice.
 */
export const stabilityGroups = (
  trainees: readonly TraineeStability[],
  dimension: StabilityDimension,
): StabilityGroup[] => {
  const groups = grouped(trainees, (trainee) => JSON.stringify([trainee.areaCode, breakdownOf(trainee, dimension)]));
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, members]) => {
      const [first] = members;
      return first
        ? [groupOf({ areaCode: first.areaCode, dimension, breakdown: breakdownOf(first, dimension) }, members)]
        : [];
    });
};

/** Regions as a whole, by specialty, and by specialty and level; then the same for all regions together, as `wholeCode`. */
export const groupsOfAll = (trainees: readonly TraineeStability[], wholeCode: string): StabilityGroup[] => {
  const together = trainees.map((trainee) => ({ ...trainee, areaCode: wholeCode }));
  return [trainees, together].flatMap((all) =>
    (['all', 'specialty', 'specialty_level'] as const).flatMap((dimension) => stabilityGroups(all, dimension)),
  );
};
