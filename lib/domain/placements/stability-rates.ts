import { DAYS_PER_YEAR, type StabilityGroup } from './stability-groups';
import type { StabilityRate } from './stability-indicators';

const MONTHS_PER_YEAR = 12;

const perEach = (total: number, base: number): number | null => (base > 0 ? total / base : null);

/** Moves per trainee-year, km per move, months per stay, weeks per placement; null where there is nothing to divide by. */
export const rateOf = (group: StabilityGroup, rate: StabilityRate): number | null => {
  switch (rate) {
    case 'site_moves':
      return perEach(group.siteMoves, group.traineeYears);
    case 'employer_moves':
      return perEach(group.employerMoves, group.traineeYears);
    case 'move_km':
      return perEach(group.moveKm, group.measuredMoves);
    case 'stay_months':
      return perEach((group.stayDays / DAYS_PER_YEAR) * MONTHS_PER_YEAR, group.stays);
    case 'notice_weeks':
      return perEach(group.noticeWeeks, group.noticedPlacements);
  }
};

/** Trainees that a rate is made from. */
export const traineesBehind = (group: StabilityGroup, rate: StabilityRate): number => {
  if (rate === 'notice_weeks') return group.traineesWithNotice;
  return rate === 'move_km' ? group.traineesMeasured : group.trainees;
};
