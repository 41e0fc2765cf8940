/** Specialty groups of cohort files, in the order in which the demonstration draws them. */
export const SPECIALTY_GROUPS = [
  'general_practice',
  'medicine',
  'surgery',
  'psychiatry',
  'paediatrics',
  'obstetrics_gynaecology',
  'anaesthetics_emergency',
  'diagnostics_other',
] as const;
export type SpecialtyGroup = (typeof SPECIALTY_GROUPS)[number];
export type ByGroup = Readonly<Record<SpecialtyGroup, number>>;
