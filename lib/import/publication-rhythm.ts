import { DATASETS, type DatasetId } from './dataset-list';

/** How often the publisher brings out a new one, in months, as its own pages say; none for what comes irregularly or once. */
const EVERY_MONTHS: Readonly<Partial<Record<DatasetId, number>>> = {
  establishment: 3,
  fill: 12,
  retention: 12,
  gp_practice_high: 1,
  gp_practice_detailed: 1,
  gp_individual: 1,
  hchs_core1: 1,
  hchs_core3_doctors: 1,
  hchs_turnover1: 1,
  nhs_vacancy: 3,
  specialty_fill_rates: 12,
  nhse_allocations_practice: 12,
  patients_practice: 3,
};

/** The same for sources of the published pack. */
const PACK_SOURCES: Readonly<Record<string, number>> = {
  'nhse-gp-workforce': 1,
  'nhse-allocations-2025-26': 12,
  'specialty-applications': 12,
};

const IMPORTED = /^import-(.+)$/;

/** Months between two publications of a source; null where that isn't known. A rule of small numbers may follow the dataset. */
export const everyMonthsOf = (sourceId: string): number | null => {
  const [, rest] = IMPORTED.exec(sourceId) ?? [];
  if (rest === undefined) return PACK_SOURCES[sourceId] ?? null;
  const dataset = DATASETS.find(({ id }) => rest === id || rest.startsWith(`${id}-`));
  return dataset ? (EVERY_MONTHS[dataset.id] ?? null) : null;
};
