import type { Placement } from './placement';

/** A year at one site; tests change what they are about. */
export const placementLine = (change: Partial<Placement> = {}): Placement => ({
  traineeRef: 'T1',
  programme: 'P1',
  specialty: 'general_practice',
  level: 'ST1',
  employerCode: 'E1',
  siteCode: 'S1',
  areaCode: 'XD-north',
  start: '2024-08-01',
  end: '2025-07-31',
  wte: 1,
  noticeWeeks: null,
  ...change,
});
