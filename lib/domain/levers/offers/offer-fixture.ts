import type { Horizon, Offer } from './offer';

/** Two regions with GP, run-through paediatrics, and psychiatry with a second competition. */
export const HORIZON: Horizon = {
  places: ['north', 'south'].flatMap((regionCode) => [
    { node: 'foundation' as const, regionCode, group: null },
    { node: 'specialty_entry' as const, regionCode, group: 'general_practice' as const },
    { node: 'specialty_entry' as const, regionCode, group: 'psychiatry' as const },
    { node: 'specialty_entry' as const, regionCode, group: 'paediatrics' as const },
    { node: 'higher_entry' as const, regionCode, group: 'psychiatry' as const },
  ]),
  programmes: [
    { group: 'general_practice', career: 'gp', coreYears: null, finalYears: 3 },
    { group: 'psychiatry', career: 'consultant', coreYears: 3, finalYears: 3 },
    { group: 'paediatrics', career: 'consultant', coreYears: null, finalYears: 7 },
  ],
  startYear: 2026,
  years: 15,
};

export const offerOf = (leverId: string, set: Partial<Offer> = {}): Offer => ({
  leverId,
  regionCode: 'north',
  group: null,
  nodes: ['specialty_entry'],
  intensity: 1,
  coverage: 1,
  fromYear: 2027,
  toYear: 2040,
  costPerPlacePerYearGbp: null,
  yearsPaid: 3,
  fixedPerYearGbp: 0,
  ...set,
});
