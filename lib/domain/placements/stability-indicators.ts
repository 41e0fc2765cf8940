import { ALL } from '@/lib/domain/indicators/indicator';
import type { NoticeWeeks } from './notice-rule';

/** What is measured of a group besides shares of trainees. */
export const STABILITY_RATES = ['site_moves', 'employer_moves', 'move_km', 'stay_months', 'notice_weeks'] as const;
export type StabilityRate = (typeof STABILITY_RATES)[number];

/** The indicator that each rate is published as. */
export const RATE_INDICATORS: Readonly<Record<StabilityRate, string>> = {
  site_moves: 'placement-site-moves',
  employer_moves: 'placement-employer-moves',
  move_km: 'placement-move-distance',
  stay_months: 'placement-length-of-stay',
  notice_weeks: 'placement-notice',
};

export const NOTICE_MET = 'placement-notice-met';
export const ONE_SITE = 'placement-one-site';

/** Every indicator of placement stability, in the order of a page. */
export const STABILITY_INDICATORS = [...Object.values(RATE_INDICATORS), NOTICE_MET, ONE_SITE] as const;

/** Figures of a specialty, or of a specialty and level, have an indicator of their own: a profile shows regions. */
export const bySpecialty = (indicatorId: string): string => `${indicatorId}-by-specialty`;

const noticeStep = (weeks: NoticeWeeks): string => `${weeks}-weeks`;

/** How a group's breakdown is written in a figure: the step of the notice rule comes first. */
export const publishedBreakdown = (breakdown: string, weeks: NoticeWeeks | null): string => {
  if (weeks === null) return breakdown;
  return breakdown === ALL ? noticeStep(weeks) : `${noticeStep(weeks)} ${breakdown}`;
};

const LEVEL = / (CT1\/ST1|F[12]|CT[1-3]|ST[1-8])$/;

/** Specialty and level of a breakdown by specialty; the level is null for the specialty as a whole. */
export const splitBreakdown = (breakdown: string): { readonly specialty: string; readonly level: string | null } => {
  const level = LEVEL.exec(breakdown)?.[1] ?? null;
  return { specialty: level === null ? breakdown : breakdown.slice(0, -level.length - 1), level };
};

/** The breakdown of a specialty and level, or of all. A level alone is not made: see docs/model.md. */
export const breakdownFor = (specialty: string | null, level: string | null): string => {
  if (specialty === null) return ALL;
  return level === null ? specialty : `${specialty} ${level}`;
};
