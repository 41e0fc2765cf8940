import { DAYS_PER_YEAR, type StabilityGroup } from './stability-groups';

/** What is measured of a group besides shares of trainees, with the indicator that it is published as. */
export const STABILITY_RATES = ['site_moves', 'employer_moves', 'move_km', 'stay_months', 'notice_weeks'] as const;
export type StabilityRate = (typeof STABILITY_RATES)[number];

export const RATE_INDICATORS: Readonly<Record<StabilityRate, string>> = {
  site_moves: 'placement-site-moves',
  employer_moves: 'placement-employer-moves',
  move_km: 'placement-move-distance',
  stay_months: 'placement-length-of-stay',
  notice_weeks: 'placement-notice',
};

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
