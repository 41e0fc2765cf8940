import type { DatasetId } from '@/lib/import/dataset-list';
import type { Rollup } from './rollup';
import { allocationsRollup } from './rollups/allocations';
import { deprivationRollups } from './rollups/deprivation';
import { deprivation2019Rollup } from './rollups/deprivation-2019';
import { deprivationSummaryRollups } from './rollups/deprivation-summary';
import { establishmentRollup } from './rollups/establishment';
import { fillRollup } from './rollups/fill';
import { gpFifthsRollup } from './rollups/gp-fifths';
import { gpPracticesRollup } from './rollups/gp-practices';
import { gpResidenceRollup } from './rollups/gp-residence';
import { gpSupplyRollup } from './rollups/gp-supply';
import { hospitalDoctorsRollups } from './rollups/hospital-doctors';
import { journeyRollups } from './rollups/journeys';
import { keptRowsRollups } from './rollups/kept-rows';
import { leaversRollup } from './rollups/leavers';
import { medicalVacanciesRollup } from './rollups/medical-vacancies';
import { placementsRollup } from './rollups/placements';
import { residentsRollup } from './rollups/residents';
import { retentionRollup } from './rollups/retention';
import { schoolFactsRollup } from './rollups/school-facts';
import { specialtyFillRollup } from './rollups/specialty-fill';
import { youngPeopleRollup } from './rollups/young-people';

const ROLLUPS: readonly Rollup[] = [
  establishmentRollup,
  fillRollup,
  retentionRollup,
  youngPeopleRollup,
  schoolFactsRollup,
  placementsRollup,
  ...deprivationRollups,
  ...deprivationSummaryRollups,
  deprivation2019Rollup,
  residentsRollup,
  allocationsRollup,
  gpSupplyRollup,
  gpPracticesRollup,
  gpResidenceRollup,
  gpFifthsRollup,
  specialtyFillRollup,
  medicalVacanciesRollup,
  leaversRollup,
  ...hospitalDoctorsRollups,
  ...keptRowsRollups,
  ...journeyRollups,
];

/** Null for datasets that no figure is made of. */
export const rollupOf = (dataset: string): Rollup | null => ROLLUPS.find((one) => one.dataset === dataset) ?? null;

/** Datasets whose figures are made with this one's rows. */
export const dependentsOf = (dataset: string): readonly DatasetId[] =>
  ROLLUPS.filter(({ inputs }) => inputs?.some((input) => input === dataset)).map((one) => one.dataset);
