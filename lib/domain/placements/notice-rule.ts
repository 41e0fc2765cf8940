/**
 * Weeks of notice that the Code of Practice asks for before a rotation: what the placement is, the work schedule, the duty
 * roster (NHS England reports compliance with 12, 8 and 6 weeks over trusts). A line of placements has one number of
 * weeks, so that each step is met where that number is at least as large.
 */
export const NOTICE_STEPS = [
  { weeks: 12, what: 'placement details' },
  { weeks: 8, what: 'work schedule' },
  { weeks: 6, what: 'duty roster' },
] as const;

export type NoticeWeeks = (typeof NOTICE_STEPS)[number]['weeks'];

/** The step is met by every placement whose notice is known; null where none is. */
export const meetsNotice = (knownWeeks: readonly number[], step: NoticeWeeks): boolean | null =>
  knownWeeks.length === 0 ? null : knownWeeks.every((weeks) => weeks >= step);
