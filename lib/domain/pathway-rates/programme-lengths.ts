import type { ProgrammeLength } from '@/lib/domain/levers/offers/offer';

/**
 * Nominal lengths of programmes in years. Totals from F1 of GP (5), psychiatry (8), medicine (9) and surgery (10) are in the
 * evidence; the rest, and where core training ends, is background knowledge. None of it was checked.
 */
export const PROGRAMME_LENGTHS: readonly ProgrammeLength[] = [
  { group: 'general_practice', career: 'gp', coreYears: null, finalYears: 3 },
  { group: 'medicine', career: 'consultant', coreYears: 3, finalYears: 4 },
  { group: 'surgery', career: 'consultant', coreYears: 2, finalYears: 6 },
  { group: 'psychiatry', career: 'consultant', coreYears: 3, finalYears: 3 },
  { group: 'paediatrics', career: 'consultant', coreYears: null, finalYears: 7 },
  { group: 'obstetrics_gynaecology', career: 'consultant', coreYears: null, finalYears: 7 },
  { group: 'anaesthetics_emergency', career: 'consultant', coreYears: 3, finalYears: 4 },
  { group: 'diagnostics_other', career: 'consultant', coreYears: null, finalYears: 5 },
];
