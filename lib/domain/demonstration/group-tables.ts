import { type ByGroup, SPECIALTY_GROUPS } from '@/lib/domain/pathway/specialty-group';
import { cumulative } from './draw';
import type { GroupEffects } from './effects';

/** Shares of the groups for a white man from the middle fifth. */
export const GROUP_SHARES: ByGroup = {
  general_practice: 0.3,
  medicine: 0.24,
  surgery: 0.16,
  psychiatry: 0.06,
  paediatrics: 0.05,
  obstetrics_gynaecology: 0.035,
  anaesthetics_emergency: 0.1,
  diagnostics_other: 0.055,
};

/** Years from the start of specialty training to the first post after it, full time. */
export const TRAINING_YEARS: ByGroup = {
  general_practice: 3,
  medicine: 7,
  surgery: 8,
  psychiatry: 6,
  paediatrics: 8,
  obstetrics_gynaecology: 7,
  anaesthetics_emergency: 7,
  diagnostics_other: 5,
};

/** Chances of the specialty groups, by sex, ethnic group and fifth. */
export type GroupTables = (isFemale: boolean, isNonWhite: boolean, fifth: number) => Float64Array;

export const groupTables = (effects: GroupEffects): GroupTables => {
  const tables = [false, true].map((isFemale) =>
    [false, true].map((isNonWhite) =>
      [1, 2, 3, 4, 5].map((fifth) =>
        cumulative(
          SPECIALTY_GROUPS.map(
            (group) =>
              GROUP_SHARES[group] *
              Math.exp(
                (isFemale ? effects.female[group] : 0) +
                  (isNonWhite ? effects.nonWhite[group] : 0) +
                  effects.perFifth[group] * (3 - fifth),
              ),
          ),
        ),
      ),
    ),
  );
  const none = new Float64Array([1]);
  return (isFemale, isNonWhite, fifth) => tables[isFemale ? 1 : 0]?.[isNonWhite ? 1 : 0]?.[fifth - 1] ?? none;
};
